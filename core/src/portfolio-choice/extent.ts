import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  dateOf,
  daysInMonth,
  monthEnd,
  monthOf,
  monthStart,
} from '../calendar-date.ts';
import { type Stretch, weekdayAt } from '../projects/outline-dates.ts';
import type { CandidateGap, ChoiceCandidate } from './facts.ts';
import { monthsApart } from './month-grid.ts';

/** How long a candidate is, and the days on which its work would lie if it began as its dates say. */
export type Extent = Stretch & {
  readonly length: number;
  readonly naturalMonth: CalendarMonth | null;
  readonly gaps: readonly CandidateGap[];
};

/**
 * The extent of a candidate. Without an end it is `usualMonths` long; without a start it lies in the
 * first months of the choice for reckoning, and names no month of its own.
 */
export function extentOf(
  dates: { readonly startOn: CalendarDate | null; readonly endOn: CalendarDate | null },
  usual: { readonly first: CalendarMonth; readonly months: number },
): Extent {
  const { startOn, endOn } = dates;
  if (startOn === null) {
    const lastMonth = addMonths(usual.first, usual.months - 1);
    return {
      ...wholeMonths(usual.first, lastMonth),
      length: usual.months,
      naturalMonth: null,
      gaps: ['no-start'],
    };
  }
  const naturalMonth = monthOf(startOn);
  if (endOn === null || endOn < startOn) {
    const end = monthEnd(addMonths(naturalMonth, usual.months - 1));
    return { startOn, endOn: end, length: usual.months, naturalMonth, gaps: ['no-end'] };
  }
  const length = monthsApart(naturalMonth, monthOf(endOn)) + 1;
  return { startOn, endOn, length, naturalMonth, gaps: [] };
}

/**
 * The days of a candidate that starts in a month: its own when that is what they say; else moved by
 * whole months, off the weekend; else, without dates, from the first to the last weekday of its months.
 * @example placedDates({ startOn: '2027-01-11', endOn: '2027-03-26', … }, '2027-02') // 11 Feb to 26 Apr
 */
export function placedDates(
  candidate: Pick<ChoiceCandidate, 'startOn' | 'endOn' | 'naturalMonth' | 'length'>,
  month: CalendarMonth,
): Stretch {
  const { startOn, endOn, naturalMonth, length } = candidate;
  if (startOn === null || naturalMonth === null)
    return wholeMonths(month, addMonths(month, length - 1));
  const shift = monthsApart(naturalMonth, month);
  const start = shift === 0 ? startOn : onWeekday(sameDay(startOn, shift), month);
  const lastMonth = addMonths(month, length - 1);
  if (endOn === null || endOn < startOn)
    return { startOn: start, endOn: wholeMonths(lastMonth, lastMonth).endOn };
  return {
    startOn: start,
    endOn: shift === 0 ? endOn : onWeekday(sameDay(endOn, shift), lastMonth),
  };
}

function wholeMonths(first: CalendarMonth, last: CalendarMonth): Stretch {
  // Back one weekday from the first weekday after the month.
  const endOn = weekdayAt(monthStart(addMonths(last, 1)), -1);
  return { startOn: weekdayAt(monthStart(first), 0), endOn };
}

/** The same day some months later, or the last of its month. */
function sameDay(day: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(day), months);
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  return dateOf(year, number, Math.min(Number(day.slice(8, 10)), daysInMonth(year, number)));
}

/** The next weekday, or the one before where that would leave the month. */
function onWeekday(day: CalendarDate, month: CalendarMonth): CalendarDate {
  const next = weekdayAt(day, 0);
  if (monthOf(next) === month) return next;
  return wholeMonths(month, month).endOn;
}
