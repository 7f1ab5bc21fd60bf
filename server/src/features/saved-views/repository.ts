import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { savedViews } from '@evenkeel/contract/saved-views';
import type { SavedViewId } from '@evenkeel/core/id';
import { columnsOf } from '../../platform/db/columns.ts';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

export type SavedViewRecord = Awaited<ReturnType<typeof listViews>>[number];

/** Views that a member sees: own ones and those that are shared. */
export function listViews(scope: Scope, { list }: QueryOf<typeof savedViews.list>) {
  let query = viewRows(scope)
    .where('saved_view.deleted_at', 'is', null)
    .where((where) =>
      where.or([
        where('saved_view.is_shared', '=', true),
        where('saved_view.member_id', '=', scope.actor.memberId),
      ]),
    );
  if (list !== undefined) query = query.where('saved_view.list', '=', list);
  return query.orderBy('saved_view.name').orderBy('saved_view.id').limit(500).execute();
}

/** One view, also a deleted one. */
export function findView(scope: Scope, id: SavedViewId): Promise<SavedViewRecord | undefined> {
  return viewRows(scope).where('saved_view.id', '=', id).executeTakeFirst();
}

export async function insertView(
  scope: Scope,
  { state, list, name, isShared, isDefault }: BodyOf<typeof savedViews.create>,
): Promise<SavedViewId> {
  const id = newId<SavedViewId>();
  await scope.tx
    .insertInto('saved_view')
    .values({
      workspace_id: scope.workspaceId,
      id,
      list,
      name,
      state: JSON.stringify(state),
      member_id: scope.actor.memberId,
      ...columnsOf({ isShared, isDefault }),
    })
    .execute();
  return id;
}

export async function updateView(
  scope: Scope,
  record: { readonly id: SavedViewId; readonly version: number },
  { state, ...change }: BodyOf<typeof savedViews.update>,
): Promise<void> {
  await updateRecord(scope, 'saved_view', record, {
    ...columnsOf(change),
    ...(state === undefined ? {} : { state: JSON.stringify(state) }),
  });
}

/** Leaves one default at most: among a member's own views of a list, or among the shared ones. */
export async function clearOtherDefaults(scope: Scope, view: SavedViewRecord): Promise<void> {
  let query = scope.tx
    .updateTable('saved_view')
    .set({ is_default: false })
    .where('list', '=', view.list)
    .where('is_shared', '=', view.is_shared)
    .where('is_default', '=', true)
    .where('id', '!=', view.id);
  if (!view.is_shared) query = query.where('member_id', '=', view.member_id);
  await query.execute();
}

/** Deletes a view or takes it back. Whether there was one to. */
export function setViewDeleted(
  scope: Scope,
  id: SavedViewId,
  isDeleted: boolean,
): Promise<boolean> {
  return setDeleted(scope, 'saved_view', id, isDeleted);
}

function viewRows(scope: Scope) {
  return scope.tx
    .selectFrom('saved_view')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'saved_view.workspace_id')
        .onRef('member.id', '=', 'saved_view.member_id'),
    )
    .where('saved_view.workspace_id', '=', scope.workspaceId)
    .select([
      'saved_view.id',
      'saved_view.version',
      'saved_view.list',
      'saved_view.name',
      'saved_view.state',
      'saved_view.is_shared',
      'saved_view.is_default',
      'saved_view.member_id',
      'member.name as member_name',
    ]);
}
