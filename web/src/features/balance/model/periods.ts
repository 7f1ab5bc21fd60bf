import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  monthOf,
} from '@evenkeel/core/calendar-date';

/** A stretch of months to look at; without months: the last quarter to the next. */
export type Period = {
  readonly label: string;
  readonly from?: CalendarMonth;
  readonly to?: CalendarMonth;
};

/** The stretches that are offered, the usual one first. */
export function periodsAround(today: CalendarDate): readonly Period[] {
  const month = monthOf(today);
  const january = (years: number) => addMonths(month, 1 - Number(month.slice(5)) + 12 * years);
  return [
    { label: 'Last quarter to next' },
    { label: 'Last 12 months', from: addMonths(month, -11), to: month },
    { label: 'Next 12 months', from: month, to: addMonths(month, 11) },
    { label: 'This year', from: january(0), to: addMonths(january(0), 11) },
    { label: 'Last year', from: january(-1), to: addMonths(january(-1), 11) },
  ];
}
