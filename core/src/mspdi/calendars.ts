import type {
  CalendarException,
  DayHours,
  DayNumber,
  Week,
  WorkCalendar,
  WorkWeek,
} from '../schedule/calendar-model.ts';
import { standardWeek } from '../schedule/day-hours.ts';
import { recurring } from './calendar-recurrence.ts';
import { dateField, flagField, numberField, parseTimeOfDay, textField } from './fields.ts';
import {
  childNamed,
  childrenNamed,
  type MspdiElement,
  type MspdiRecord,
  recordOf,
} from './model.ts';

/** The calendars of a file: base calendars, and those of resources upon them. */
export function calendarsOf(
  calendars: readonly MspdiRecord[],
  defaultId: string | undefined,
): WorkCalendar[] {
  const ids = new Set(calendars.map((calendar) => textField(calendar, 'UID')));
  return calendars.flatMap((calendar) => {
    const id = textField(calendar, 'UID');
    if (id === undefined) return [];
    const base = textField(calendar, 'BaseCalendarUID');
    const isBase = flagField(calendar, 'IsBaseCalendar') ?? false;
    const named = base !== undefined && ids.has(base) ? base : defaultId;
    const hasBase = !isBase && named !== undefined && named !== id && ids.has(named);
    const name = textField(calendar, 'Name');
    return [
      {
        id,
        ...(name === undefined ? {} : { name }),
        ...(hasBase ? { baseId: named } : {}),
        week: weekOf(calendar.element, hasBase),
        workWeeks: workWeeksOf(calendar.element),
        exceptions: [...exceptionsOf(calendar.element), ...oldExceptionsOf(calendar.element)],
      },
    ];
  });
}

/** Days of the week as written, Monday first; what is missing is left to the base or is the standard. */
function weekOf(element: MspdiElement, hasBase: boolean): Week {
  const days = weekDays(element);
  return [2, 3, 4, 5, 6, 7, 1].map((dayType, index) => {
    const day = days.find((candidate) => numberField(candidate, 'DayType') === dayType);
    if (day) return hoursOf(day, standardWeek[0] ?? []);
    if (hasBase) return null;
    return days.length > 0 ? [] : (standardWeek[index] ?? []);
  });
}

function weekDays(element: MspdiElement): MspdiRecord[] {
  const list = childNamed(element, 'WeekDays');
  return list ? childrenNamed(list, 'WeekDay').map(recordOf) : [];
}

/** Working times of a day or exception; a working day without times has the usual ones. */
function hoursOf(day: MspdiRecord, usual: DayHours): DayHours {
  const list = childNamed(day.element, 'WorkingTimes');
  const times = (list ? childrenNamed(list, 'WorkingTime') : []).flatMap(shiftsOf);
  if (!(flagField(day, 'DayWorking') ?? times.length > 0)) return [];
  return times.length > 0 ? times : usual;
}

/** A shift; one that ends at or before its begin runs to midnight, its rest into the same day's morning. */
function shiftsOf(element: MspdiElement): DayHours {
  const { fields } = recordOf(element);
  const from = parseTimeOfDay(fields.get('FromTime'));
  const to = parseTimeOfDay(fields.get('ToTime'));
  if (from === undefined || to === undefined) return [];
  if (to > from) return [{ from, to }];
  return to === 0
    ? [{ from, to: 1440 }]
    : [
        { from: 0, to },
        { from, to: 1440 },
      ];
}

function workWeeksOf(element: MspdiElement): WorkWeek[] {
  const list = childNamed(element, 'WorkWeeks');
  return (list ? childrenNamed(list, 'WorkWeek') : []).flatMap((own) => {
    const period = periodOf(own);
    if (!period) return [];
    const days = weekDays(own);
    const week = [2, 3, 4, 5, 6, 7, 1].map((dayType) => {
      const day = days.find((candidate) => numberField(candidate, 'DayType') === dayType);
      return day ? hoursOf(day, standardWeek[0] ?? []) : null;
    });
    const name = recordOf(own).fields.get('Name');
    return [{ ...(name === undefined ? {} : { name }), ...period, week }];
  });
}

/** Exceptions as files up to 2003 hold them: week days of type 0 with a period. */
function oldExceptionsOf(element: MspdiElement): CalendarException[] {
  return weekDays(element).flatMap((day) => {
    const period = numberField(day, 'DayType') === 0 ? periodOf(day.element) : undefined;
    return period ? [{ ...period, hours: hoursOf(day, standardWeek[0] ?? []) }] : [];
  });
}

function exceptionsOf(element: MspdiElement): CalendarException[] {
  const list = childNamed(element, 'Exceptions');
  return (list ? childrenNamed(list, 'Exception') : []).flatMap((own) => {
    const record = recordOf(own);
    const period = periodOf(own);
    if (!period) return [];
    const name = textField(record, 'Name');
    const hours = hoursOf(record, standardWeek[0] ?? []);
    const plain = { ...(name === undefined ? {} : { name }), ...period, hours };
    return recurring(record, plain);
  });
}

function periodOf(element: MspdiElement): { from: DayNumber; to: DayNumber } | undefined {
  const period = childNamed(element, 'TimePeriod');
  if (!period) return undefined;
  const record = recordOf(period);
  const from = dateField(record, 'FromDate');
  const to = dateField(record, 'ToDate') ?? from;
  if (from === undefined || to === undefined) return undefined;
  const first = Math.floor(from / 1440);
  // A period that ends at midnight ends with the day before.
  return { from: first, to: Math.max(first, Math.ceil(to / 1440) - 1) };
}
