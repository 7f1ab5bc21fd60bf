import { inOrder } from '@evenkeel/core/duplicates/likeness';
import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { sql } from 'kysely';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** A record with all its columns: merging looks at them by the names of the fields. */
export type FullRecord = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly created_at: Date;
  readonly deleted_at: Date | null;
  readonly owner_name: string | null;
  readonly parent_name: string | null;
};

export type NamedSide = { id: string; number: number; name: string; detail: string };

/** Two records, kept from changing until the transaction ends when `isLocked`. */
export async function findPair(
  scope: Scope,
  kind: MergeKind,
  ids: readonly string[],
  isLocked = false,
): Promise<FullRecord[]> {
  const parent =
    kind === 'account'
      ? sql`(select p.name from account p where p.workspace_id = t.workspace_id and p.id = t.parent_id)`
      : sql`null`;
  const { rows } = await sql<FullRecord>`select t.*, ${parent} as parent_name,
      (select p.name from person p where p.workspace_id = t.workspace_id and p.id = t.owner_id) as owner_name
    from ${sql.table(kind)} t where t.workspace_id = ${scope.workspaceId}
      and t.id = any(${ids}::uuid[]) and t.deleted_at is null
    order by t.id ${isLocked ? sql`for update of t` : sql``}`.execute(scope.tx);
  return rows;
}

/** Accounts by id, each with what tells it from others. */
export async function accountSides(scope: Scope, ids: readonly string[]): Promise<NamedSide[]> {
  const { rows } = await sql<NamedSide>`
    select id, number, name, concat_ws(', ', nullif(website, ''), sector, country) as detail
    from account where workspace_id = ${scope.workspaceId} and id = any(${ids}::uuid[])`.execute(
    scope.tx,
  );
  return rows;
}

/** Contacts by id, each with what tells them from others. */
export async function contactSides(scope: Scope, ids: readonly string[]): Promise<NamedSide[]> {
  const { rows } = await sql<NamedSide>`
    select c.id, c.number, c.name, concat_ws(', ',
      (select e.email from contact_email e where e.workspace_id = c.workspace_id and e.contact_id = c.id
        order by e.position, e.id limit 1),
      nullif(c.job_title, ''),
      (select a.name from contact_account ca join account a on a.workspace_id = ca.workspace_id and a.id = ca.account_id
        where ca.workspace_id = c.workspace_id and ca.contact_id = c.id
        order by ca.is_primary desc, a.name limit 1)) as detail
    from contact c where c.workspace_id = ${scope.workspaceId} and c.id = any(${ids}::uuid[])`.execute(
    scope.tx,
  );
  return rows;
}

export async function listDismissals(scope: Scope) {
  return scope.tx
    .selectFrom('duplicate_dismissal')
    .select(['first_id', 'second_id'])
    .where('workspace_id', '=', scope.workspaceId)
    .orderBy('id')
    .limit(100_000)
    .execute();
}

export async function insertDismissal(scope: Scope, kind: MergeKind, one: string, two: string) {
  const [first_id, second_id] = inOrder(one, two);
  await scope.tx
    .insertInto('duplicate_dismissal')
    .values({ workspace_id: scope.workspaceId, id: newId(), kind, first_id, second_id })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'first_id', 'second_id']).doNothing(),
    )
    .execute();
}

export async function deleteDismissal(scope: Scope, one: string, two: string) {
  const [first, second] = inOrder(one, two);
  await scope.tx
    .deleteFrom('duplicate_dismissal')
    .where('workspace_id', '=', scope.workspaceId)
    .where('first_id', '=', first)
    .where('second_id', '=', second)
    .execute();
}

export async function updateKept(
  scope: Scope,
  kind: MergeKind,
  kept: { readonly id: string; readonly version: number },
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  await updateRecord(scope, kind, kept, columns);
}

export async function trashMerged(scope: Scope, kind: MergeKind, id: string): Promise<void> {
  await setDeleted(scope, kind, id, true);
}

export async function insertMerge(
  scope: Scope,
  kind: MergeKind,
  { keptId, merged, moved }: { keptId: string; merged: FullRecord; moved: string },
): Promise<void> {
  await scope.tx
    .insertInto('record_merge')
    .values({
      workspace_id: scope.workspaceId,
      id: newId(),
      subject_kind: kind,
      subject_id: keptId,
      merged_id: merged.id,
      name: merged.name,
      moved,
    })
    .execute();
}

export async function findMergedInto(scope: Scope, kind: MergeKind, id: string) {
  const { rows } = await sql<{ id: string; name: string; created_at: Date }>`
    select t.id, t.name, m.created_at from record_merge m
    join ${sql.table(kind)} t on t.workspace_id = m.workspace_id and t.id = m.subject_id
    where m.workspace_id = ${scope.workspaceId} and m.merged_id = ${id} and m.subject_kind = ${kind}
    order by m.created_at desc, m.id desc limit 1`.execute(scope.tx);
  return rows[0];
}
