import type { CustomValue } from '../custom-field.ts';
import { parseDuration, textField } from '../mspdi/fields.ts';
import {
  childNamed,
  childrenNamed,
  type MspdiProject,
  type MspdiRecord,
  recordOf,
} from '../mspdi/model.ts';
import type { OwnField } from './own-fields.ts';
import type { TaskNotes } from './task-notes.ts';
import { askedOwnField, type OwnValues, readOwnCell, type TaskOwn } from './task-own.ts';

/** A custom field of the file (Text1, Number3 …), called by its alias, with the own one that takes its values. */
export type PlanField = {
  /** Microsoft Project's number of the field. */
  readonly id: string;
  readonly name: string;
  readonly isCost: boolean;
  /** Null: its values stay in the file. */
  readonly into: OwnField | null;
};

type Asking = { readonly own: TaskOwn; readonly notes: TaskNotes };

/** The custom fields that a file defines, and where their values go. */
export function planFields(mspdi: MspdiProject, { own, notes }: Asking): PlanField[] {
  const counts = new Map<string, number>();
  for (const task of mspdi.tasks)
    for (const { id } of valuesOf(task)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const list = childNamed(mspdi.root, 'ExtendedAttributes');
  return (list?.children ?? []).flatMap((element) => {
    const record = recordOf(element);
    const id = textField(record, 'FieldID');
    const standard = textField(record, 'FieldName') ?? '';
    const name = textField(record, 'Alias') ?? standard;
    if (id === undefined || name === '') return [];
    const into = askedOwnField(notes, { id, name, count: counts.get(id) ?? 0 }, own);
    return [{ id, name, isCost: /^(cost|kosten|coût)/i.test(standard), into }];
  });
}

/** The values of a task in fields that go somewhere; null when a choice leaves the task out. */
export function ownOfTask(
  { record, row }: { readonly record: MspdiRecord; readonly row: number },
  fields: readonly PlanField[],
  { own, notes }: Asking,
): OwnValues | null {
  const values: Record<string, CustomValue> = {};
  const said = valuesOf(record);
  for (const { id, name, isCost, into } of fields) {
    const written = said.find((one) => one.id === id)?.text;
    if (into === null || written === undefined) continue;
    const text = isCost ? String(Number(written) / 100) : plainText(written);
    const manner = { mark: 'point', order: 'year-month-day' } as const;
    const cell = { row, header: name, field: into, text, manner };
    const { value, isSkipped } = readOwnCell(notes, cell, own.currency);
    if (isSkipped) return null;
    if (value !== null) values[into.id] = value;
  }
  return values;
}

/** Whether a task has a value that goes nowhere. */
export function hasStrayValue(task: MspdiRecord, fields: readonly PlanField[]): boolean {
  const taken = new Set(fields.flatMap(({ id, into }) => (into === null ? [] : [id])));
  return valuesOf(task).some(({ id }) => !taken.has(id));
}

function valuesOf(task: MspdiRecord): { readonly id: string; readonly text: string }[] {
  return childrenNamed(task.element, 'ExtendedAttribute').map((element) => {
    const record = recordOf(element);
    return { id: textField(record, 'FieldID') ?? '', text: textField(record, 'Value') ?? '' };
  });
}

/** A moment as its day, a duration as hours; anything else as it is. */
function plainText(written: string): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(written)) return written.slice(0, 10);
  const minutes = /^-?P/.test(written) ? parseDuration(written) : undefined;
  return minutes === undefined ? written.trim() : String(Math.round(minutes / 0.6) / 100);
}
