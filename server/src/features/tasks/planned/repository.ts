import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import { estimateRange, noSpread } from '@evenkeel/core/projects/estimate-spread';
import type { PlannedTask } from '@evenkeel/core/projects/plan';
import { positionStep, type TaskState } from '@evenkeel/core/projects/task';
import type { Insertable } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { TaskTable } from '../../../schema/tables.ts';

type Plain = Omit<
  PlannedTask,
  'schedule' | 'phaseIndex' | 'parentIndex' | 'checklist' | 'assigneeIds' | 'after'
>;

export type NewTask = Plain & {
  readonly phaseId: PhaseId | null;
  readonly state?: TaskState;
  readonly parentId?: TaskId | null;
  /** Where among the tasks stands the one it is part of; always an earlier one. */
  readonly parentIndex?: number | null;
  /** What was said of its schedule, as columns; without it, its days count as typed. */
  readonly schedule?: Partial<Insertable<TaskTable>>;
};

/** The tasks of a project that are not in the trash. */
export function listPlanTasks(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'parent_id', 'phase_id', 'position', 'name', 'notes', 'acceptance'])
    .select(['role_id', 'estimate_minutes', 'start_on', 'due_on', 'is_milestone'])
    .select(['optimistic_minutes', 'pessimistic_minutes'])
    .select(['scheduling', 'constraint_type', 'constraint_on', 'duration_minutes', 'task_type'])
    .select(['is_effort_driven', 'deadline_on', 'calendar_id', 'constraint_minute', 'splits'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(20_000)
    .execute();
}

/** Every column is named, since the rows travel as JSON. */
const noSchedule = {
  scheduling: 'automatic',
  constraint_type: 'as-soon-as-possible',
  constraint_on: null,
  constraint_minute: null,
  splits: [],
  typed_due_on: null,
  duration_minutes: null,
  task_type: 'fixed-duration',
  is_effort_driven: false,
  deadline_on: null,
  percent_complete: 0,
  actual_start_on: null,
  calendar_id: null,
  schedule_priority: 500,
} as const;

/** Hours at best and at worst, from what was sold or estimated. */
function rangeOf({ estimateMinutes, spread = noSpread }: NewTask) {
  const range = estimateRange(estimateMinutes, spread);
  return {
    optimistic_minutes: range.optimisticMinutes,
    pessimistic_minutes: range.pessimisticMinutes,
  };
}

/** Adds tasks one after the other, from a position on. The ids come in the order of the tasks. */
export async function insertTasks(
  scope: Scope,
  projectId: ProjectId,
  tasks: readonly NewTask[],
  firstPosition: number,
): Promise<TaskId[]> {
  if (tasks.length === 0) return [];
  const first = await nextNumbers(scope, 'task', tasks.length);
  const ids = tasks.map(() => newId<TaskId>());
  const parentOf = ({ parentId, parentIndex }: NewTask) =>
    parentId ?? (parentIndex == null ? null : (ids[parentIndex] ?? null));
  const rows = tasks.map((task, index) => ({
    id: ids[index],
    number: first + index,
    project_id: projectId,
    phase_id: task.phaseId,
    name: task.name,
    notes: task.notes,
    position: firstPosition + index * positionStep,
    state: task.state ?? 'open',
    done_on: task.state === 'done' ? scope.today : null,
    role_id: task.roleId,
    estimate_minutes: task.estimateMinutes,
    start_on: task.startOn,
    due_on: task.dueOn,
    is_milestone: task.isMilestone,
    parent_id: parentOf(task),
    acceptance: task.acceptance,
    ...noSchedule,
    ...rangeOf(task),
    ...task.schedule,
  }));
  await insertRows(scope, 'task', rows);
  return ids;
}
