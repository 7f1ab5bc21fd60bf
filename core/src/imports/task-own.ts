import { type CustomValue, isEmptyCustomValue, longestCustomText } from '../custom-field.ts';
import type { ColumnManner } from '../custom-field-text.ts';
import { type OwnField, ownFieldNamed } from './own-fields.ts';
import { ownFaultWords, ownValueFrom } from './own-values.ts';
import { takesMany } from './task-columns.ts';
import type { ListedTask } from './task-list.ts';
import { choice, leaveOut, option, raiseProblem, settle, type TaskNotes } from './task-notes.ts';
import type { TaskRow } from './task-row.ts';

/** What the firm has of its own that a file is read with. */
export type TaskOwn = {
  /** Its fields of tasks. */
  readonly fields: readonly OwnField[];
  /** Of fields that hold money. */
  readonly currency: string;
  /** In which a moment of the other program is a day. */
  readonly timeZone: string;
};

/** Values of the firm's own fields by their ids; a person stands as the file names them. */
export type OwnValues = Readonly<Record<string, CustomValue>>;

/** A firm without fields of its own on tasks. */
export const noTaskOwn: TaskOwn = { fields: [], currency: 'EUR', timeZone: 'UTC' };

/** One cell that goes to a field of the firm's own. */
export type OwnCell = {
  readonly row: number;
  /** As the file calls the column. */
  readonly header: string;
  readonly field: OwnField;
  readonly text: string;
  readonly manner: Pick<ColumnManner, 'mark' | 'order'>;
};

/** What a cell says; a choice about what is wrong with it can leave out the whole task. */
export type ReadOwnCell = { readonly value: CustomValue | null; readonly isSkipped: boolean };

const nobody: ReadonlyMap<string, string> = new Map();

/** The value of a cell; what cannot be read is noted by row and column. An empty one says nothing. */
export function readOwnCell(notes: TaskNotes, cell: OwnCell, currency: string): ReadOwnCell {
  const { field, text } = cell;
  if (text === '') return { value: null, isSkipped: false };
  // Who it is, is asked with all the people of the file.
  if (field.type === 'person') return { value: text.slice(0, 200), isSkipped: false };
  const value = ownValueFrom(field, text, { ...cell.manner, currency, people: nobody });
  if (value === null) return { value, isSkipped: raiseOwn(notes, cell, 'value-unreadable') };
  if (isEmptyCustomValue(value)) return { value: null, isSkipped: false };
  const isLong = field.type === 'text' && text.length > longestCustomText;
  return { value, isSkipped: isLong && raiseOwn(notes, cell, 'text-too-long') };
}

/** Notes what is wrong with a cell; whether its task is to be left out. */
function raiseOwn(
  notes: TaskNotes,
  { row, header, field, text }: OwnCell,
  code: 'value-unreadable' | 'text-too-long',
): boolean {
  const isLong = code === 'text-too-long';
  const most = longestCustomText.toLocaleString('en');
  const answer = raiseProblem(
    notes,
    { row, field: header, value: text },
    {
      key: `${code}/${field.id}`,
      code,
      title: isLong ? `${field.name}: too long` : `${field.name}: not readable`,
      message: isLong ? `Here at most ${most} characters have room.` : ownFaultWords[field.type],
      options: [
        isLong ? option('cut', 'Cut them off') : option('empty', 'Leave the field empty'),
        leaveOut,
      ],
    },
  );
  return answer.action === 'skip';
}

/** Values of the firm's own fields in a row of a table. Columns that go to one field are taken together. */
export function ownCellsOf(row: TaskRow, own: TaskOwn): OwnValues {
  const values: Record<string, CustomValue> = {};
  for (const field of own.fields) {
    const cells = row.columns.flatMap((column, at) => {
      const text = column.field === field.id ? (row.cells[at] ?? '').trim() : '';
      return text === '' ? [] : [{ column, text }];
    });
    const [first] = cells;
    if (first === undefined) continue;
    const text = takesMany(field)
      ? [...new Set(cells.map((cell) => cell.text))].join(field.type === 'choices' ? ';' : ', ')
      : first.text;
    const { header, decimalMark, dateOrder } = first.column;
    const manner = { mark: decimalMark ?? 'point', order: dateOrder ?? 'year-month-day' } as const;
    const cell = { row: row.number, header, field, text, manner };
    const { value, isSkipped } = readOwnCell(row.notes, cell, own.currency);
    if (isSkipped) row.isSkipped = true;
    if (value !== null) values[field.id] = value;
  }
  return values;
}

/** A field that the other program's plan has of its own. */
export type ForeignField = {
  readonly id: string;
  readonly name: string;
  /** How many tasks have a value in it. */
  readonly count: number;
};

/** To which of the firm's own fields one of the other program's goes, as somebody says; null: left out. */
export function askedOwnField(
  notes: TaskNotes,
  { id, name, count }: ForeignField,
  own: TaskOwn,
): OwnField | null {
  if (own.fields.length === 0 || count === 0) return null;
  const named = ownFieldNamed(own.fields, name);
  const answer = settle(
    notes,
    {
      key: `own/${id.slice(0, 200)}`,
      code: 'meaning',
      title: `The field “${name.slice(0, 80)}”`,
      message: 'Into which field of your own its values go.',
      options: [
        ...own.fields.map((field) => option('use', field.name, field.id)),
        option('skip', 'Leave it out'),
      ],
      standard: named ? choice('use', named.id) : choice('skip'),
    },
    count,
  );
  return own.fields.find((field) => field.id === answer.target) ?? null;
}

/** Whom the own fields of a task name, as the file does. */
export function ownPeople({ own }: ListedTask, { fields }: TaskOwn): string[] {
  return fields.flatMap(({ id, type }) => {
    const value = own[id];
    return type === 'person' && typeof value === 'string' ? [value] : [];
  });
}
