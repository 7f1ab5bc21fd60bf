import type { customFields } from '@evenkeel/contract/custom-fields';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import type { CustomFieldType } from '@evenkeel/core/custom-field';
import type { CustomFieldId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

const mostFields = 50;

export function listFields(scope: Scope, query: QueryOf<typeof customFields.list>) {
  return repository.listFields(scope, {
    kind: query.kind,
    withDeleted: query.withDeleted === 'true',
  });
}

export async function createField(
  scope: Scope,
  draft: BodyOf<typeof customFields.create>,
): Promise<repository.CustomFieldRecord> {
  checkChoices(draft.type, draft.choices ?? []);
  const standing = await repository.listFields(scope, { kind: draft.kind });
  if (standing.length >= mostFields) {
    throw new AppError(
      'wrong-state',
      `There are ${mostFields} fields on this kind of record already.`,
    );
  }
  return getField(scope, await repository.insertField(scope, draft));
}

export async function updateField(
  scope: Scope,
  record: { readonly id: CustomFieldId; readonly version: number },
  change: BodyOf<typeof customFields.update>,
): Promise<repository.CustomFieldRecord> {
  const field = await getField(scope, record.id);
  if (change.choices !== undefined) checkChoices(field.type, change.choices);
  await repository.updateField(scope, record, change);
  return getField(scope, record.id);
}

export async function removeField(scope: Scope, id: CustomFieldId): Promise<void> {
  await getField(scope, id);
  await repository.setFieldDeleted(scope, id, true);
}

export async function restoreField(
  scope: Scope,
  id: CustomFieldId,
): Promise<repository.CustomFieldRecord> {
  await repository.setFieldDeleted(scope, id, false);
  return getField(scope, id);
}

async function getField(scope: Scope, id: CustomFieldId): Promise<repository.CustomFieldRecord> {
  const field = await repository.findField(scope, id);
  if (!field) throw new AppError('not-found', 'There is no such field.');
  return field;
}

function checkChoices(type: CustomFieldType, choices: readonly unknown[]): void {
  const needsChoices = type === 'choice' || type === 'choices';
  if (needsChoices && choices.length === 0)
    throw invalid(['choices'], 'needed', 'needs at least one choice');
  if (!needsChoices && choices.length > 0)
    throw invalid(['choices'], 'not-here', 'belongs to fields of choices only');
}
