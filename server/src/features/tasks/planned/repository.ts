import type { PhaseId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { PlannedTask } from '@evenkeel/core/projects/plan';
import { positionStep, type TaskState } from '@evenkeel/core/projects/task';
import { nextNumbers } from '../../../platform/db/numbers.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

export type NewTask = Omit<PlannedTask, 'phaseIndex'> & {
  readonly phaseId: PhaseId | null;
  readonly state?: TaskState;
};

/** Adds tasks one after the other, from a position on. The ids come in the order of the tasks. */
export async function insertTasks(
  scope: Scope,
  projectId: ProjectId,
  tasks: readonly NewTask[],
  firstPosition: number,
): Promise<TaskId[]> {
  if (tasks.length === 0) return [];
  const first = await nextNumbers(scope, 'task', tasks.length);
  const rows = tasks.map((task, index) => ({
    workspace_id: scope.workspaceId,
    id: newId<TaskId>(),
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
  }));
  await scope.tx.insertInto('task').values(rows).execute();
  return rows.map((row) => row.id);
}
