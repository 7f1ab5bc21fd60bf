import type { CustomFieldKind, CustomValue } from '@evenkeel/core/custom-field';
import type { CustomFieldId, Id, PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** A value to keep, with its field's name and itself in words; null takes the value away. */
export type ValueToKeep = {
  readonly subjectId: string;
  readonly fieldId: CustomFieldId;
  readonly name: string;
  readonly value: CustomValue | null;
  readonly words: string | null;
};

/** Values of the standing fields of a kind, by record. */
export async function listValues(
  scope: Scope,
  kind: CustomFieldKind,
  subjectId: string | undefined,
): Promise<{ subjectId: string; values: Record<string, CustomValue> }[]> {
  let query = scope.tx
    .selectFrom('custom_value')
    .innerJoin('custom_field', (join) =>
      join
        .onRef('custom_field.workspace_id', '=', 'custom_value.workspace_id')
        .onRef('custom_field.id', '=', 'custom_value.field_id'),
    )
    .where('custom_value.workspace_id', '=', scope.workspaceId)
    .where('custom_value.subject_kind', '=', kind)
    .where('custom_value.value', 'is not', null)
    .where('custom_field.deleted_at', 'is', null)
    .groupBy('custom_value.subject_id')
    .select([
      'custom_value.subject_id',
      sql<
        Record<string, CustomValue>
      >`jsonb_object_agg(custom_value.field_id, custom_value.value)`.as('values'),
    ]);
  // The contract has checked that this is an id.
  if (subjectId !== undefined)
    query = query.where('custom_value.subject_id', '=', subjectId as Id<string>);
  const rows = await query.orderBy('custom_value.subject_id').limit(25_000).execute();
  return rows.map((row) => ({ subjectId: row.subject_id, values: row.values }));
}

/**
 * Values of these fields, by record: of all records, or only of some. No limit but what the workspace
 * holds: imports compare all.
 */
export async function valuesOfFields(
  scope: Scope,
  ids: readonly CustomFieldId[],
  of?: readonly Id<string>[],
): Promise<ReadonlyMap<string, Record<string, CustomValue>>> {
  if (ids.length === 0 || of?.length === 0) return new Map();
  let query = scope.tx
    .selectFrom('custom_value')
    .where('workspace_id', '=', scope.workspaceId)
    .where('field_id', 'in', ids)
    .where('value', 'is not', null)
    .groupBy('subject_id')
    .select([
      'subject_id',
      sql<Record<string, CustomValue>>`jsonb_object_agg(field_id, value)`.as('values'),
    ]);
  if (of !== undefined)
    query = query.where('subject_id', '=', sql<Id<string>>`any(${[...of]}::uuid[])`);
  const rows = await query.execute();
  return new Map(rows.map((row) => [row.subject_id, row.values]));
}

/** Names of people by id; those who are not here are left out. */
export async function peopleNames(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await scope.tx
    .selectFrom('person')
    .select(['id', 'name'])
    // Their form has been checked; those that do not exist are found by what is missing.
    .where('id', 'in', ids as readonly PersonId[])
    .limit(ids.length)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Writes values, many at once: those that stand are changed, the others made. */
export async function keepValues(
  scope: Scope,
  kind: CustomFieldKind,
  values: readonly ValueToKeep[],
): Promise<void> {
  const rows = values.map((one) => ({ ...one, value: one.value }));
  const { rows: changed } = await sql<{ subject_id: string; field_id: string }>`
    update custom_value v set value = nullif(n.value, 'null'::jsonb), words = n.words, name = n.name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n ("subjectId" uuid, "fieldId" uuid, name text, value jsonb, words text)
    where v.workspace_id = ${scope.workspaceId} and v.field_id = n."fieldId" and v.subject_id = n."subjectId"
    returning v.subject_id, v.field_id`.execute(scope.tx);
  const known = new Set(changed.map((row) => `${row.subject_id} ${row.field_id}`));
  const now = scope.now.toISOString();
  await insertRows(
    scope,
    'custom_value',
    values
      .filter(
        ({ subjectId, fieldId, value }) => value !== null && !known.has(`${subjectId} ${fieldId}`),
      )
      .map(({ subjectId, fieldId, name, value, words }) => ({
        id: newId(),
        version: 1,
        created_at: now,
        updated_at: now,
        subject_kind: kind,
        subject_id: subjectId,
        field_id: fieldId,
        name,
        value,
        words,
      })),
  );
}
