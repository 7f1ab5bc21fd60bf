import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOf,
  monthEnd,
  monthOf,
  weekStart,
} from '../calendar-date.ts';

/** How often a KPI is measured, in periods of the calendar. */
export const kpiFrequencies = ['weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type KpiFrequency = (typeof kpiFrequencies)[number];

/** Last day of the period in which a day lies: Sunday of its ISO week, end of month, quarter, year. */
export function periodEnd(frequency: KpiFrequency, day: CalendarDate): CalendarDate {
  switch (frequency) {
    case 'weekly':
      return addDays(weekStart(day), 6);
    case 'monthly':
      return monthEnd(monthOf(day));
    case 'quarterly': {
      const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
      return monthEnd(monthOf(dateOf(Number(day.slice(0, 4)), last, 1)));
    }
    case 'yearly':
      return calendarDate(`${day.slice(0, 4)}-12-31`);
  }
}

/**
 * The day on which the next actual falls due: the end of the period after that of the last actual, or
 * of the first period when nothing has been measured.
 */
export function nextActualOn(
  frequency: KpiFrequency,
  { last, startOn }: { readonly last: CalendarDate | null; readonly startOn: CalendarDate },
): CalendarDate {
  if (last === null) return periodEnd(frequency, startOn);
  return periodEnd(frequency, addDays(periodEnd(frequency, last), 1));
}

/**
 * When an actual is due: as `nextActualOn`, and null once the period of the deadline has its actual,
 * since nothing is left to measure.
 */
export function actualDueOn(kpi: {
  readonly frequency: KpiFrequency;
  readonly last: CalendarDate | null;
  readonly startOn: CalendarDate;
  readonly deadline: CalendarDate | null;
}): CalendarDate | null {
  const next = nextActualOn(kpi.frequency, kpi);
  if (kpi.deadline === null) return next;
  return next > periodEnd(kpi.frequency, kpi.deadline) ? null : next;
}
