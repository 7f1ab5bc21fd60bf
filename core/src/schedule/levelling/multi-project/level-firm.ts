import { check } from '../check.ts';
import { compareCost } from '../cost.ts';
import type {
  LevellingFault,
  LevellingOptions,
  LevellingProblem,
  LevellingSolution,
} from '../problem.ts';
import { solve } from '../solve.ts';
import { type FirmPlan, planOf } from './firm-plan.ts';
import type { FirmWork } from './firm-work.ts';
import { nearDays, problemOf } from './problem-of.ts';
import { standingPlan } from './standing-plan.ts';
import { farthest } from './work-days.ts';

/** A plan that the checker has accepted, or why there is none. */
export type FirmLevelling =
  | { readonly ok: true; readonly plan: FirmPlan; readonly schedules: number }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly LevellingFault[] }
  /** The checker found a broken rule: a mistake of ours, never shown as a plan. */
  | { readonly ok: false; readonly reason: 'rejected'; readonly broken: readonly string[] };

/**
 * Levels all projects of a firm at once: gathers one problem, solves it, has the independent checker
 * judge the answer, and reads it back into days. Same work, seed and limit: same plan. Where the plan of
 * today keeps every rule and nothing better was found, it stays.
 */
export function levelFirm(work: FirmWork, options: LevellingOptions): FirmLevelling {
  return levelAhead(work, options, nearDays);
}

/** A plan that goes on behind the days looked at is made again with more of them. */
function levelAhead(work: FirmWork, options: LevellingOptions, daysAhead: number): FirmLevelling {
  const firm = problemOf(work, daysAhead);
  const result = solve(firm.problem, options);
  if (!result.ok) return { ok: false, reason: 'faults', faults: result.faults };
  const solution = betterOf(firm.problem, result.solution);
  if (solution.cost.makespan > firm.lookedAt && daysAhead < farthest)
    return levelAhead(work, options, Math.min(farthest, 3 * daysAhead));
  const broken = check(firm.problem, solution);
  if (broken.length > 0) {
    return { ok: false, reason: 'rejected', broken: [...new Set(broken.map(({ kind }) => kind))] };
  }
  return { ok: true, plan: planOf(firm, solution), schedules: solution.schedules };
}

function betterOf(problem: LevellingProblem, found: LevellingSolution): LevellingSolution {
  const standing = standingPlan(problem);
  if (standing === null || compareCost(standing.cost, found.cost) > 0) return found;
  if (check(problem, standing).length > 0) return found;
  return { ...found, ...standing };
}
