import type { CustomFieldType } from '../custom-field.ts';
import { type DateInference, type DateOrder, inferDateOrder, parseDate } from './date-order.ts';
import { headerKey } from './kinds.ts';
import { editDistance, toleratedSlips } from './name-match.ts';
import { type DecimalInference, type DecimalMark, inferDecimalMark } from './number-format.ts';
import { type OwnField, ownFieldNamed } from './own-fields.ts';
import { isTaskField, type TaskField, taskFieldKeys, taskFields } from './task-fields.ts';

/** In which unit a column of effort is written; a unit beside the number goes before it. */
export const effortUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks'] as const;
/** In which unit a column of effort is written. */
export type EffortUnit = (typeof effortUnits)[number];

/**
 * How one column goes in: to a field of tasks by its key, to one of the firm's own by its id, or, with
 * null, nowhere. A null format is one that its cells do not need, or that somebody still has to choose.
 */
export type TaskColumnMapping = {
  readonly field: string | null;
  readonly dateOrder: DateOrder | null;
  readonly unit: EffortUnit | null;
  /** Of numbers and money in fields of the firm's own. */
  readonly decimalMark: DecimalMark | null;
};

/** A column of a task list: what it was taken for, what its cells say, and how it goes in. */
export type TaskColumn = TaskColumnMapping & {
  readonly header: string;
  readonly filled: number;
  readonly samples: readonly string[];
  readonly dates: DateInference;
  readonly decimals: DecimalInference;
};

/** A table of tasks, cut into cells. */
export type TaskTable = {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** Whether a table is an export of Jira: by columns that only Jira names so. */
export function isJira(header: readonly string[]): boolean {
  const keys = new Set(header.map(headerKey));
  const hasKey = keys.has('issue key') || keys.has('work item key');
  return hasKey && (keys.has('issue type') || keys.has('work type') || keys.has('summary'));
}

/** What the columns are taken for, with what their cells say about dates, numbers and units. */
export function recogniseTaskColumns(
  table: TaskTable,
  own: readonly OwnField[] = [],
): TaskColumn[] {
  const fields = assignFields(table.header, own);
  return table.header.map((header, at) =>
    columnWith(table, at, { header, field: fields[at] ?? null, own }),
  );
}

/** The columns with the mapping a person gave; a column that went elsewhere before is read anew. */
export function mappedTaskColumns(
  table: TaskTable,
  mapping: readonly TaskColumnMapping[],
  own: readonly OwnField[] = [],
): TaskColumn[] {
  return table.header.map((header, at) => {
    const given = mapping[at];
    // A field of the firm's own that has been deleted since takes nothing any more.
    const isThere = isTaskField(given?.field ?? null) || own.some(({ id }) => id === given?.field);
    const field = isThere ? (given?.field ?? null) : null;
    const column = columnWith(table, at, { header, field, own });
    return {
      ...column,
      dateOrder: given?.dateOrder ?? column.dateOrder,
      unit: column.unit === null ? null : (given?.unit ?? column.unit),
      decimalMark: given?.decimalMark ?? column.decimalMark,
    };
  });
}

/** How the cells of a column are read, by where it goes; null when it goes nowhere. */
export function cellTypeOf(
  field: string | null,
  own: readonly OwnField[],
): TaskField['type'] | 'decimal' | null {
  if (isTaskField(field)) return taskFields[field].type;
  const found = own.find(({ id }) => id === field);
  return found === undefined ? null : ownCellTypes[found.type];
}

const ownCellTypes: Readonly<Record<CustomFieldType, TaskField['type'] | 'decimal'>> = {
  text: 'text',
  number: 'decimal',
  money: 'decimal',
  date: 'date',
  choice: 'text',
  choices: 'text',
  boolean: 'text',
  person: 'text',
};

/** What keeps a mapping from being used, in words; empty when nothing does. */
export function taskMappingIssues(
  columns: readonly TaskColumn[],
  own: readonly OwnField[] = [],
): string[] {
  const issues: string[] = [];
  const of = (key: string) => columns.filter(({ field }) => field === key);
  if (of('name').length === 0) issues.push('Say which column holds the names of the tasks.');
  const single = [
    ...taskFieldKeys.flatMap((key) =>
      taskFields[key].isMany ? [] : [[key, taskFields[key].label]],
    ),
    ...own.flatMap((field) => (takesMany(field) ? [] : [[field.id, field.name]])),
  ];
  for (const [key = '', label = ''] of single)
    if (of(key).length > 1) issues.push(`Only one column can be “${label}”.`);
  return [...issues, ...columns.flatMap((column) => formatIssue(column, own) ?? [])];
}

/** Whether several columns can go to a field of the firm's own: their values are taken together. */
export function takesMany({ type }: OwnField): boolean {
  return type === 'choices' || type === 'text';
}

function formatIssue(column: TaskColumn, own: readonly OwnField[]): string | null {
  const { header, dates, decimals } = column;
  const type = cellTypeOf(column.field, own);
  if (type === 'date' && column.dateOrder === null && dates.state === 'ambiguous')
    return `Say how the dates of “${header}” are written: ${dates.example} can be two days.`;
  if (type === 'decimal' && column.decimalMark === null && decimals.state === 'ambiguous')
    return `Say how the numbers of “${header}” are written: ${decimals.example} can be two numbers.`;
  return null;
}

type Place = {
  readonly header: string;
  readonly field: string | null;
  readonly own: readonly OwnField[];
};

function columnWith(table: TaskTable, at: number, { header, field, own }: Place): TaskColumn {
  const cells = table.rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  const type = cellTypeOf(field, own);
  const dates = settledOrder(inferDateOrder(type === 'date' ? cells : cells.slice(0, 200)), cells);
  const decimals = type === 'decimal' ? inferDecimalMark(cells) : { state: 'none' as const };
  return {
    header,
    field,
    filled: cells.length,
    samples: [...new Set(cells.slice(0, 50))].slice(0, 3).map((cell) => cell.slice(0, 120)),
    dates,
    decimals,
    dateOrder: dates.state === 'certain' || dates.state === 'mostly' ? dates.order : null,
    unit: type === 'effort' ? unitOf(header, field) : null,
    decimalMark: markOf(decimals),
  };
}

function markOf(decimals: DecimalInference): DecimalMark | null {
  if (decimals.state === 'certain') return decimals.mark;
  return decimals.state === 'indifferent' ? 'point' : null;
}

/** Where all orders read the same days, as with months by name, there is nothing to choose. */
function settledOrder(dates: DateInference, cells: readonly string[]): DateInference {
  if (dates.state !== 'ambiguous') return dates;
  const [order, ...others] = dates.orders;
  const isSame =
    order !== undefined &&
    cells.every((cell) =>
      others.every((other) => parseDate(cell, other) === parseDate(cell, order)),
    );
  return isSame ? { state: 'certain', order, evidence: null } : dates;
}

/** Jira writes seconds; a header may name the unit; else hours, and days for durations. */
function unitOf(header: string, own: string | null): EffortUnit {
  const key = header.toLowerCase();
  const named = effortUnits.find((unit) => key.includes(unit.slice(0, -1)));
  if (named) return named;
  if (/original estimate|remaining estimate|time spent/.test(headerKey(header))) return 'seconds';
  return own === 'duration' ? 'days' : 'hours';
}

type Guess = { readonly column: number; readonly field: string; readonly likeness: number };

/** Each field to the likeliest column; several columns only where the field takes many. */
function assignFields(header: readonly string[], own: readonly OwnField[]): (string | null)[] {
  const guesses: Guess[] = header.flatMap((name, column) => [
    ...taskFieldKeys.map((key) => ({
      column,
      field: key,
      likeness: likeness(name, taskFields[key]),
    })),
    ...ownGuess(name, own).map((guess) => ({ column, ...guess })),
  ]);
  guesses.sort((a, b) => b.likeness - a.likeness || a.column - b.column);
  const many = new Set([
    ...taskFieldKeys.filter((key) => taskFields[key].isMany),
    ...own.filter(takesMany).map(({ id }) => id),
  ]);
  const fields: (string | null)[] = header.map(() => null);
  const taken = new Set<string>();
  for (const { column, field, likeness: score } of guesses) {
    if (score < 70 || fields[column] !== null) continue;
    if (taken.has(field) && !many.has(field)) continue;
    taken.add(field);
    fields[column] = field;
  }
  return fields;
}

/**
 * A field of the firm's own that the header names goes before other names of a field of tasks, as
 * “Sprint” is one of tags; not before the field that is called so itself.
 */
function ownGuess(header: string, own: readonly OwnField[]): Omit<Guess, 'column'>[] {
  const found = ownFieldNamed(own, bareHeader(header));
  const isTaken = taskFieldKeys.some(
    (key) => headerKey(taskFields[key].label) === headerKey(bareHeader(header)),
  );
  return found === undefined ? [] : [{ field: found.id, likeness: isTaken ? 71 : 101 }];
}

/** Jira calls most of its columns `Custom field (Start date)`: what stands in the brackets counts. */
function bareHeader(header: string): string {
  return /^custom field \((.+)\)$/i.exec(header.trim())?.[1] ?? header;
}

/** 0 to 100: the header itself, or a slip away from it; earlier names of a field count more. */
function likeness(header: string, { synonyms, label }: TaskField): number {
  // Jira puts the relation of a link into brackets, which `headerKey` leaves out.
  const key = headerKey(
    bareHeader(header)
      .replace(/[()[\]]/g, ' ')
      .replace(/%/g, ' percent '),
  );
  if (key === '') return 0;
  const names = [...synonyms, headerKey(label)];
  const rank = names.indexOf(key);
  if (rank >= 0) return 100 - Math.min(rank, 20);
  return names.some((name) => isNear(key, name)) ? 72 : 0;
}

function isNear(key: string, name: string): boolean {
  const limit = Math.min(1, toleratedSlips(name.length));
  return name.length > 5 && editDistance(key, name, limit) <= limit;
}
