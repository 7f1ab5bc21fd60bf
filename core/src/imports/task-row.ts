import type { CalendarDate } from '../calendar-date.ts';
import type { TaskState } from '../projects/task.ts';
import { parseDate } from './date-order.ts';
import { nameKey } from './name-match.ts';
import { parseEffort, parseFlag, parsePercent, readTaskState } from './task-cell.ts';
import type { TaskColumn } from './task-columns.ts';
import { isTaskField, type TaskFieldKey, taskFields } from './task-fields.ts';
import type { ListedTask } from './task-list.ts';
import {
  choice,
  leaveOut,
  option,
  raiseProblem,
  settle,
  type TaskGroupDraft,
  type TaskNotes,
} from './task-notes.ts';

/** One row on its way in. */
export type TaskRow = {
  /** As a spreadsheet counts: the header is row 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly columns: readonly TaskColumn[];
  readonly notes: TaskNotes;
  /** Set when a choice says so. */
  isSkipped: boolean;
};

/** A row that comes in, with its task. */
export type ReadRow = { readonly row: TaskRow; readonly task: ListedTask };

/** Every filled cell of a field, in the order of its columns. */
export function cellsOf(row: TaskRow, field: TaskFieldKey): string[] {
  return row.columns.flatMap((column, at) => {
    const text = column.field === field ? (row.cells[at] ?? '').trim() : '';
    return text === '' ? [] : [text];
  });
}

/** The cell of a field that one column has; empty when there is none. */
export function cellOf(row: TaskRow, field: TaskFieldKey): string {
  return cellsOf(row, field)[0] ?? '';
}

/** The day of a field; null when the cell is empty or a choice empties it. */
export function dayOf(row: TaskRow, field: TaskFieldKey): CalendarDate | null {
  const text = cellOf(row, field);
  if (text === '') return null;
  const column = row.columns.find((own) => own.field === field);
  const found = parseDate(text, column?.dateOrder ?? 'year-month-day');
  if (found === null)
    unreadable(row, field, { text, code: 'date-unreadable', what: 'is no date that can be read' });
  return found;
}

/** Minutes of a field of effort; null when the cell is empty or a choice empties it. */
export function effortOf(row: TaskRow, field: TaskFieldKey): number | null {
  const text = cellOf(row, field);
  if (text === '') return null;
  const column = row.columns.find((own) => own.field === field);
  const found = parseEffort(text, column?.unit ?? 'hours');
  const isRight = found !== null && found <= largestEffort;
  if (!isRight)
    unreadable(row, field, { text, code: 'number-unreadable', what: 'is no amount of work' });
  return isRight ? found : null;
}

/** Minutes that a task can take here: 100,000 hours. */
export const largestEffort = 6_000_000;

/** 0 to 100. */
export function percentOf(row: TaskRow): number {
  const text = cellOf(row, 'percent');
  if (text === '') return 0;
  const found = parsePercent(text);
  if (found === null)
    unreadable(row, 'percent', {
      text,
      code: 'number-unreadable',
      what: 'is no share from 0 to 100',
    });
  return found ?? 0;
}

/** How far the task is: by its state, else by being marked as done, else by its share. */
export function stateOf(row: TaskRow, percent: number): TaskState {
  const status = cellOf(row, 'status');
  const category = readTaskState(cellOf(row, 'stateCategory'));
  if (status !== '')
    return askedState(row.notes, { value: status, what: 'The state', count: 1, category });
  if (category !== null) return category;
  if (parseFlag(cellOf(row, 'done')) || percent === 100) return 'done';
  return percent > 0 ? 'started' : 'open';
}

type AskedState = {
  readonly value: string;
  readonly what: string;
  readonly count: number;
  /** What the other program itself counts the state as. */
  readonly category?: TaskState | null;
};

/** What a state's or list's name means here; people can say otherwise. */
export function askedState(
  notes: TaskNotes,
  { value, what, count, category = null }: AskedState,
): TaskState {
  const guess = category ?? readTaskState(value) ?? 'open';
  const answer = settle(
    notes,
    {
      key: `state/${nameKey(value).slice(0, 200)}`,
      code: 'meaning',
      title: `${what} “${value.slice(0, 80)}”`,
      message: 'What it says about how far a task is.',
      options: [
        option('use', 'Open', 'open'),
        option('use', 'Started', 'started'),
        option('use', 'Done', 'done'),
      ],
      standard: choice('use', guess),
    },
    count,
  );
  return answer.target === 'done' || answer.target === 'started' ? answer.target : 'open';
}

/** A text that fits; a longer one is cut, or the row left out. */
export function fittingText(
  row: TaskRow,
  field: string,
  { text, most }: { readonly text: string; readonly most: number },
): string {
  if (text.length <= most) return text;
  const answer = raiseProblem(
    row.notes,
    { row: row.number, field, value: text },
    {
      key: `text-too-long/${field}`,
      code: 'text-too-long',
      title: `${field}: too long`,
      message: `Here at most ${most.toLocaleString('en')} characters have room.`,
      options: [option('cut', 'Cut them off'), leaveOut],
    },
  );
  if (answer.action === 'skip') row.isSkipped = true;
  return `${text.slice(0, most - 1)}…`;
}

/** The start when it does not lie after the due day; a choice swaps the two or drops the start. */
export function orderedDays(
  row: TaskRow,
  startOn: CalendarDate | null,
  dueOn: CalendarDate | null,
): { startOn: CalendarDate | null; dueOn: CalendarDate | null } {
  if (startOn === null || dueOn === null || startOn <= dueOn) return { startOn, dueOn };
  const answer = raiseRow(row, 'Start', {
    value: `${startOn} after ${dueOn}`,
    draft: {
      key: 'due-before-start',
      code: 'due-before-start',
      title: 'Due before they start',
      message: 'The due day lies before the start.',
      options: [
        option('empty', 'Leave the start empty'),
        option('correct', 'Swap the two'),
        leaveOut,
      ],
    },
  });
  if (answer.action === 'correct') return { startOn: dueOn, dueOn: startOn };
  return { startOn: null, dueOn };
}

/** Raises a problem of a row; the choice to leave it out is taken note of. */
export function raiseRow(
  row: TaskRow,
  field: string | null,
  { value, draft }: { readonly value: string; readonly draft: TaskGroupDraft },
) {
  const answer = raiseProblem(row.notes, { row: row.number, field, value }, draft);
  if (answer.action === 'skip') row.isSkipped = true;
  return answer;
}

type Fault = {
  readonly text: string;
  readonly code: 'date-unreadable' | 'number-unreadable';
  readonly what: string;
};

function unreadable(row: TaskRow, field: TaskFieldKey, { text, code, what }: Fault): void {
  const header = row.columns.find((own) => own.field === field)?.header ?? taskFields[field].label;
  const label = isTaskField(field) ? taskFields[field].label : header;
  raiseRow(row, header, {
    value: text,
    draft: {
      key: `${code}/${field}`,
      code,
      title: `${label}: not readable`,
      message: `The cell ${what}.`,
      options: [option('empty', 'Leave the field empty'), leaveOut],
    },
  });
}
