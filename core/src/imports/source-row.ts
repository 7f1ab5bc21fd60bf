import type { CustomValue } from '../custom-field.ts';
import { largestMinor, largestRevenueMinor } from '../money.ts';
import { toMinor } from './amount.ts';
import { parseDate } from './date-order.ts';
import type { ColumnMapping } from './interpret.ts';
import { type ImportField, type ImportKind, importField } from './kinds.ts';
import { parseNumber, wholeNumber } from './number-format.ts';
import {
  type CellValue,
  type GroupDraft,
  type PlanContext,
  type PlanFile,
  type ProblemPlace,
  raise,
} from './plan-context.ts';
import { type ProblemCode, plainChoice, plainOption, skipOption } from './problem.ts';

/** One row on its way in: its cells, and the values read from them so far. */
export type SourceRow = {
  readonly file: PlanFile;
  readonly kind: ImportKind;
  readonly cells: readonly string[];
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly columnOf: ReadonlyMap<string, number>;
  /** Only fields that are mapped and filled: an empty cell never erases what is there. */
  readonly values: Record<string, CellValue>;
  /** The same of the firm's own fields, by id. */
  readonly own: Record<string, CustomValue>;
  isSkipped: boolean;
};

/** Longest text each field takes, where it is not 10,000. */
const longest: Readonly<Record<string, number>> = {
  'accounts/name': 300,
  'deals/name': 300,
  'products/name': 200,
  'people/name': 200,
  'people/team': 200,
  'deals/stage': 100,
};

/** The rows of a file that hold anything, ready to be read. */
export function* sourceRows(file: PlanFile): Generator<SourceRow> {
  const columnOf = new Map<string, number>();
  for (const [column, { field }] of file.columns.entries()) {
    if (field !== null && !columnOf.has(field)) columnOf.set(field, column);
  }
  for (const [index, cells] of file.rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    yield {
      file,
      kind: file.kind,
      cells,
      number: index + 2,
      columnOf,
      values: {},
      own: {},
      isSkipped: false,
    };
  }
}

/** The text of a field, trimmed; empty when the field is not mapped or the cell holds nothing. */
export function cellText(row: SourceRow, field: string): string {
  const column = row.columnOf.get(field);
  return column === undefined ? '' : (row.cells[column] ?? '').trim();
}

/** Where a problem with a field of this row stands. */
export function placeOf(row: SourceRow, field: string | null): ProblemPlace {
  const column = field === null ? undefined : row.columnOf.get(field);
  return {
    fileId: row.file.id,
    row: row.number,
    column: column === undefined ? null : (row.file.header[column] ?? null),
    value: field === null ? '' : cellText(row, field).slice(0, 200),
  };
}

/** Notes a row with more or fewer cells than the header: read by position, or left out. */
export function checkShape(context: PlanContext, row: SourceRow): void {
  if (row.cells.length === row.file.header.length) return;
  const isLonger = row.cells.length > row.file.header.length;
  const choice = raise(context, placeOf(row, null), {
    key: `${row.kind}/row-shape/${isLonger ? 'long' : 'short'}`,
    draft: () => ({
      ...groupOf(row.kind, null, 'row-shape'),
      title: isLonger ? 'Rows with too many cells' : 'Rows with too few cells',
      message: `The row has ${isLonger ? 'more' : 'fewer'} cells than the header.`,
      options: [plainOption('keep', 'Read the cells from the left'), skipOption],
      standard: plainChoice('skip'),
    }),
  });
  if (choice.action === 'skip') row.isSkipped = true;
}

/** Reads every mapped field of the row that is not a reference. */
export function readCells(context: PlanContext, row: SourceRow): void {
  for (const key of row.columnOf.keys()) {
    const field = importField(row.kind, key);
    if (field === undefined) continue;
    const cell = { row, field, text: cellText(row, key) };
    if (cell.text === '') {
      if (field.isRequired) missRequired(context, cell);
      continue;
    }
    const value = readCell(context, cell);
    if (value !== null) row.values[key] = value;
  }
}

/** The head of a group that follows from its kind of file and its field. */
export function groupOf(
  kind: ImportKind,
  field: string | null,
  code: ProblemCode,
): Pick<GroupDraft, 'code' | 'kind' | 'field' | 'value'> {
  return { code, kind, field, value: null };
}

type Cell = { readonly row: SourceRow; readonly field: ImportField; readonly text: string };

function readCell(context: PlanContext, cell: Cell): CellValue {
  switch (cell.field.type) {
    case 'date':
      return readDate(context, cell);
    case 'money':
      return readMoney(context, cell);
    case 'whole-number':
    case 'year':
      return readWhole(context, cell);
    case 'text':
    case 'key':
      return readText(context, cell);
    case 'reference':
      return null;
  }
}

function readDate(context: PlanContext, cell: Cell): CellValue {
  const order = mappingOf(cell)?.dateOrder;
  const date = order ? parseDate(cell.text, order) : null;
  return date ?? refuseCell(context, cell, 'date-unreadable');
}

function readMoney(context: PlanContext, cell: Cell): CellValue {
  const mapping = mappingOf(cell);
  const number = mapping?.decimalMark ? parseNumber(cell.text, mapping.decimalMark) : null;
  const unit = {
    currency: context.input.currency,
    scale: mapping?.scale ?? 1,
    most: cell.field.key === 'annualRevenue' ? largestRevenueMinor : largestMinor,
  };
  const amount = number === null ? null : toMinor(number, unit);
  if (amount === null) return refuseCell(context, cell, 'number-unreadable');
  if (amount.isRounded) noteRounding(context, cell);
  return amount.minor;
}

function readWhole(context: PlanContext, cell: Cell): CellValue {
  const number = parseNumber(cell.text, mappingOf(cell)?.decimalMark ?? 'point');
  const whole = number === null ? null : wholeNumber(number);
  const low = cell.field.type === 'year' ? 1 : 0;
  const high = cell.field.type === 'year' ? 9999 : 2_147_483_647;
  if (whole !== null && whole >= low && whole <= high) return whole;
  return refuseCell(context, cell, 'number-unreadable');
}

function readText(context: PlanContext, cell: Cell): CellValue {
  const { row, field, text } = cell;
  const limit = longest[`${row.kind}/${field.key}`] ?? 10_000;
  if (text.length <= limit) return text;
  settle(context, cell, {
    ...groupOf(row.kind, field.key, 'text-too-long'),
    title: `${field.label} too long`,
    message: `${field.label} takes ${limit} letters, this has more.`,
    options: [plainOption('cut', `Cut after ${limit} letters`), skipOption],
    standard: plainChoice('cut'),
  });
  return text.slice(0, limit);
}

function refuseCell(
  context: PlanContext,
  cell: Cell,
  code: 'date-unreadable' | 'number-unreadable',
): null {
  const what = code === 'date-unreadable' ? 'a date in the chosen order' : 'a number that fits';
  settle(context, cell, {
    ...groupOf(cell.row.kind, cell.field.key, code),
    title: `${cell.field.label} that cannot be read`,
    message: `This is not ${what}.`,
    options: [plainOption('empty', 'Leave the field empty'), skipOption],
    standard: plainChoice('empty'),
  });
  return null;
}

function noteRounding(context: PlanContext, cell: Cell): void {
  settle(context, cell, {
    ...groupOf(cell.row.kind, cell.field.key, 'amount-rounded'),
    title: `${cell.field.label} finer than the smallest coin`,
    message: 'The amount has more decimals than the currency.',
    options: [plainOption('round', 'Round to the smallest coin, halves up'), skipOption],
    standard: plainChoice('round'),
  });
}

function missRequired(context: PlanContext, cell: Cell): void {
  settle(context, cell, {
    ...groupOf(cell.row.kind, cell.field.key, 'required-missing'),
    title: `Rows without ${cell.field.label.toLowerCase()}`,
    message: `${cell.field.label} is empty; the row cannot come in without it.`,
    options: [skipOption],
    standard: plainChoice('skip'),
  });
}

/** Notes a problem with a cell; the row is left out when that is the choice. */
function settle(context: PlanContext, cell: Cell, draft: GroupDraft): void {
  const key = `${draft.kind}/${cell.field.key}/${draft.code}`;
  const choice = raise(context, placeOf(cell.row, cell.field.key), { key, draft: () => draft });
  if (choice.action === 'skip') cell.row.isSkipped = true;
}

function mappingOf({ row, field }: Cell): ColumnMapping | undefined {
  const column = row.columnOf.get(field.key);
  return column === undefined ? undefined : row.file.columns[column];
}
