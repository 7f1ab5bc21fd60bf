import { check } from '../check.ts';
import type { LevellingFault, LevellingOptions } from '../problem.ts';
import { solve } from '../solve.ts';
import { type FirmPlan, planOf } from './firm-plan.ts';
import type { FirmWork } from './firm-work.ts';
import { problemOf } from './problem-of.ts';

/** A plan that the checker has accepted, or why there is none. */
export type FirmLevelling =
  | { readonly ok: true; readonly plan: FirmPlan; readonly schedules: number }
  | { readonly ok: false; readonly reason: 'faults'; readonly faults: readonly LevellingFault[] }
  /** The checker found a broken rule: a mistake of ours, never shown as a plan. */
  | { readonly ok: false; readonly reason: 'rejected'; readonly broken: readonly string[] };

/**
 * Levels all projects of a firm at once: gathers one problem, solves it, has the independent checker
 * judge the answer, and reads it back into days. Same work, seed and limit: same plan.
 */
export function levelFirm(work: FirmWork, options: LevellingOptions): FirmLevelling {
  const firm = problemOf(work);
  const result = solve(firm.problem, options);
  if (!result.ok) return { ok: false, reason: 'faults', faults: result.faults };
  const broken = check(firm.problem, result.solution);
  if (broken.length > 0) {
    return { ok: false, reason: 'rejected', broken: [...new Set(broken.map(({ kind }) => kind))] };
  }
  return { ok: true, plan: planOf(firm, result.solution), schedules: result.solution.schedules };
}
