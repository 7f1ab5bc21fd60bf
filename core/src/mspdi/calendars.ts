import type {
  CalendarException,
  DayHours,
  DayNumber,
  ExceptionRecurrence,
  Week,
  WorkCalendar,
  WorkWeek,
} from '../schedule/calendar-model.ts';
import { standardWeek } from '../schedule/day-hours.ts';
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
    const recurrence = recurrenceOf(record, period);
    return [
      {
        ...(name === undefined ? {} : { name }),
        ...period,
        hours: hoursOf(record, standardWeek[0] ?? []),
        ...(recurrence ? { recurrence } : {}),
      },
    ];
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

/** Recurrence of an exception by its `Type`; undefined for a plain period. */
function recurrenceOf(
  record: MspdiRecord,
  period: { readonly from: DayNumber; readonly to: DayNumber },
): ExceptionRecurrence | undefined {
  const every = Math.max(1, numberField(record, 'Period') ?? 1);
  const month = (numberField(record, 'Month') ?? 0) + 1;
  const day = numberField(record, 'MonthDay') ?? 1;
  const place = { ordinal: (numberField(record, 'MonthPosition') ?? 0) + 1 };
  const weekday = weekdayOf(numberField(record, 'MonthItem') ?? 0);
  switch (numberField(record, 'Type')) {
    case 1:
    case 7:
      return every > 1 && period.to > period.from ? { kind: 'daily', every } : undefined;
    case 2:
      return { kind: 'yearlyDay', month, day };
    case 3:
      return weekday === 0 ? undefined : { kind: 'yearlyWeekday', month, ...place, weekday };
    case 4:
      return { kind: 'monthlyDay', every, day };
    case 5:
      return weekday === 0 ? undefined : { kind: 'monthlyWeekday', every, ...place, weekday };
    case 6:
      return {
        kind: 'weekly',
        every,
        weekdays: weekdaysOf(numberField(record, 'DaysOfWeek') ?? 0),
      };
    default:
      return undefined;
  }
}

/** `MonthItem` 3 Sunday … 9 Saturday as Monday 1 … Sunday 7; 0 for what is no weekday. */
function weekdayOf(item: number): number {
  if (item < 3 || item > 9) return 0;
  return item === 3 ? 7 : item - 3;
}

/** Bits from Sunday as weekdays. */
function weekdaysOf(bits: number): number[] {
  return [0, 1, 2, 3, 4, 5, 6]
    .filter((bit) => (bits & (1 << bit)) !== 0)
    .map((bit) => (bit === 0 ? 7 : bit));
}
