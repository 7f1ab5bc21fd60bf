import { type CalendarDate, isRecordDate } from '../calendar-date.ts';
import type { ListedComment, ListedStep } from './task-list.ts';
import { leaveOut, option, raiseProblem, type TaskNotes } from './task-notes.ts';
import { list, number, type Part, text, within } from './task-trello-board.ts';

/** The description, and the addresses of what is attached. */
export function notesOf(card: Part): string {
  const attached = list(card, 'attachments').map((own) =>
    [text(own, 'name'), text(own, 'url')].filter((part) => part !== '').join(': '),
  );
  return [text(card, 'desc'), ...attached]
    .filter((part) => part !== '')
    .join('\n\n')
    .slice(0, 20_000);
}

/** A label without a name is known by its colour. */
export function labelOf(label: Part): string {
  return (text(label, 'name') || text(label, 'color')).trim().slice(0, 50);
}

/** The items of a checklist, in their order. */
export function stepsOf(checklist: Part): ListedStep[] {
  return [...list(checklist, 'checkItems')]
    .sort((a, b) => number(a, 'pos') - number(b, 'pos'))
    .map((item) => ({
      name: (text(item, 'name').replace(/\s+/gu, ' ').trim() || 'Item').slice(0, 300),
      isDone: text(item, 'state') === 'complete',
    }));
}

/** What somebody said on a card. */
export function commentOf(action: Part): ListedComment {
  return {
    author: text(within(action, 'memberCreator'), 'fullName'),
    at: text(action, 'date').slice(0, 16).replace('T', ' '),
    text: text(within(action, 'data'), 'text'),
  };
}

/** A day of a card: its place among the cards, what the day is called, and where the firm is. */
export type DayField = {
  readonly card: Part;
  readonly at: number;
  readonly field: 'due' | 'start';
  readonly timeZone: string;
};

/** The day of a moment of a card; one that cannot be read is noted. */
export function dayOf(
  notes: TaskNotes,
  { card, at, field, timeZone }: DayField,
): CalendarDate | null {
  const written = text(card, field);
  if (written === '') return null;
  const day = dayOfMoment(written, timeZone);
  if (day !== null) return day;
  raiseProblem(
    notes,
    { row: at, field, value: written },
    {
      key: 'date-unreadable',
      code: 'date-unreadable',
      title: 'Dates that cannot be read',
      message: 'The file holds no day there.',
      options: [option('empty', 'Leave the field empty')],
    },
  );
  return null;
}

/**
 * The day that a moment of the world's clock is where the firm works: due at midnight in Berlin,
 * Trello writes 22 or 23 o'clock of the day before. Null when it is no moment.
 */
export function dayOfMoment(written: string, timeZone: string): CalendarDate | null {
  const moment = Date.parse(written);
  if (!/^\d{4}-\d{2}-\d{2}/.test(written) || Number.isNaN(moment)) return null;
  const day = written.includes('T')
    ? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment)
    : written;
  return isRecordDate(day) ? day : null;
}

/** A name that fits; a longer one is cut, and noted. */
export function fittingName(notes: TaskNotes, at: number, name: string): string {
  if (name.length <= 300) return name;
  raiseProblem(
    notes,
    { row: at, field: 'name', value: name },
    {
      key: 'text-too-long/Name',
      code: 'text-too-long',
      title: 'Name: too long',
      message: 'Here at most 300 characters have room.',
      options: [option('cut', 'Cut them off')],
    },
  );
  return `${name.slice(0, 299)}…`;
}

/** Notes a card that names nothing. */
export function noName(notes: TaskNotes, at: number): void {
  raiseProblem(
    notes,
    { row: at, field: 'name', value: '' },
    {
      key: 'name-missing',
      code: 'name-missing',
      title: 'Cards without a name',
      message: 'The card names no task.',
      options: [leaveOut],
    },
  );
}
