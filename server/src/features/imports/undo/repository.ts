import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** One row of the change record that an import wrote. */
export type ImportedChange = {
  readonly subject: string;
  readonly subjectId: string;
  /** The record that it hangs on, or itself. */
  readonly rootId: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly before: Readonly<Record<string, unknown>> | null;
};

/** Kinds that go to the trash when their import is undone, those first that name others. */
export const trashedKinds = ['deal', 'account', 'product', 'task', 'project', 'person'] as const;

/** What an import changed on records that people see, in the order in which it did. */
export async function importedChanges(
  scope: Scope,
  run: { readonly source: string; readonly from: Date; readonly to: Date },
): Promise<ImportedChange[]> {
  const rows = await scope.tx
    .selectFrom('change')
    .select(['subject', 'subject_id', 'root_id', 'action', 'before'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('at', '>=', run.from)
    .where('at', '<=', run.to)
    .where('source', '=', run.source)
    .where('subject', '<>', 'import')
    .orderBy('id')
    .execute();
  return rows.map(({ subject_id, root_id, ...row }) => ({
    ...row,
    subjectId: subject_id,
    rootId: root_id,
  }));
}

/** How many of these records, or of what hangs on them, were changed after the import. */
export async function countChangedSince(
  scope: Scope,
  ids: readonly string[],
  run: { readonly source: string; readonly from: Date },
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(distinct root_id) as count from change
    where workspace_id = ${scope.workspaceId}::uuid and at >= ${run.from}
      and root_id = any(${[...ids]}::uuid[])
      and id > (select max(id) from change where workspace_id = ${scope.workspaceId}::uuid
                and at >= ${run.from} and source = ${run.source})`.execute(scope.tx);
  return Number(rows[0]?.count ?? 0);
}

/** How many other records name these ones by now. */
export async function countUsesElsewhere(scope: Scope, ids: readonly string[]): Promise<number> {
  const own = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<{ count: string }>`
    with own as (select unnest(${own}) as id)
    select
      (select count(*) from deal d where d.deleted_at is null and not d.id = any(${own})
        and (d.account_id in (select id from own) or d.product_id in (select id from own)
          or d.owner_id in (select id from own)))
      + (select count(*) from account a where a.deleted_at is null and not a.id = any(${own})
        and (a.parent_id in (select id from own) or a.owner_id in (select id from own)))
      + (select count(*) from project p where p.deleted_at is null
        and not p.id = any(${own})
        and (p.deal_id in (select id from own) or p.account_id in (select id from own)
          or p.owner_id in (select id from own) or p.project_manager_id in (select id from own)))
      + (select count(*) from assignment s where s.person_id in (select id from own)
        and not s.task_id in (select id from own))
      + (select count(*) from time_entry e where e.deleted_at is null
        and (e.person_id in (select id from own) or e.task_id in (select id from own)))
      + (select count(*) from member m where m.person_id in (select id from own))
      as count`.execute(scope.tx);
  return Number(rows[0]?.count ?? 0);
}

/** Tables whose rows hang on a record, with the column that names it. */
export const hangingKinds = {
  assignment: 'task_id',
  checklist_item: 'task_id',
  dependency: 'successor_id',
  tagging: 'subject_id',
  comment: 'subject_id',
  custom_value: 'subject_id',
} as const;

/** Takes off what an import hung on records that were here before; what hangs on others goes with them. */
export async function deleteHanging(
  scope: Scope,
  kind: keyof typeof hangingKinds,
  of: { readonly ids: readonly string[]; readonly made: readonly string[] },
): Promise<void> {
  if (of.ids.length === 0) return;
  await sql`
    delete from ${sql.table(kind)}
    where workspace_id = ${scope.workspaceId}::uuid and id = any(${[...of.ids]}::uuid[])
      and not ${sql.ref(hangingKinds[kind])} = any(${[...of.made]}::uuid[])`.execute(scope.tx);
}

/** Deletes phases and kept plans of projects that stay; phases only while no task out of the trash uses them. */
export async function deleteParts(
  scope: Scope,
  of: { readonly phases: readonly string[]; readonly baselines: readonly string[] },
): Promise<void> {
  await sql`
    delete from baseline b using project p
    where b.workspace_id = ${scope.workspaceId}::uuid and b.id = any(${[...of.baselines]}::uuid[])
      and p.workspace_id = b.workspace_id and p.id = b.project_id and p.deleted_at is null`.execute(
    scope.tx,
  );
  const { rows } = await sql<{ id: string }>`
    select f.id from phase f join project p on p.workspace_id = f.workspace_id and p.id = f.project_id
    where f.workspace_id = ${scope.workspaceId}::uuid and f.id = any(${[...of.phases]}::uuid[])
      and p.deleted_at is null and not exists (select from task t
        where t.workspace_id = f.workspace_id and t.phase_id = f.id and t.deleted_at is null)`.execute(
    scope.tx,
  );
  const ids = rows.map(({ id }) => id);
  await sql`update task set phase_id = null where workspace_id = ${scope.workspaceId}::uuid
    and phase_id = any(${ids}::uuid[])`.execute(scope.tx);
  await sql`delete from phase where workspace_id = ${scope.workspaceId}::uuid
    and id = any(${ids}::uuid[])`.execute(scope.tx);
}

/** Moves records of one kind into the trash. */
export async function trashRecords(
  scope: Scope,
  kind: (typeof trashedKinds)[number],
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update ${sql.table(kind)} set deleted_at = ${scope.now}
    where workspace_id = ${scope.workspaceId}::uuid and deleted_at is null
      and id = any(${[...ids]}::uuid[])`.execute(scope.tx);
}

/** Gives columns of records back the values they had. The columns' names come from the change record. */
export async function giveBack(
  scope: Scope,
  kind: string,
  changes: readonly { readonly id: string; readonly before: Readonly<Record<string, unknown>> }[],
): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const columns = Object.keys(first.before);
  const sets = columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`);
  const rows = changes.map(({ id, before }) => ({ ...before, id }));
  // Every column of the kind's own table, typed by it; those not given are not set.
  await sql`
    update ${sql.table(kind)} as t set ${sql.join(sets)}
    from jsonb_populate_recordset(null::${sql.table(kind)}, ${JSON.stringify(rows)}::jsonb) as r
    where t.workspace_id = ${scope.workspaceId}::uuid and t.id = r.id`.execute(scope.tx);
}
