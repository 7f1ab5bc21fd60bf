import type { CustomValue } from '@evenkeel/core/custom-field';
import type { CustomFieldId } from '@evenkeel/core/id';
import type { ImportKind } from '@evenkeel/core/imports/kinds';
import { type OwnField, ownFieldKinds } from '@evenkeel/core/imports/own-fields';
import type {
  ExistingRecord,
  Handle,
  PlanFile,
  PlannedRecord,
} from '@evenkeel/core/imports/plan-context';
import type { Scope } from '../../../platform/db/scope.ts';
import { listFields } from '../../custom-fields/service.ts';
import { setManyValues, valuesOfFields } from '../../custom-fields/values/service.ts';

/** The firm's own fields to which columns can go, with when each was made. */
export type FoundFields = Partial<
  Readonly<Record<ImportKind, readonly (OwnField & { readonly created_at: Date })[]>>
>;

/** The firm's own fields to which columns can go. */
export async function ownFields(scope: Scope): Promise<FoundFields> {
  const fields = await listFields(scope, { withDeleted: 'false' });
  const of = (wanted: string) => fields.filter(({ kind }) => kind === wanted);
  return { accounts: of(ownFieldKinds.accounts), deals: of(ownFieldKinds.deals) };
}

/** Records with their values of the firm's own fields, as far as columns of the files go there. */
export async function withOwnValues(
  scope: Scope,
  records: readonly ExistingRecord[],
  files: readonly PlanFile[],
): Promise<readonly ExistingRecord[]> {
  const mapped = new Set(files.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const ids = files
    .flatMap(({ own = [] }) => own.map(({ id }) => id))
    .filter((id) => mapped.has(id));
  // The ids come from `ownFields`.
  const values = await valuesOfFields(scope, [...new Set(ids)] as CustomFieldId[]);
  if (values.size === 0) return records;
  return records.map((record) => ({ ...record, own: values.get(record.id) ?? {} }));
}

/** Writes what records have got of the firm's own fields; the records themselves are there by now. */
export async function keepOwnValues(
  scope: Scope,
  kind: 'account' | 'deal',
  {
    records,
    ids,
  }: { readonly records: readonly PlannedRecord[]; readonly ids: ReadonlyMap<Handle, string> },
): Promise<void> {
  const filled = records.filter(({ own }) => Object.keys(own).length > 0);
  await setManyValues(scope, {
    kind,
    records: filled.map(({ handle, own }) => ({
      id: ids.get(handle) ?? handle,
      values: written(own, ids),
    })),
  });
}

/** Values as they are kept: the handle of a person who came in just now has become an id. */
function written(
  own: PlannedRecord['own'],
  ids: ReadonlyMap<Handle, string>,
): Record<CustomFieldId, CustomValue> {
  const values: Record<string, CustomValue> = {};
  for (const [field, value] of Object.entries(own))
    values[field] = typeof value === 'string' ? (ids.get(value) ?? value) : value;
  return values;
}
