import type { DealId, TaskId, TimeEntryId } from '@evenkeel/core/id';
import type { Scope } from '../../../platform/db/scope.ts';

/** What the rows behind a figure show beside their numbers. */
export async function listRowWords(
  scope: Scope,
  ids: {
    readonly entries: readonly TimeEntryId[];
    readonly tasks: readonly TaskId[];
    readonly deals: readonly DealId[];
  },
) {
  const entries = await scope.tx
    .selectFrom('time_entry')
    .select(['id', 'note', 'task_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', ids.entries.length > 0 ? ids.entries : [noId<TimeEntryId>()])
    .orderBy('id')
    .limit(ids.entries.length + 1)
    .execute();
  const taskIds = [
    ...ids.tasks,
    ...entries.flatMap((entry) => (entry.task_id === null ? [] : [entry.task_id])),
  ];
  const tasks = await scope.tx
    .selectFrom('task')
    .select(['id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', 'in', taskIds.length > 0 ? taskIds : [noId<TaskId>()])
    .orderBy('id')
    .limit(taskIds.length + 1)
    .execute();
  const accounts = await scope.tx
    .selectFrom('deal')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'deal.workspace_id')
        .onRef('account.id', '=', 'deal.account_id'),
    )
    .select(['deal.id', 'account.name'])
    .where('deal.workspace_id', '=', scope.workspaceId)
    .where('deal.id', 'in', ids.deals.length > 0 ? ids.deals : [noId<DealId>()])
    .orderBy('deal.id')
    .limit(ids.deals.length + 1)
    .execute();
  return { entries, tasks, accounts };
}

/** No record bears it; an empty `in ()` is no SQL. */
function noId<I extends string>(): I {
  return '00000000-0000-0000-0000-000000000000' as I;
}
