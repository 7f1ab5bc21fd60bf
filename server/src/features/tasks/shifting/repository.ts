import type { ProjectId, TaskId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';

/** A bound, so that no list is without one. */
const most = 100_000;

/** Tasks of a project that are not done and have a day. */
export async function listOpenTasks(scope: Scope, projectId: ProjectId): Promise<TaskId[]> {
  const rows = await scope.tx
    .selectFrom('task')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .where('state', '<>', 'done')
    .where((of) => of.or([of('start_on', 'is not', null), of('due_on', 'is not', null)]))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => row.id);
}
