import type { ImportId } from '@evenkeel/core/id';
import type { CellValue } from '@evenkeel/core/imports/plan-context';
import type { RecordKind } from '@evenkeel/core/imports/problem';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** A record with its values by field; references are ids by now. */
export type WrittenRecord = {
  readonly id: string;
  /** Null for kinds that bear no number, and for records that are there already. */
  readonly number: number | null;
  readonly values: Readonly<Record<string, CellValue>>;
};

type Column = { readonly field: string; readonly column: string; readonly type: string };

/** Where each field of an import goes. Names and types come from here only, never from input. */
const columns: Readonly<Record<RecordKind, readonly Column[]>> = {
  team: [column('name', 'text')],
  person: [
    column('name', 'text'),
    column('email', 'text'),
    column('team', 'uuid', 'team_id'),
    column('manager', 'uuid', 'manager_id'),
  ],
  product: [column('name', 'text'), column('series', 'text'), column('price', 'bigint')],
  account: [
    column('name', 'text'),
    column('sector', 'text'),
    column('country', 'text'),
    column('employees', 'int'),
    column('annualRevenue', 'bigint', 'annual_revenue'),
    column('foundedYear', 'int', 'founded_year'),
    column('website', 'text'),
    column('notes', 'text'),
    column('parent', 'uuid', 'parent_id'),
    column('owner', 'uuid', 'owner_id'),
    column('externalKey', 'text', 'external_key'),
  ],
  stage: [
    column('name', 'text'),
    column('position', 'int'),
    column('probability', 'int'),
    column('outcome', 'text'),
    column('pipeline', 'uuid', 'pipeline_id'),
    column('quietAfterDays', 'int', 'quiet_after_days'),
  ],
  deal: [
    column('name', 'text'),
    column('account', 'uuid', 'account_id'),
    column('product', 'uuid', 'product_id'),
    column('owner', 'uuid', 'owner_id'),
    column('stage', 'uuid', 'stage_id'),
    column('stageSince', 'date', 'stage_since'),
    column('value', 'bigint'),
    column('openedOn', 'date', 'opened_on'),
    column('closeOn', 'date', 'close_on'),
    column('contractSignedOn', 'date', 'contract_signed_on'),
    column('lostReason', 'text', 'lost_reason'),
    column('nextStep', 'text', 'next_step'),
    column('notes', 'text'),
    column('externalKey', 'text', 'external_key'),
  ],
};

/** Columns that may not be null, and what stands in them when the file says nothing. */
const blanks: Readonly<Partial<Record<RecordKind, Readonly<Record<string, CellValue>>>>> = {
  account: { notes: '' },
  deal: { nextStep: '', notes: '' },
};

/** Lets one import of a workspace through at a time, until the transaction ends. */
export async function lockWorkspace(scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('evenkeel import'), hashtext(${scope.workspaceId}))`.execute(
    scope.tx,
  );
}

/** Writes new records of one kind in one statement. */
export async function insertRecords(
  scope: Scope,
  kind: RecordKind,
  records: readonly WrittenRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const wanted = columns[kind];
  const isNumbered = kind === 'account' || kind === 'deal';
  const own = isNumbered ? ['id', 'number'] : ['id'];
  const names = [...own, ...wanted.map(({ column }) => column)];
  const rows = records.map(({ id, number, values }) => ({
    id,
    ...(isNumbered ? { number } : {}),
    ...byColumn(wanted, { ...blanks[kind], ...values }),
  }));
  await sql`
    insert into ${sql.table(kind)} (workspace_id, ${sql.join(names.map((name) => sql.ref(name)))})
    select ${scope.workspaceId}::uuid, ${sql.join(names.map((name) => sql.ref(`r.${name}`)))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid${sql.raw(isNumbered ? ', number int' : '')}, ${typesOf(wanted)})`.execute(
    scope.tx,
  );
}

/** Changes the given values of records of one kind; `restored` ones come out of the trash. */
export async function updateRecords(
  scope: Scope,
  kind: RecordKind,
  { records, isRestored }: { records: readonly WrittenRecord[]; isRestored: boolean },
): Promise<void> {
  for (const alike of groupByFields(records)) {
    const fields = Object.keys(alike[0]?.values ?? {});
    const wanted = columns[kind].filter(({ field }) => fields.includes(field));
    const sets = wanted.map(({ column }) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`);
    if (isRestored) sets.push(sql`deleted_at = null`);
    if (sets.length === 0) continue;
    const rows = alike.map(({ id, values }) => ({ id, ...byColumn(wanted, values) }));
    const types = wanted.length === 0 ? sql`id uuid` : sql`id uuid, ${typesOf(wanted)}`;
    await sql`
      update ${sql.table(kind)} as t set ${sql.join(sets)}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${types})
      where t.workspace_id = ${scope.workspaceId}::uuid and t.id = r.id`.execute(scope.tx);
  }
}

/** Says how far a run is and that it lives; true when somebody asked it to stop. */
export async function beat(
  scope: Scope,
  run: { readonly id: ImportId; readonly attempt: number },
  progress: {
    readonly phase: 'checking' | 'writing';
    readonly done: number;
    readonly total: number;
  },
): Promise<boolean> {
  const row = await scope.tx
    .updateTable('import_run')
    .set({ ...progress, heartbeat_at: new Date() })
    .where('workspace_id', '=', scope.workspaceId)
    .where('import_id', '=', run.id)
    .where('attempt', '=', run.attempt)
    .returning('is_cancelled')
    .executeTakeFirst();
  return row?.is_cancelled ?? true;
}

function column(field: string, type: string, name: string = field): Column {
  return { field, column: name, type };
}

function byColumn(
  wanted: readonly Column[],
  values: Readonly<Record<string, CellValue>>,
): Record<string, CellValue> {
  return Object.fromEntries(wanted.map(({ field, column }) => [column, values[field] ?? null]));
}

function typesOf(wanted: readonly Column[]) {
  return sql.join(wanted.map(({ column, type }) => sql`${sql.ref(column)} ${sql.raw(type)}`));
}

function groupByFields(records: readonly WrittenRecord[]): WrittenRecord[][] {
  const groups = new Map<string, WrittenRecord[]>();
  for (const record of records) {
    const key = Object.keys(record.values).sort().join();
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()];
}
