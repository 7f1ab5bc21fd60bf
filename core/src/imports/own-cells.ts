import {
  type CustomValue,
  customValueInWords,
  isEmptyCustomValue,
  longestCustomText,
} from '../custom-field.ts';
import { looseKey } from './name-match.ts';
import type { OwnField } from './own-fields.ts';
import { isSameOwnValue, ownFaultWords, ownValueFrom } from './own-values.ts';
import { type ExistingRecord, type FieldChange, type PlanContext, raise } from './plan-context.ts';
import { plainChoice, plainOption, skipOption } from './problem.ts';
import { cellText, groupOf, placeOf, type SourceRow } from './source-row.ts';

/** Reads the cells of the row that go to fields of the firm's own; an empty one says nothing. */
export function readOwnCells(context: PlanContext, row: SourceRow): void {
  for (const field of row.file.own ?? []) {
    const text = cellText(row, field.id);
    if (text === '') continue;
    const value = valueFrom(context, row, { field, text });
    if (value === null) refuse(context, row, field);
    else if (!isEmptyCustomValue(value)) row.own[field.id] = value;
  }
}

/** What the row says of fields of the firm's own otherwise than the record, in words. */
export function ownDifferences(
  context: PlanContext,
  row: SourceRow,
  match: ExistingRecord,
): FieldChange[] {
  const nameOf = (id: string) => context.references.person.nameOf.get(id) ?? id;
  return (row.file.own ?? []).flatMap((field) => {
    const after = row.own[field.id];
    const before = match.own?.[field.id];
    if (after === undefined || isSameOwnValue(before, after)) return [];
    const words = (value: CustomValue) => customValueInWords(field, value, nameOf);
    return {
      field: field.id,
      before: before === undefined ? null : words(before),
      after: words(after),
    };
  });
}

type Cell = { readonly field: OwnField; readonly text: string };

function valueFrom(
  context: PlanContext,
  row: SourceRow,
  { field, text }: Cell,
): CustomValue | null {
  if (field.type === 'text' && text.length > longestCustomText) noteLength(context, row, field);
  const column = row.columnOf.get(field.id);
  const mapping = column === undefined ? undefined : row.file.columns[column];
  // A person who comes in with this import has a handle until it is written.
  return ownValueFrom(field, text, {
    mark: mapping?.decimalMark ?? 'point',
    order: mapping?.dateOrder ?? 'day-month-year',
    scale: mapping?.scale ?? 1,
    currency: context.input.currency,
    people: field.type === 'person' ? peopleOf(context) : nobody,
  });
}

const nobody: ReadonlyMap<string, string> = new Map();

/** Handles of people by name; people are planned before the files that name them. */
function peopleOf(context: PlanContext): ReadonlyMap<string, string> {
  if (context.people.size === 0) {
    for (const [handle, name] of context.references.person.nameOf) {
      const key = looseKey(name);
      if (!context.people.has(key)) context.people.set(key, handle);
    }
  }
  return context.people;
}

function refuse(context: PlanContext, row: SourceRow, field: OwnField): void {
  const choice = raise(context, placeOf(row, field.id), {
    key: `${row.kind}/${field.id}/value-unreadable`,
    draft: () => ({
      ...groupOf(row.kind, field.id, 'value-unreadable'),
      title: `${field.name} that cannot be read`,
      message: ownFaultWords[field.type],
      options: [plainOption('empty', 'Leave the field empty'), skipOption],
      standard: plainChoice('empty'),
    }),
  });
  if (choice.action === 'skip') row.isSkipped = true;
}

function noteLength(context: PlanContext, row: SourceRow, field: OwnField): void {
  const choice = raise(context, placeOf(row, field.id), {
    key: `${row.kind}/${field.id}/text-too-long`,
    draft: () => ({
      ...groupOf(row.kind, field.id, 'text-too-long'),
      title: `${field.name} too long`,
      message: `${field.name} takes ${longestCustomText} letters, this has more.`,
      options: [plainOption('cut', `Cut after ${longestCustomText} letters`), skipOption],
      standard: plainChoice('cut'),
    }),
  });
  if (choice.action === 'skip') row.isSkipped = true;
}
