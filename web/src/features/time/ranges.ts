import {
  addDays,
  addMonths,
  type CalendarDate,
  isCalendarDate,
  monthEnd,
  monthOf,
  monthStart,
  weekStart,
} from '@evenkeel/core/calendar-date';

/** Days from one to another, both included. */
export type DayRange = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The spans people ask for, by name. */
export function rangesOf(today: CalendarDate): readonly { label: string; range: DayRange }[] {
  const month = monthOf(today);
  const last = addMonths(month, -1);
  const monday = weekStart(today);
  return [
    { label: 'This month', range: thisMonthOf(today) },
    { label: 'Last month', range: { from: monthStart(last), to: monthEnd(last) } },
    { label: 'This week', range: { from: monday, to: addDays(monday, 6) } },
    { label: 'Last week', range: { from: addDays(monday, -7), to: addDays(monday, -1) } },
    { label: 'Last 12 months', range: { from: monthStart(addMonths(month, -11)), to: today } },
  ];
}

/** The month of a day. */
export function thisMonthOf(today: CalendarDate): DayRange {
  const month = monthOf(today);
  return { from: monthStart(month), to: monthEnd(month) };
}

/** Whether a value from outside (an address) is a span of days. */
export function isDayRange(value: unknown): value is DayRange {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const { from, to } = value as Record<string, unknown>;
  if (typeof from !== 'string' || typeof to !== 'string') return false;
  return isCalendarDate(from) && isCalendarDate(to) && from <= to;
}
