import type { HandOffDraft } from '../deals/hand-off.ts';
import type { Id } from '../id.ts';
import type { Addition } from './scenario-change.ts';

/** More than a hand-off can make. */
const mostTasks = 100_000;

/** The priority that a client project starts with. */
const usualPriority = 3;

/**
 * What accepting a hand-off would add: its client project, approved, with the tasks that take time,
 * nobody assigned. The ids stand for those the server will make. They sort after every real id, as
 * a new UUIDv7 does, so that the project is served in the same order before and after it exists.
 * `place` tells several additions apart, in the order in which they would be made.
 */
export function additionOfHandOff(draft: HandOffDraft, place = 0): Addition {
  const { project } = draft;
  const projectId = lastId<'project'>(place);
  const parents = new Set(draft.tasks.map((task) => task.parentIndex));
  return {
    dealId: project.dealId,
    project: {
      id: projectId,
      name: project.name,
      kind: 'client',
      isCommitted: true,
      startOn: project.startOn,
      endOn: project.endOn,
      teamId: project.teamId,
      promisedWeeklyMinutes: 0,
      priority: usualPriority,
    },
    tasks: draft.tasks
      .map((task, index) => ({ ...task, hasSubTasks: parents.has(index) }))
      .filter((task) => !task.isMilestone)
      .map((task, index) => ({
        id: lastId<'task'>(place * mostTasks + index),
        projectId,
        name: task.name,
        roleId: task.roleId,
        startOn: task.startOn,
        dueOn: task.dueOn,
        estimateMinutes: task.estimateMinutes,
        loggedMinutes: 0,
        isDone: false,
        hasSubTasks: task.hasSubTasks,
        assigneeIds: [],
      })),
  };
}

/** The id of the `index`th record of its kind that something would make; after every real one. */
export function lastId<Noun extends string>(index: number): Id<Noun> {
  // Shaped like a UUID; it names something that does not exist yet.
  return `ffffffff-ffff-7fff-bfff-${String(index).padStart(12, '0')}` as Id<Noun>;
}
