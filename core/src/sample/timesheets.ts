import { addDays, type CalendarDate, earlier, weekStart } from '../calendar-date.ts';
import type { SampleKey, SamplePerson, SampleTimeEntry } from './sample-firm.ts';

/** A week somebody of the sample submitted; `decidedOn` is null where it waits. */
export type SampleTimesheet = {
  readonly person: SampleKey;
  readonly week: CalendarDate;
  readonly state: 'submitted' | 'approved' | 'returned';
  readonly note: string;
  readonly reason: string;
  readonly submittedOn: CalendarDate;
  readonly decidedOn: CalendarDate | null;
};

/** How many of the people, by their place in the list, have not submitted last week yet. */
const everyLate = 5;

/**
 * Weeks that ended before this one: all but the last two are approved, the one before the last is
 * approved but for one that came back, and last week most people have submitted.
 */
export function sampleTimesheets(
  people: readonly SamplePerson[],
  entries: readonly SampleTimeEntry[],
  today: CalendarDate,
): SampleTimesheet[] {
  const logged = new Set(entries.map((entry) => `${entry.person} ${weekStart(entry.on)}`));
  const [first] = entries;
  if (!first) return [];
  const start = entries.reduce((day, entry) => earlier(day, entry.on), first.on);
  const last = addDays(weekStart(today), -7);
  const sheets: SampleTimesheet[] = [];
  for (const [index, person] of people.entries()) {
    for (let week = weekStart(start); week <= last; week = addDays(week, 7)) {
      if (!logged.has(`${person.key} ${week}`)) continue;
      const sheet = sheetOf({ week, last, index });
      if (sheet) sheets.push({ person: person.key, week, ...sheet });
    }
  }
  return sheets;
}

function sheetOf({
  week,
  last,
  index,
}: {
  readonly week: CalendarDate;
  readonly last: CalendarDate;
  readonly index: number;
}): Omit<SampleTimesheet, 'person' | 'week'> | null {
  const submittedOn = addDays(week, 4);
  const quiet = { note: '', reason: '', submittedOn };
  if (week < last) {
    const cameBack = week === addDays(last, -7) && index === 7;
    if (!cameBack) return { ...quiet, state: 'approved', decidedOn: addDays(week, 7) };
    return {
      ...quiet,
      state: 'returned',
      reason: 'Thursday is empty: was that the workshop?',
      decidedOn: addDays(week, 8),
    };
  }
  // The owner of the sample stands in for the fourth person: there is a week for them to submit.
  if (index === 3 || index % everyLate === 4) return null;
  return {
    ...quiet,
    note: index === 10 ? 'Friday off, agreed with Helena.' : '',
    state: 'submitted',
    decidedOn: null,
  };
}
