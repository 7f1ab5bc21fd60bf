import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, TaskId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';

/** More than anybody reads; a bound, so that no list is without one. */
const most = 20_000;

export type DueTask = {
  readonly id: TaskId;
  readonly name: string;
  readonly project: string;
  readonly dueOn: CalendarDate;
  readonly managerId: PersonId | null;
  readonly personId: PersonId;
};

/** Open tasks of our side that are due by a day, once for each person on them; the earliest first. */
export async function listDueTasks(scope: Scope, by: CalendarDate): Promise<DueTask[]> {
  const rows = await scope.tx
    .selectFrom('task')
    .innerJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'task.workspace_id')
        .onRef('project.id', '=', 'task.project_id'),
    )
    .innerJoin('assignment', (join) =>
      join
        .onRef('assignment.workspace_id', '=', 'task.workspace_id')
        .onRef('assignment.task_id', '=', 'task.id'),
    )
    .where('task.workspace_id', '=', scope.workspaceId)
    .where('task.deleted_at', 'is', null)
    .where('task.state', '!=', 'done')
    .where('task.due_on', '<=', by)
    .where('project.deleted_at', 'is', null)
    .where('project.state', 'in', ['approved', 'executing'])
    .select(['task.id', 'task.name', 'task.due_on', 'project.name as project'])
    .select(['project.project_manager_id as managerId', 'assignment.person_id as personId'])
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(most)
    .execute();
  return rows.flatMap(({ due_on: dueOn, ...row }) => (dueOn === null ? [] : [{ ...row, dueOn }]));
}
