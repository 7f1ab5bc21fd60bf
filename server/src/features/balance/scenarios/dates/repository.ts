import type { Scope } from '../../../../platform/db/scope.ts';

/** A bound, so that no list is without one. */
const most = 500_000;

/** Where open tasks lie now, those in the trash left out. */
export function listDays(scope: Scope) {
  return scope.tx
    .selectFrom('task')
    .select(['id', 'project_id', 'is_milestone', 'start_on', 'due_on'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('deleted_at', 'is', null)
    .where('state', '!=', 'done')
    .orderBy('id')
    .limit(most)
    .execute();
}

export type TaskDays = Awaited<ReturnType<typeof listDays>>[number];
