import { sumOf } from '../grouping.ts';
import type { TaskId } from '../id.ts';
import type { PeopleLimits } from '../schedule/uncertainty/people-limits.ts';
import type { ScheduledPlan } from './schedule-dates.ts';

/**
 * How much of whose time each open task takes while it is worked on: its effort over its length, shared
 * by the units of its people, and of each at most what they are assigned with. Without an estimate it
 * takes nobody's time, as in levelling; milestones and what is done do not either.
 */
export function peopleLimits({ index, problem }: ScheduledPlan): PeopleLimits {
  const limits = new Map<string, { readonly worker: string; readonly share: number }[]>();
  for (const { id, duration } of problem.tasks) {
    // The engine's tasks are those of the plan.
    const task = index.tasks.get(id as TaskId);
    const staff = task ? (index.staff.get(task.id) ?? []) : [];
    const units = sumOf(staff, (one) => one.units);
    const effort = task?.estimateMinutes ?? 0;
    if (!task || task.state === 'done' || effort <= 0 || duration.minutes <= 0 || units <= 0)
      continue;
    const share = (own: number) =>
      Math.min(own, (effort * 10_000 * own) / units / duration.minutes);
    limits.set(
      id,
      staff.map(({ person, units: own }) => ({ worker: person.id, share: share(own) })),
    );
  }
  return limits;
}
