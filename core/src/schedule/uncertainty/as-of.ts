import type { Constraint, Minute, ScheduleLink, ScheduleProject, ScheduleTask } from '../model.ts';

const nowId = '\u0000now';

/**
 * The plan as it can still come out: what is not done lies on or after `now`, work under way goes on then.
 * Dates that were typed for tasks by hand stay, but for a finish that has passed.
 */
export function asOf(project: ScheduleProject, now: Minute): ScheduleProject {
  const parents = new Set(project.tasks.map(({ parentId }) => parentId));
  const links: ScheduleLink[] = [];
  const tasks = project.tasks.map((task) => {
    if (parents.has(task.id) || task.isActive === false) return task;
    const { progress, manual } = task;
    if (progress?.actualFinish !== undefined) return task;
    if (progress?.actualStart !== undefined)
      return { ...task, progress: { ...progress, resume: Math.max(progress.resume ?? now, now) } };
    if (manual) return { ...task, manual: manualFrom(manual, now) };
    const constraint = startingFrom(task.constraint, now);
    if (constraint) return { ...task, constraint };
    links.push({ predecessorId: nowId, successorId: task.id, type: 'finishToStart' });
    return task;
  });
  if (links.length === 0) return { ...project, tasks };
  return { ...project, tasks: [...tasks, milestoneOn(now)], links: [...project.links, ...links] };
}

/** The constraint with `now` in it; null where it says something else than a start. */
function startingFrom(constraint: Constraint | undefined, now: Minute): Constraint | null {
  switch (constraint?.type) {
    case undefined:
    case 'asSoonAsPossible':
      return { type: 'startNoEarlierThan', date: now };
    case 'startNoEarlierThan':
      return { ...constraint, date: Math.max(constraint.date, now) };
    case 'startNoLaterThan':
    case 'finishNoLaterThan':
    case 'mustStartOn':
    case 'mustFinishOn':
      // What had to be before today and is not done cannot be kept any more.
      return constraint.date < now ? { type: 'startNoEarlierThan', date: now } : null;
    default:
      return null;
  }
}

function manualFrom(manual: NonNullable<ScheduleTask['manual']>, now: Minute) {
  if (manual.finish === undefined) return { start: Math.max(manual.start ?? now, now) };
  return { ...manual, finish: Math.max(manual.finish, now) };
}

function milestoneOn(date: Minute): ScheduleTask {
  return {
    id: nowId,
    duration: { minutes: 0, unit: 'working' },
    manual: { start: date, finish: date },
  };
}
