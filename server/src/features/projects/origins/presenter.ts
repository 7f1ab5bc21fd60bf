import type { OriginView } from '@evenkeel/contract/projects';
import { moment, referenceOf } from '../../../platform/db/values.ts';
import type { FieldOrigin, Origins } from './service.ts';

export function presentOrigin(field: FieldOrigin, names: Origins['names']): OriginView {
  const { origin, current, isGone } = field;
  const subjectName = origin.now?.['name'];
  return {
    id: origin.id,
    subject: origin.subject,
    subjectId: origin.subject_id,
    subjectName: typeof subjectName === 'string' ? subjectName : '',
    field: origin.field,
    source: origin.source,
    sourceId: origin.source_id,
    sourceName: origin.source_id === null ? null : (names.get(origin.source_id) ?? null),
    sourceField: origin.source_field,
    value: inWords(origin.value, names),
    current: isGone ? null : inWords(current, names),
    isChanged: isGone || current !== origin.value,
    confirmedBy: referenceOf(origin.confirmed_by, origin.confirmed_by_name),
    at: moment(origin.created_at),
  };
}

function inWords(value: unknown, names: Origins['names']): string | number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? (names.get(value) ?? value) : null;
}
