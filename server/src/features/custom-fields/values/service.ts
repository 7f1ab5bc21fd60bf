import type { customFields } from '@evenkeel/contract/custom-fields';
import type { BodyOf, QueryOf } from '@evenkeel/contract/endpoint';
import {
  type CustomValue,
  customValueFault,
  customValueInWords,
  isEmptyCustomValue,
} from '@evenkeel/core/custom-field';
import type { Id } from '@evenkeel/core/id';
import { subjectKey } from '@evenkeel/core/subject';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { resolveSubjects } from '../../subjects/service.ts';
import * as fields from '../repository.ts';
import * as repository from './repository.ts';

export { valuesOfFields } from './repository.ts';

type Field = fields.CustomFieldRecord;
type Asked = BodyOf<typeof customFields.setValues>;

export function listValues(scope: Scope, query: QueryOf<typeof customFields.values>) {
  return repository.listValues(scope, query.kind, query.subjectId);
}

/** Sets custom fields on records, all or none. What is wrong is named by its record and field. */
export async function setValues(scope: Scope, { kind, records }: Asked): Promise<void> {
  await requireRecords(scope, { kind, records });
  const standing = await fields.listFields(scope, { kind });
  const byId = new Map<string, Field>(standing.map((field) => [field.id, field]));
  const people = await repository.peopleNames(scope, peopleIn(records, byId));
  const values = records.flatMap((record, index) =>
    Object.entries(record.values).map(([id, given]) => {
      const at = ['records', index, 'values', id] as const;
      const field = byId.get(id);
      if (!field) throw invalid([...at], 'unknown', 'there is no such field here');
      const value = isEmptyCustomValue(given) ? null : given;
      const fault = value === null ? null : faultOf(field, value, people);
      if (fault !== null) throw invalid([...at], 'invalid', `${field.name} ${fault}`);
      const words =
        value === null ? null : customValueInWords(field, value, (one) => people.get(one) ?? one);
      return { subjectId: record.id, fieldId: field.id, name: field.name, value, words };
    }),
  );
  await repository.keepValues(scope, kind, values);
}

/** Records whose values are written in one go. */
const batchSize = 1_000;

/** Sets custom fields on as many records as an import brings; in the scope's transaction, so all or none. */
export async function setManyValues(scope: Scope, { kind, records }: Asked): Promise<void> {
  for (let at = 0; at < records.length; at += batchSize)
    await setValues(scope, { kind, records: records.slice(at, at + batchSize) });
}

async function requireRecords(scope: Scope, { kind, records }: Asked): Promise<void> {
  // The contract has checked that these are ids.
  const refs = records.map(({ id }) => ({ kind, id: id as Id<string> }));
  const found = await resolveSubjects(scope, refs);
  for (const [index, ref] of refs.entries()) {
    const link = found.get(subjectKey(ref));
    if (!link)
      throw invalid(
        ['records', index, 'id'],
        'unknown',
        'names something that does not exist here',
      );
    if (link.isDeleted) throw new AppError('wrong-state', `${link.name} is in the trash.`);
  }
}

function faultOf(
  field: Field,
  value: CustomValue,
  people: ReadonlyMap<string, string>,
): string | null {
  const fault = customValueFault(field, value);
  if (fault !== null) return fault;
  const isUnknown = field.type === 'person' && !people.has(String(value));
  return isUnknown ? 'names nobody who is here' : null;
}

function peopleIn(records: Asked['records'], byId: ReadonlyMap<string, Field>): string[] {
  const ids = records.flatMap(({ values }) =>
    Object.entries(values).flatMap(([id, value]) => {
      const field = byId.get(id);
      const isPerson = field?.type === 'person' && typeof value === 'string';
      return isPerson && customValueFault(field, value) === null ? [value] : [];
    }),
  );
  return [...new Set(ids)];
}
