import { type TimesheetRow, timesheets } from '@evenkeel/contract/timesheets';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { useApi, useApiWrite } from '../../../lib/queries.ts';
import { timeSubjects } from '../api.ts';

const subjects = timeSubjects;
const written = { subjects: ['timesheet', 'time_entry'] };

/** Weeks of people: everybody's for managers, one's own for others. */
export function useTimesheets(weeks: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  return useApi(timesheets.list, { query: weeks }, { subjects, keepPrevious: true });
}

/** Weeks of oneself that are over and not submitted, or that came back. */
export function useOwnTimesheets(
  personId: TimesheetRow['person']['id'] | null,
  weeks: { readonly from: CalendarDate; readonly to: CalendarDate },
) {
  const query = { ...weeks, personId: personId ?? '', state: 'open,returned' };
  return useApi(timesheets.list, { query }, { subjects, enabled: personId !== null });
}

/** Says that a week is complete. */
export function useSubmitWeek() {
  return useApiWrite(timesheets.submit, written);
}

/** Takes a submitted week back. */
export function useRecallWeek() {
  return useApiWrite(timesheets.recall, written);
}

/** Approves, returns or opens weeks again. */
export function useDecideWeeks() {
  return useApiWrite(timesheets.decide, written);
}
