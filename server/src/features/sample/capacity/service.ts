import type { CalendarId, PersonId } from '@evenkeel/core/id';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import type { Scope } from '../../../platform/db/scope.ts';
import { addHolidays } from '../../calendars/public-holidays/service.ts';
import { createCalendar, listCalendars } from '../../calendars/service.ts';
import { type Ids, need } from '../ids.ts';
import { setCalendar } from './repository.ts';

/** Public holidays of where the firm is, and of where one of its people lives. */
export async function insertHolidays(
  scope: Scope,
  { capacity }: SampleFirm,
  ids: Ids,
): Promise<void> {
  const firm = (await listCalendars(scope)).find(({ calendar }) => calendar.is_default);
  if (!firm) return;
  const year = Number(scope.today.slice(0, 4));
  const years = { fromYear: year - 1, toYear: year + 1 };
  const { place, person, calendarName, calendarPlace } = capacity.abroad;
  await addHolidays(scope, firm.calendar.id, { place, ...years });
  const abroad = await createCalendar(scope, {
    name: calendarName,
    // Read from the calendar that the contract has checked.
    week: firm.calendar.week as Parameters<typeof createCalendar>[1]['week'],
  });
  const calendarId: CalendarId = abroad.calendar.id;
  await addHolidays(scope, calendarId, { place: calendarPlace, ...years });
  // The sample's own ids are those of its rows.
  await setCalendar(scope, need(ids, 'person', person) as PersonId, calendarId);
}
