import { calculate } from './calculate.ts';
import type { ScheduleProject, ScheduleResult } from './model.ts';
import { compile } from './network.ts';
import { resultOf } from './result.ts';

/**
 * Dates of every task of a project: earliest and latest, slack, what drives it. Tasks stand at their
 * early dates, those as late as possible at their late ones. O(tasks + links).
 *
 * Faults (circles, links to nothing) are named in `issues` and left out; the rest is scheduled. For
 * edits that follow, keep `calculate(compile(project))` and use `reschedule`.
 */
export function schedule(project: ScheduleProject): ScheduleResult {
  return resultOf(calculate(compile(project)));
}
