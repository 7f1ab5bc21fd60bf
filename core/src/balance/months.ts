import {
  type CalendarDate,
  type CalendarMonth,
  monthEnd,
  monthStart,
  monthsBetween,
} from '../calendar-date.ts';

/** A month with its first and last day. */
export type MonthSpan = {
  readonly month: CalendarMonth;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
};

/** The months from that of `range.from` to that of `range.to`, in order. */
export function monthSpans(range: {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}): MonthSpan[] {
  return monthsBetween(range.from, range.to).map((month) => ({
    month,
    from: monthStart(month),
    to: monthEnd(month),
  }));
}
