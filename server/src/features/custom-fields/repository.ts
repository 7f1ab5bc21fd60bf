import type { customFields } from '@evenkeel/contract/custom-fields';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { CustomFieldKind } from '@evenkeel/core/custom-field';
import type { CustomFieldId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { setDeleted, updateRecord } from '../../platform/db/records.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { translateUnique } from '../../platform/db/unique.ts';
import { newId } from '../../platform/ids.ts';

export type CustomFieldRecord = Awaited<ReturnType<typeof listFields>>[number];

/** The fields of a kind, or of all, in their order. */
export function listFields(
  scope: Scope,
  {
    kind,
    withDeleted = false,
  }: { readonly kind?: CustomFieldKind | undefined; readonly withDeleted?: boolean },
) {
  let query = fieldRows(scope);
  if (kind !== undefined) query = query.where('kind', '=', kind);
  if (!withDeleted) query = query.where('deleted_at', 'is', null);
  return query
    .orderBy('kind')
    .orderBy('position')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1_000)
    .execute();
}

/** One field, also a deleted one. */
export function findField(scope: Scope, id: CustomFieldId): Promise<CustomFieldRecord | undefined> {
  return fieldRows(scope).where('id', '=', id).executeTakeFirst();
}

export async function insertField(
  scope: Scope,
  draft: BodyOf<typeof customFields.create>,
): Promise<CustomFieldId> {
  const id = newId<CustomFieldId>();
  await named(
    scope.tx
      .insertInto('custom_field')
      .values({
        workspace_id: scope.workspaceId,
        id,
        kind: draft.kind,
        name: draft.name,
        type: draft.type,
        choices: JSON.stringify(draft.choices ?? []),
        position: sql<number>`(select coalesce(max(position) + 1, 0) from custom_field
          where workspace_id = ${scope.workspaceId} and kind = ${draft.kind})`,
      })
      .execute(),
  );
  return id;
}

export async function updateField(
  scope: Scope,
  record: { readonly id: CustomFieldId; readonly version: number },
  { name, choices, position }: BodyOf<typeof customFields.update>,
): Promise<void> {
  await named(
    updateRecord(scope, 'custom_field', record, {
      ...(name === undefined ? {} : { name }),
      ...(position === undefined ? {} : { position }),
      ...(choices === undefined ? {} : { choices: JSON.stringify(choices) }),
    }),
  );
}

/** Deletes a field or takes it back. Whether there was one to. */
export function setFieldDeleted(
  scope: Scope,
  id: CustomFieldId,
  isDeleted: boolean,
): Promise<boolean> {
  return named(setDeleted(scope, 'custom_field', id, isDeleted));
}

function named<T>(write: Promise<T>): Promise<T> {
  return translateUnique(write, {
    custom_field_name: { path: ['name'], message: 'is the name of another field here' },
  });
}

function fieldRows(scope: Scope) {
  return scope.tx
    .selectFrom('custom_field')
    .where('workspace_id', '=', scope.workspaceId)
    .select([
      'id',
      'version',
      'kind',
      'name',
      'type',
      'choices',
      'position',
      'created_at',
      'deleted_at',
    ]);
}
