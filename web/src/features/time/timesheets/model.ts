import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { TimesheetState } from '@evenkeel/core/time/timesheet';
import type { GlyphTone, ProgressShape } from '../../../ui/marks/progress-glyph.tsx';

/** A state of a week in words and as a shape. */
export const sheetStates: Readonly<
  Record<
    TimesheetState,
    { readonly label: string; readonly shape: ProgressShape; readonly tone: GlyphTone }
  >
> = {
  open: { label: 'Open', shape: 'ring', tone: 'neutral' },
  submitted: { label: 'Submitted', shape: 'half', tone: 'step-3' },
  approved: { label: 'Approved', shape: 'done', tone: 'good' },
  returned: { label: 'Returned', shape: 'quarter', tone: 'warn' },
};

/** A row of a list of weeks has no id of its own: person and Monday name it. */
export function sheetKey(row: TimesheetRow): string {
  return `${row.person.id} ${row.week}`;
}

/** The address of a person's week. */
export function weekHref(row: TimesheetRow): string {
  return `/time?on=${row.week}&person=${row.person.id}`;
}

/** Weeks that are over, not submitted and not empty of working days: what somebody still owes. */
export function owedWeeks(rows: readonly TimesheetRow[], today: CalendarDate): TimesheetRow[] {
  return rows.filter(
    (row) =>
      addDays(row.week, 6) < today &&
      row.capacityMinutes > 0 &&
      (row.state === 'open' || row.state === 'returned'),
  );
}

/** One line of the overview: a person and their weeks, by Monday. */
export type PersonWeeks = {
  readonly person: TimesheetRow['person'];
  readonly weeks: ReadonlyMap<CalendarDate, TimesheetRow>;
};

/** The weeks by person, in the order the people first appear. */
export function byPerson(rows: readonly TimesheetRow[]): PersonWeeks[] {
  return [...groupedBy(rows, (row) => row.person.id).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [{ person: first.person, weeks: new Map(own.map((row) => [row.week, row])) }];
  });
}
