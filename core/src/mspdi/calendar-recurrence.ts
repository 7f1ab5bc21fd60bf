import { dateFromDayNumber, dateOf, dayNumber, daysInMonth } from '../calendar-date.ts';
import type {
  CalendarException,
  DayNumber,
  ExceptionRecurrence,
} from '../schedule/calendar-model.ts';
import { occursOn, weekdayIndex } from '../schedule/day-hours.ts';
import { numberField, textField } from './fields.ts';
import { childNamed, type MspdiRecord, recordOf } from './model.ts';

/** `MonthItem` where it names no day of the week. */
const anyDay = 0;
const workDay = 1;
const weekendDay = 2;

/** How far occurrences without a last day are followed, in days: the reach of Microsoft Project's dates. */
const farthest = 60_000;

/**
 * An exception as its `Type` repeats it: 1 and 7 by days, 6 by weeks, 4 and 5 by months, 2 and 3 by
 * years (the second of each pair by a day of the week). "First weekday" and "last weekend day" of a
 * month, which the engine knows no rule for, become one exception for each day.
 */
export function recurring(record: MspdiRecord, plain: CalendarException): CalendarException[] {
  const item = numberField(record, 'MonthItem') ?? anyDay;
  const type = numberField(record, 'Type');
  const isByItem = type === 3 || type === 5;
  if (isByItem && (item === workDay || item === weekendDay))
    return daysByItem(record, plain, item === workDay);
  const recurrence = recurrenceOf(record, type, item);
  if (!recurrence) return [plain];
  const every = recurrence.kind === 'daily' ? recurrence.every : 2;
  const exception = { ...plain, to: lastDay(record, { ...plain, recurrence }), recurrence };
  // Every single day is a period, and one day alone recurs never.
  return [every > 1 && exception.to > exception.from ? exception : plain];
}

function recurrenceOf(
  record: MspdiRecord,
  type: number | undefined,
  item: number,
): ExceptionRecurrence | undefined {
  const every = Math.max(1, numberField(record, 'Period') ?? 1);
  const month = (numberField(record, 'Month') ?? 0) + 1;
  const ordinal = (numberField(record, 'MonthPosition') ?? 0) + 1;
  // "First day", "last day" of a month.
  const day = isNthDay(type, item)
    ? ordinal >= 5
      ? 31
      : ordinal
    : (numberField(record, 'MonthDay') ?? 1);
  const weekday = weekdayOf(item);
  switch (type) {
    case 1:
    case 7:
      return { kind: 'daily', every };
    case 2:
      return { kind: 'yearlyDay', month, day };
    case 3:
      return weekday === 0
        ? { kind: 'yearlyDay', month, day }
        : { kind: 'yearlyWeekday', month, ordinal, weekday };
    case 4:
      return { kind: 'monthlyDay', every, day };
    case 5:
      return weekday === 0
        ? { kind: 'monthlyDay', every, day }
        : { kind: 'monthlyWeekday', every, ordinal, weekday };
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

function isNthDay(type: number | undefined, item: number): boolean {
  return (type === 3 || type === 5) && item === anyDay;
}

/** The last day of a period; where the file has none, that of the last of its `Occurrences`. */
function lastDay(record: MspdiRecord, exception: CalendarException): DayNumber {
  const period = childNamed(record.element, 'TimePeriod');
  const occurrences = numberField(record, 'Occurrences') ?? 1;
  const isOpen = period && textField(recordOf(period), 'ToDate') === undefined;
  if (!isOpen || occurrences <= 1) return exception.to;
  const holds = occursOn(exception);
  let found = 0;
  for (let day = exception.from; day < exception.from + farthest; day += 1) {
    if (holds(day)) found += 1;
    if (found === occurrences) return day;
  }
  return exception.from + farthest;
}

/** One exception for each nth (or last) day of work, or of the weekend, in the months that the rule names. */
function daysByItem(
  record: MspdiRecord,
  plain: CalendarException,
  isWork: boolean,
): CalendarException[] {
  const isYearly = numberField(record, 'Type') === 3;
  const every = isYearly ? 12 : Math.max(1, numberField(record, 'Period') ?? 1);
  const ordinal = (numberField(record, 'MonthPosition') ?? 0) + 1;
  const { year, month } = monthOf(plain.from);
  const last = monthOf(Math.min(plain.to, plain.from + farthest));
  const first = isYearly ? (numberField(record, 'Month') ?? 0) + 1 : month;
  const found: CalendarException[] = [];
  for (
    let count = year * 12 + first - 1;
    count <= last.year * 12 + last.month - 1;
    count += every
  ) {
    const day = nthOfMonth(Math.floor(count / 12), (count % 12) + 1, { ordinal, isWork });
    if (day >= plain.from && day <= plain.to) found.push({ ...plain, from: day, to: day });
  }
  return found;
}

function monthOf(day: DayNumber): { readonly year: number; readonly month: number } {
  const date = dateFromDayNumber(day);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) };
}

function nthOfMonth(
  year: number,
  month: number,
  { ordinal, isWork }: { readonly ordinal: number; readonly isWork: boolean },
): DayNumber {
  const first = dayNumber(dateOf(year, month, 1));
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) => first + index);
  const matching = days.filter((day) => weekdayIndex(day) < 5 === isWork);
  return matching[ordinal >= 5 ? matching.length - 1 : ordinal - 1] ?? first;
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
