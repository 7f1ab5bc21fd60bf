import { groupedBy } from '@evenkeel/core/grouping';
import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { estimateSpread } from '@evenkeel/core/projects/estimate-spread';
import type { PlannedSchedule, PlannedTask } from '@evenkeel/core/projects/plan';
import type { StandingProject } from '@evenkeel/core/projects/standing';
import { positionStep } from '@evenkeel/core/projects/task';
import { columnsOf } from '../../../platform/db/columns.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { assignPlanned, listAssignments } from '../assignments/service.ts';
import { insertItems, listItems } from '../checklist/service.ts';
import { insertDependencies, listBetween } from '../dependencies/service.ts';
import { insertTasks, listPlanTasks } from './repository.ts';

export { insertTasks } from './repository.ts';

/** The tasks of a project as they stand, with what waits for what among them. */
export async function readStandingTasks(
  scope: Scope,
  projectId: ProjectId,
): Promise<Pick<StandingProject, 'tasks' | 'dependencies'>> {
  const tasks = await listPlanTasks(scope, projectId);
  const ids = tasks.map((task) => task.id);
  const items = groupedBy(await listItems(scope, ids), (item) => item.task_id);
  const people = groupedBy(await listAssignments(scope, ids), (row) => row.task_id);
  return {
    tasks: tasks.map((task) => ({
      id: task.id,
      parentId: task.parent_id,
      phaseId: task.phase_id,
      position: task.position,
      name: task.name,
      notes: task.notes,
      acceptance: task.acceptance,
      roleId: task.role_id,
      estimateMinutes: task.estimate_minutes,
      spread: estimateSpread(task.estimate_minutes, {
        optimisticMinutes: task.optimistic_minutes,
        pessimisticMinutes: task.pessimistic_minutes,
      }),
      startOn: task.start_on,
      dueOn: task.due_on,
      isMilestone: task.is_milestone,
      schedule: {
        scheduling: task.scheduling,
        constraintType: task.constraint_type,
        constraintOn: task.constraint_on,
        constraintMinute: task.constraint_minute,
        durationMinutes: task.duration_minutes,
        splits: task.splits,
        taskType: task.task_type,
        isEffortDriven: task.is_effort_driven,
        deadlineOn: task.deadline_on,
        calendarId: task.calendar_id,
      },
      checklist: (items.get(task.id) ?? []).map((item) => item.name),
      assigneeIds: (people.get(task.id) ?? []).map((row) => row.person_id),
    })),
    dependencies: (await listBetween(scope, ids)).map((row) => ({
      predecessorId: row.predecessor_id,
      successorId: row.successor_id,
      type: row.type,
      lagMinutes: row.lag_minutes,
    })),
  };
}

/** What was said of a copied task; its days follow from that, unless somebody holds it by hand. */
function said(
  { startOn, dueOn }: Pick<PlannedTask, 'startOn' | 'dueOn'>,
  schedule: PlannedSchedule,
) {
  const isHeld = schedule.scheduling === 'manual';
  return {
    startOn: isHeld ? startOn : null,
    dueOn: isHeld ? dueOn : null,
    schedule: columnsOf(schedule),
  };
}

/** Adds the tasks of a plan to a new project. The ids come in the order of the plan. */
export async function createPlannedTasks(
  scope: Scope,
  projectId: ProjectId,
  tasks: readonly PlannedTask[],
  phaseIds: readonly PhaseId[],
): Promise<TaskId[]> {
  const placed = tasks.map(({ phaseIndex, schedule, ...task }) => ({
    ...task,
    ...(schedule ? said(task, schedule) : {}),
    phaseId: phaseIndex === null ? null : (phaseIds[phaseIndex] ?? null),
  }));
  const ids = await insertTasks(scope, projectId, placed, positionStep);
  const made = tasks.flatMap((task, index) => {
    const id = ids[index];
    return id ? [{ id, task }] : [];
  });
  await insertItems(
    scope,
    made.flatMap(({ id, task }) =>
      task.checklist.map((name, index) => ({
        projectId,
        taskId: id,
        name,
        position: (index + 1) * positionStep,
        isDone: false,
      })),
    ),
  );
  await insertDependencies(
    scope,
    made.flatMap(({ id, task }) =>
      task.after.flatMap(({ index, type, lagMinutes }) => {
        const predecessorId = ids[index];
        return predecessorId
          ? [{ projectId, predecessorId, successorId: id, type, lagMinutes }]
          : [];
      }),
    ),
  );
  await assignPlanned(
    scope,
    projectId,
    made.flatMap(({ id, task }) => task.assigneeIds.map((personId) => ({ taskId: id, personId }))),
  );
  return ids;
}
