import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import type { Scope } from '../../../../platform/db/scope.ts';

/** A bound, so that no list is without one. */
const most = 100_000;

/** Tasks of a project that somebody is to begin on a day or later. */
export async function listTasksAhead(
  scope: Scope,
  projectId: ProjectId,
  whose: { readonly personId: PersonId; readonly from: CalendarDate },
): Promise<TaskId[]> {
  const rows = await openTasks(scope, projectId)
    .where((of) => of.or([of('start_on', 'is', null), of('start_on', '>=', whose.from)]))
    .where('id', 'in', (of) =>
      of
        .selectFrom('assignment')
        .select('task_id')
        .where('workspace_id', '=', scope.workspaceId)
        .where('person_id', '=', whose.personId),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Tasks of a project that ask for a role, that nobody does, and that are not due before a day. */
export async function listUnstaffed(
  scope: Scope,
  projectId: ProjectId,
  asked: { readonly roleId: RoleId | null; readonly from: CalendarDate },
): Promise<TaskId[]> {
  if (asked.roleId === null) return [];
  const rows = await openTasks(scope, projectId)
    .where('role_id', '=', asked.roleId)
    .where((of) => of.or([of('due_on', 'is', null), of('due_on', '>=', asked.from)]))
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('assignment')
            .select('assignment.id')
            .whereRef('assignment.workspace_id', '=', 'task.workspace_id')
            .whereRef('assignment.task_id', '=', 'task.id'),
        ),
      ),
    )
    .execute();
  return rows.map((row) => row.id);
}

function openTasks(scope: Scope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('task')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'done')
    .orderBy('id')
    .limit(most);
}
