import type { ChangeView } from '@evenkeel/contract/history';
import { moment, referenceOf } from '../../platform/db/values.ts';
import type { ChangeRecord, History } from './service.ts';

/** Columns that say nothing to a reader. */
const hidden = new Set([
  'id',
  'version',
  'created_at',
  'number',
  'position',
  'external_key',
  'touched_on',
  'token_hash',
  'user_id',
  'subject_kind',
  'subject_id',
  'mentions',
  'edited_at',
]);

/** Columns that say nothing on what hangs on a record: it shows its author itself. */
const hiddenOn: Readonly<Record<string, readonly string[]>> = {
  custom_value: ['field_id', 'name', 'value'],
  link: ['other_kind', 'other_id', 'deleted_at'],
  comment: ['member_id', 'person_id'],
  record_merge: ['merged_id', 'name'],
  file: ['member_id', 'person_id', 'content_id'],
};

/** Columns for those only who may see what an hour costs and is sold for. */
const rates = new Set(['cost_rate', 'bill_rate']);

export function presentChange(
  change: ChangeRecord,
  names: History['names'],
  { withRates }: { withRates: boolean },
): ChangeView {
  return {
    id: change.id,
    at: moment(change.at),
    by: referenceOf(change.member_id, change.member_name),
    source: change.source,
    subject: change.subject,
    subjectId: change.subject_id,
    subjectName: names.get(change.subject_id) ?? nameIn(change),
    action: actionOf(change),
    fields: fieldsOf(change, names, (column) => withRates || !rates.has(column)),
  };
}

/** Into the trash and out of it read as deleting and making again. */
function actionOf(change: ChangeRecord): ChangeView['action'] {
  if (change.action !== 'update' || !change.after || !('deleted_at' in change.after))
    return change.action;
  return change.after['deleted_at'] === null ? 'create' : 'delete';
}

function fieldsOf(
  change: ChangeRecord,
  names: History['names'],
  isShown: (column: string) => boolean,
): ChangeView['fields'] {
  if (change.action === 'delete') return [];
  const own = hiddenOn[change.subject] ?? [];
  return Object.entries(change.after ?? {})
    .filter(([column]) => !hidden.has(column) && column !== 'deleted_at' && isShown(column))
    .filter(([column]) => !own.includes(column))
    .filter(([, value]) => change.action !== 'create' || value !== false)
    .map(([column, value]) => ({
      field: column.replace(/_id$/, '').replaceAll('_', ' '),
      before: inWords(change.before?.[column], names),
      after: inWords(value, names),
    }))
    .filter(({ before, after }) => before !== after);
}

function inWords(value: unknown, names: History['names']): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return names.get(value) ?? value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function nameIn(change: ChangeRecord): string | null {
  const name = change.after?.['name'] ?? change.before?.['name'];
  return typeof name === 'string' ? name : null;
}
