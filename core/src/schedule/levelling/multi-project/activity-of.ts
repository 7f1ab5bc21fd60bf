import { addDays } from '../../../calendar-date.ts';
import type { LevellingActivity, LevellingDemand } from '../problem.ts';
import type { WorkTask } from './firm-work.ts';
import type { Pause, Staff, StaffMember } from './staff.ts';
import { type WorkDays, workDayMinutes } from './work-days.ts';

/** A task as levelling sees it: so many working days, so much of each person. */
export type TaskShape = Pick<LevellingActivity, 'duration' | 'demands'> & {
  /** Days on which it rests, in rising order: somebody who works on it is off. */
  readonly pauses: readonly Pause[];
  /** Why it takes nobody's time. */
  readonly gap: ShapeGap | null;
};

/** What keeps a task from being planned by effort. */
export const shapeGaps = ['no-estimate', 'nobody'] as const;
export type ShapeGap = (typeof shapeGaps)[number];

/**
 * How long a task takes and of whom. Planned days stay as long as they are while the people can do the
 * remaining effort in them; else it takes as long as the effort needs. Without days, its people work on
 * it with the share of their time that they are assigned with, or one person of its role does.
 */
export function shapeOf(task: WorkTask, staff: Staff, axis: WorkDays): TaskShape {
  if (task.isMilestone) return { duration: 0, demands: [], pauses: [], gap: null };
  const workers = workersOf(task, staff);
  const pauses = unionOf(workers.flatMap((worker) => worker.pauses));
  const planned = plannedDays(task, axis, pauses);
  if (task.estimateMinutes === null) {
    return { duration: planned ?? 1, demands: [], pauses, gap: 'no-estimate' };
  }
  const left = Math.max(0, task.estimateMinutes - task.loggedMinutes) / workDayMinutes;
  const sources = sourcesOf(task, workers, staff);
  if (sources.length === 0) {
    const duration = Math.max(1, planned ?? Math.ceil(left));
    return { duration, demands: [], pauses, gap: 'nobody' };
  }
  // Per-cent days that each of them has to give.
  const each = (left * 100) / sources.length;
  const needed = Math.max(...sources.map(({ most }) => Math.ceil(each / most)));
  const duration = Math.max(1, needed, planned ?? 0);
  const demands = left === 0 ? [] : demandsOf(sources, each / duration);
  const isPooled = workers.length === 0;
  return { duration, demands, pauses: isPooled ? dipsOf(task, staff, demands) : pauses, gap: null };
}

/** Days on which a role has less than one task of it needs. */
function dipsOf(
  task: WorkTask,
  staff: Staff,
  demands: readonly LevellingDemand[],
): readonly Pause[] {
  const pool = task.roleId === null ? undefined : staff.pools.get(task.roleId);
  const changes = pool?.changes ?? [];
  const amount = demands[0]?.amount ?? 0;
  return unionOf(
    changes.flatMap(({ from, capacity }, index) => {
      const to = changes[index + 1]?.from;
      return capacity < amount && to !== undefined ? [{ from, to }] : [];
    }),
  );
}

/** Days from start to due day on which its people work, as far as they lie ahead; null without both. */
function plannedDays(task: WorkTask, axis: WorkDays, pauses: readonly Pause[]): number | null {
  if (task.startOn === null || task.dueOn === null) return null;
  const first = axis.slotOf(task.startOn);
  const last = axis.slotOf(addDays(task.dueOn, 1));
  const off = pauses.reduce(
    (sum, { from, to }) => sum + Math.max(0, Math.min(to, last) - Math.max(from, first)),
    0,
  );
  return last > first ? Math.max(1, last - first - off) : null;
}

type Source = {
  readonly resources: readonly string[];
  /** Per cent of a full-time person that it can give at most in a working day. */
  readonly most: number;
};

function workersOf(task: WorkTask, staff: Staff): readonly StaffMember[] {
  return task.assignees.flatMap(({ personId }) => staff.people.get(personId) ?? []);
}

function sourcesOf(
  task: WorkTask,
  workers: readonly StaffMember[],
  staff: Staff,
): readonly Source[] {
  const shareOf = new Map(task.assignees.map(({ personId, share }) => [personId, share]));
  const pool = task.roleId === null ? undefined : staff.pools.get(task.roleId);
  if (workers.length === 0) {
    return pool ? [{ resources: [pool.id], most: Math.min(100, pool.capacity) }] : [];
  }
  return workers.map(({ person, roleId, capacity, resource }) => {
    const own = roleId === null ? undefined : staff.pools.get(roleId);
    const share = (shareOf.get(person.id) ?? 10_000) / 10_000;
    return {
      resources: own === undefined ? [resource] : [resource, own.id],
      most: Math.max(1, Math.floor(capacity * share)),
    };
  });
}

function demandsOf(sources: readonly Source[], perDay: number): readonly LevellingDemand[] {
  const amounts = new Map<string, number>();
  for (const { resources, most } of sources) {
    const amount = Math.max(1, Math.min(most, Math.ceil(perDay)));
    for (const resource of resources) {
      amounts.set(resource, (amounts.get(resource) ?? 0) + amount);
    }
  }
  return [...amounts].map(([resource, amount]) => ({ resource, amount }));
}

/** The days off of several people as one calendar: work of all of them rests when one is away. */
function unionOf(pauses: readonly Pause[]): readonly Pause[] {
  const union: { from: number; to: number }[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    const last = union.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else union.push({ from, to });
  }
  return union;
}
