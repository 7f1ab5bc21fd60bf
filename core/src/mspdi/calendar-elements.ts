import type {
  CalendarException,
  DayHours,
  ExceptionRecurrence,
  Week,
  WorkCalendar,
  WorkWeek,
} from '../schedule/calendar-model.ts';
import { branch, dateText, fieldElements, timeText } from './element.ts';
import type { MspdiElement } from './model.ts';

/** A calendar as an element; `uidOf` gives the file's number of a calendar by its id. */
export function calendarElement(
  calendar: WorkCalendar,
  uidOf: (id: string) => number | undefined,
): MspdiElement {
  const base = calendar.baseId === undefined ? undefined : uidOf(calendar.baseId);
  const exceptions = (calendar.exceptions ?? []).map(exceptionElement);
  const workWeeks = (calendar.workWeeks ?? []).map(workWeekElement);
  const weekDays = weekElements(calendar.week);
  return branch('Calendar', [
    ...fieldElements({
      UID: uidOf(calendar.id),
      Name: calendar.name ?? 'Calendar',
      IsBaseCalendar: base === undefined,
      IsBaselineCalendar: false,
      BaseCalendarUID: base ?? -1,
    }),
    ...(weekDays.length > 0 ? [branch('WeekDays', weekDays)] : []),
    ...(exceptions.length > 0 ? [branch('Exceptions', exceptions)] : []),
    ...(workWeeks.length > 0 ? [branch('WorkWeeks', workWeeks)] : []),
  ]);
}

/** Days of the week from Sunday, 1; days that the base decides are left out. */
function weekElements(week: Week): MspdiElement[] {
  return [6, 0, 1, 2, 3, 4, 5].flatMap((place, index) => {
    const hours = week[place] ?? null;
    if (hours === null) return [];
    return [
      branch('WeekDay', [
        ...fieldElements({ DayType: index + 1, DayWorking: hours.length > 0 }),
        ...workingTimes(hours),
      ]),
    ];
  });
}

function workingTimes(hours: DayHours): MspdiElement[] {
  if (hours.length === 0) return [];
  const times = hours.map(({ from, to }) =>
    branch('WorkingTime', fieldElements({ FromTime: timeText(from), ToTime: timeText(to) })),
  );
  return [branch('WorkingTimes', times)];
}

/** From the first day's midnight to the last minute of the last day. */
function timePeriod(from: number, to: number): MspdiElement {
  const fields = { FromDate: dateText(from * 1440), ToDate: dateText(to * 1440 + 1439) };
  return branch('TimePeriod', fieldElements(fields));
}

function exceptionElement(exception: CalendarException): MspdiElement {
  const { recurrence, from, to, hours } = exception;
  return branch('Exception', [
    ...fieldElements({ EnteredByOccurrences: false }),
    timePeriod(from, to),
    ...fieldElements({
      Occurrences: to - from + 1,
      Name: exception.name ?? '',
      ...(recurrence ? recurrenceFields(recurrence) : { Type: 1 }),
      DayWorking: hours.length > 0,
    }),
    ...workingTimes(hours),
  ]);
}

/** Months count from 0, positions from first 0 to last 4, weekdays from Sunday 3. */
function recurrenceFields(rule: ExceptionRecurrence): Record<string, number> {
  switch (rule.kind) {
    case 'daily':
      return { Type: 7, Period: rule.every };
    case 'weekly':
      return { Type: 6, Period: rule.every, DaysOfWeek: weekdayBits(rule.weekdays) };
    case 'monthlyDay':
      return { Type: 4, Period: rule.every, MonthDay: rule.day };
    case 'monthlyWeekday':
      return { Type: 5, Period: rule.every, ...weekdayPlace(rule) };
    case 'yearlyDay':
      return { Type: 2, Month: rule.month - 1, MonthDay: rule.day };
    case 'yearlyWeekday':
      return { Type: 3, Month: rule.month - 1, ...weekdayPlace(rule) };
  }
}

function weekdayPlace(rule: { readonly ordinal: number; readonly weekday: number }) {
  return { MonthItem: rule.weekday === 7 ? 3 : rule.weekday + 3, MonthPosition: rule.ordinal - 1 };
}

function weekdayBits(weekdays: readonly number[]): number {
  return weekdays.reduce((bits, day) => bits | (1 << (day % 7)), 0);
}

function workWeekElement({ name, from, to, week }: WorkWeek): MspdiElement {
  return branch('WorkWeek', [
    timePeriod(from, to),
    ...fieldElements({ Name: name ?? '' }),
    branch('WeekDays', weekElements(week)),
  ]);
}
