import { type Bounds, boundsOf } from './bounds.ts';
import { canonical } from './canonical.ts';
import { type Compiled, compile } from './compile.ts';
import { latenessOf } from './cost.ts';
import { geneticSearch } from './genetic.ts';
import { geneticSettings } from './genetic-settings.ts';
import type {
  LevelledActivity,
  LevellingOptions,
  LevellingProblem,
  LevellingResult,
} from './problem.ts';
import { createSearch, type Search } from './search.ts';

/**
 * Levels: a start for every activity that keeps links, releases, pins and capacities, and costs as
 * little as the search finds. Deterministic: the same problem, in whatever order its rows come, with
 * the same seed and `maxSchedules` gives the same plan. The first plan stands after one pass; with
 * `maxSchedules: 1` it is the answer.
 *
 * @example solve(problem, { seed: 1, maxSchedules: 5000 })
 */
export function solve(problem: LevellingProblem, options: LevellingOptions): LevellingResult {
  const result = compile(canonical(problem));
  if (!result.ok) return result;
  const { compiled } = result;
  const bounds = boundsOf(compiled);
  const search = createSearch(compiled, bounds, options);
  const expected = options.maxSchedules ?? options.expectedSchedules ?? 20_000;
  if (compiled.size > 0)
    geneticSearch(search, geneticSettings(expected, compiled.size), options.seed);
  return answer(problem, bounds, search);
}

function answer(problem: LevellingProblem, bounds: Bounds, search: Search): LevellingResult {
  const { best, compiled } = search;
  if (best.makespan >= compiled.horizon && compiled.size > 0) return beyond(compiled, search);
  const lateness = latenessOf(compiled.dues, best, true);
  const cost = {
    lateness,
    makespan: compiled.size === 0 ? 0 : best.makespan,
    change: compiled.size === 0 ? 0 : best.change,
  };
  return {
    ok: true,
    solution: {
      activities: inOrderOf(problem, search),
      cost,
      makespanBound: search.makespanBound,
      latenessBound: bounds.lateness,
      isOptimal: lateness <= bounds.lateness && cost.makespan <= search.makespanBound,
      schedules: search.schedules,
      work: search.work,
      trace: search.trace,
    },
  };
}

/** The best plan's rows in the order of the problem as it was given. */
function inOrderOf(problem: LevellingProblem, { compiled, best }: Search): LevelledActivity[] {
  const numbers = new Map(compiled.problem.activities.map(({ id }, index) => [id, index]));
  return problem.activities.map(({ id }) => {
    const index = numbers.get(id) ?? 0;
    return { id, start: best.start[index] ?? 0, finish: best.finish[index] ?? 0 };
  });
}

/** Capacity that ends too soon: what found no place before the horizon. */
function beyond(compiled: Compiled, search: Search): LevellingResult {
  const ids = compiled.problem.activities
    .filter((_, index) => (search.best.finish[index] ?? 0) >= compiled.horizon)
    .map((activity) => activity.id);
  return { ok: false, faults: [{ reason: 'never-enough', ids, resource: '' }] };
}
