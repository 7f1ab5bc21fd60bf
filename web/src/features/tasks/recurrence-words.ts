import type { RecurrenceView } from '@evenkeel/contract/recurrences';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { RecurrenceRule, WeekOfMonth } from '@evenkeel/core/projects/recurrence';
import { formatDate, formatWeekdayShort } from '../../ui/format/date.ts';

// 2024-01-01 was a Monday; the brand has no run-time part.
const monday = '2024-01-01' as CalendarDate;

/** The short name of a weekday, Monday 1. */
export function weekdayName(weekday: number): string {
  return formatWeekdayShort(addDays(monday, weekday - 1));
}

export const weekOfMonthLabels: Record<WeekOfMonth, string> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  '-1': 'last',
};

/** A rule as people say it: `Every 2 weeks on Mon, Thu`. */
export function ruleInWords(rule: RecurrenceRule): string {
  switch (rule.frequency) {
    case 'daily':
      return `${every(rule.interval, 'day')}${rule.weekdaysOnly ? ', not at weekends' : ''}`;
    case 'weekly':
      return `${every(rule.interval, 'week')} on ${rule.weekdays.toSorted().map(weekdayName).join(', ')}`;
    case 'monthly':
      return rule.monthDay === 31
        ? `${every(rule.interval, 'month')} on the last day`
        : `${every(rule.interval, 'month')} on day ${rule.monthDay}`;
    case 'monthly-weekday': {
      const week = weekOfMonthLabels[rule.week];
      return `${every(rule.interval, 'month')} on the ${week} ${weekdayName(rule.weekday)}`;
    }
  }
}

/** A recurrence as people say it, with its end. */
export function recurrenceInWords(recurrence: RecurrenceView): string {
  const { rule, basis, until, count, state } = recurrence;
  const base =
    basis === 'completion'
      ? `${ruleInWords(rule)}, counted from when it is done`
      : ruleInWords(rule);
  const end = until ? `, until ${formatDate(until)}` : count ? `, ${count} times in all` : '';
  const note = state === 'paused' ? ' (paused)' : state === 'ended' ? ' (ended)' : '';
  return `${base}${end}${note}`;
}

function every(interval: number, unit: string): string {
  return interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
}
