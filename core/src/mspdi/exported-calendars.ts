import type { WorkCalendar } from '../schedule/calendar-model.ts';
import type { ExportedPerson } from './from-schedule.ts';

/**
 * Calendars as Microsoft Project wants them: those of the firm as base calendars, each with a name of its
 * own; those of one person upon a base calendar without days off, under the person's name. Their hours
 * stay the same.
 */
export function exportedCalendars(
  calendars: readonly WorkCalendar[],
  people: readonly ExportedPerson[],
  defaultId: string,
): WorkCalendar[] {
  const plain = calendars.find(isPlain);
  const names = new Set<string>();
  return calendars.map((calendar) => {
    const [person, other] = people.filter(({ calendarId }) => calendarId === calendar.id);
    const isOwn = person !== undefined && other === undefined && calendar.id !== defaultId;
    if (plain && isOwn && calendar !== plain && isWhole(calendar))
      return { ...calendar, name: person.name, baseId: plain.id };
    return calendar.baseId === undefined
      ? { ...calendar, name: nameAlone(calendar.name ?? 'Calendar', names) }
      : calendar;
  });
}

function isPlain({ baseId, exceptions = [], workWeeks = [] }: WorkCalendar): boolean {
  return baseId === undefined && exceptions.length === 0 && workWeeks.length === 0;
}

/** Whether it says every day of the week itself, so that nothing of a base would show. */
function isWhole({ baseId, week }: WorkCalendar): boolean {
  return baseId === undefined && week.every((day) => day !== null);
}

function nameAlone(name: string, names: Set<string>): string {
  let own = name;
  for (let count = 2; names.has(own.toLowerCase()); count += 1) own = `${name} (${count})`;
  names.add(own.toLowerCase());
  return own;
}
