import { addDays } from '../../../calendar-date.ts';
import type { LevellingPace, LevellingPart } from '../problem.ts';
import type { WorkTask } from './firm-work.ts';
import { paceOf, type Staff, type Worker } from './staff.ts';
import { type WorkDays, workDayMinutes } from './work-days.ts';

/** A task as levelling sees it: so many working days at least, so much of each person. */
export type TaskShape = {
  readonly duration: number;
  /** What each of its people has to do; none where nobody is there to do it. */
  readonly parts: readonly LevellingPart[];
  readonly paces: readonly LevellingPace[];
  /** The first working day on which one of its people is not there any more. */
  readonly goneFrom: number | null;
  /** Why it takes nobody's time. */
  readonly gap: Exclude<ShapeGap, 'person-leaves'> | null;
};

/** What keeps a task from being planned by effort; with the last, part of it only. */
export const shapeGaps = ['no-estimate', 'nobody', 'person-leaves'] as const;
export type ShapeGap = (typeof shapeGaps)[number];

/**
 * How long a task takes and of whom. Planned days stay as many as they are where the people can do the
 * remaining effort in them; else, and without days, it takes as long as the effort needs, at the share of
 * their time that people are assigned with and with the minutes that each has on each day. Work without
 * people is done by one person of its role.
 */
export function shapeOf(task: WorkTask, staff: Staff, axis: WorkDays): TaskShape {
  const none = { parts: [], paces: [], goneFrom: null };
  if (task.isMilestone) return { ...none, duration: 0, gap: null };
  const sources = sourcesOf(task, staff);
  const planned = plannedDays(task, axis, sources);
  const left = Math.max(0, (task.estimateMinutes ?? 0) - task.loggedMinutes);
  if (sources.length === 0) {
    const duration = Math.max(1, planned ?? Math.ceil(left / workDayMinutes));
    return { ...none, duration, gap: task.estimateMinutes === null ? 'no-estimate' : 'nobody' };
  }
  const gone = sources.flatMap(({ worker }) => worker.goneFrom ?? []);
  return {
    duration: Math.max(1, planned ?? 0),
    parts: sources.map(({ worker, pace }, at) => ({
      // In whole minutes, of which the first take the rest.
      units: Math.floor(left / sources.length) + (at < left % sources.length ? 1 : 0),
      pace: pace.id,
      takes: worker.takes,
    })),
    paces: sources.map(({ pace }) => pace),
    goneFrom: gone.length > 0 ? Math.min(...gone) : null,
    gap: task.estimateMinutes === null ? 'no-estimate' : null,
  };
}

type Source = { readonly worker: Worker; readonly pace: LevellingPace };

/** Its people with the share of their time that each gives; without any, its role. */
function sourcesOf(task: WorkTask, staff: Staff): readonly Source[] {
  const named = task.assignees.flatMap(({ personId, share }) => {
    const worker = staff.people.get(personId);
    return worker ? [{ worker, pace: paceOf(worker, share) }] : [];
  });
  if (named.length > 0 || task.estimateMinutes === null) return named;
  const pool = task.roleId === null ? undefined : staff.pools.get(task.roleId);
  return pool ? [{ worker: pool, pace: paceOf(pool, 10_000) }] : [];
}

/** Days from start to due day on which all its people work, as far as they lie ahead; null without both. */
function plannedDays(task: WorkTask, axis: WorkDays, sources: readonly Source[]): number | null {
  if (task.startOn === null || task.dueOn === null) return null;
  const first = axis.slotOf(task.startOn);
  const last = axis.slotOf(addDays(task.dueOn, 1));
  if (last <= first) return null;
  let days = 0;
  for (let slot = first; slot < last; slot += 1)
    if (sources.every(({ worker: { minutes } }) => (minutes[slot] ?? minutes.at(-1)) !== 0))
      days += 1;
  return Math.max(1, days);
}
