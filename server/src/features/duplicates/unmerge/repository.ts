import type { MergeKind } from '@evenkeel/core/duplicates/merge';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

type Values = Readonly<Record<string, unknown>>;

/** One thing that a merge wrote, as the change record tells it. */
export type MergeChange = {
  readonly subject: string;
  readonly subject_id: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: Values | null;
  readonly after: Values | null;
};

/** The latest merge of a record into another that has not been taken back. */
export async function findMerge(scope: Scope, kind: MergeKind, mergedId: string) {
  return scope.tx
    .selectFrom('record_merge')
    .select(['id', 'subject_id', 'name'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('subject_kind', '=', kind)
    .where(sql<boolean>`merged_id = ${mergedId}`)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
}

/**
 * Everything that the transaction of a merge wrote, the last first. All changes of a transaction bear
 * the moment at which it began, to the microsecond, and the member who asked for it.
 */
export async function changesOfMerge(
  scope: Scope,
  mergeId: string,
): Promise<readonly MergeChange[]> {
  const { rows } = await sql<MergeChange>`
    select c.subject, c.subject_id, c.action, c.before, c.after
    from change c join change m on m.workspace_id = c.workspace_id
      and m.at = c.at and m.member_id is not distinct from c.member_id
    where m.workspace_id = ${scope.workspaceId}
      and m.subject = 'record_merge' and m.subject_id = ${mergeId} and m.action = 'create'
    order by c.id desc`.execute(scope.tx);
  return rows;
}

/** Whether the merged record still lies in the trash, and the kept one is not in it. */
export async function canBeParted(
  scope: Scope,
  kind: MergeKind,
  { keptId, mergedId }: { readonly keptId: string; readonly mergedId: string },
): Promise<boolean> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(kind)} t where t.workspace_id = ${scope.workspaceId}
      and ((t.id = ${keptId} and t.deleted_at is null)
        or (t.id = ${mergedId} and t.deleted_at is not null))`.execute(scope.tx);
  return rows[0]?.n === 2;
}

/** A row as it is now, in the form of the change record; locked against other writers. */
export async function rowNow(scope: Scope, table: string, id: string): Promise<Values | null> {
  const { rows } = await sql<{ row: Values }>`
    select to_jsonb(t) as row from ${sql.table(table)} t
    where t.workspace_id = ${scope.workspaceId} and t.id = ${id} for update`.execute(scope.tx);
  return rows[0]?.row ?? null;
}

/** Puts columns of a row back to what they were. */
export async function putColumnsBack(
  scope: Scope,
  row: { readonly table: string; readonly id: string },
  columns: Values,
): Promise<void> {
  const table = sql.table(row.table);
  const sets = Object.keys(columns).map((name) => sql`${sql.ref(name)} = p.${sql.ref(name)}`);
  await sql`update ${table} t set ${sql.join(sets)}
    from jsonb_populate_record(null::${table}, ${JSON.stringify(columns)}::jsonb) p
    where t.workspace_id = ${scope.workspaceId} and t.id = ${row.id}`.execute(scope.tx);
}

/** Puts a row back that the merge had left out; not where its like stands by now. */
export async function putRowBack(scope: Scope, table: string, values: Values): Promise<boolean> {
  const whole = { ...values, workspace_id: scope.workspaceId, updated_at: scope.now };
  const { rows } = await sql`insert into ${sql.table(table)}
    select p.* from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(whole)}::jsonb) p
    on conflict do nothing returning id`.execute(scope.tx);
  return rows.length > 0;
}

/** The merge is not told any longer: the two are apart again. */
export async function forgetMerge(scope: Scope, id: string): Promise<void> {
  await sql`delete from record_merge where workspace_id = ${scope.workspaceId} and id = ${id}`.execute(
    scope.tx,
  );
}
