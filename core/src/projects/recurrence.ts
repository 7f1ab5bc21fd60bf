import {
  addDays,
  type CalendarDate,
  dateOf,
  daysInMonth,
  isWeekdayDate,
} from '../calendar-date.ts';

/** What a next time is counted from: the rule's own days, or the day on which the last was done. */
export const recurrenceBases = ['date', 'completion'] as const;
/** What a next time is counted from. */
export type RecurrenceBasis = (typeof recurrenceBases)[number];

/** How often something comes again. */
export const recurrenceFrequencies = ['daily', 'weekly', 'monthly', 'monthly-weekday'] as const;
/** How often something comes again. */
export type RecurrenceFrequency = (typeof recurrenceFrequencies)[number];

/** Which of a month's days of one name: the first to the fourth, or the last. */
export const weeksOfMonth = [1, 2, 3, 4, -1] as const;
/** Which of a month's days of one name. */
export type WeekOfMonth = (typeof weeksOfMonth)[number];

/**
 * When something comes again, every `interval` days, weeks or months. Weekdays are numbered after ISO
 * 8601, Monday 1. `monthDay` beyond the end of a month means its last day. A daily rule can leave
 * weekends out.
 */
export type RecurrenceRule =
  | { readonly frequency: 'daily'; readonly interval: number; readonly weekdaysOnly: boolean }
  | {
      readonly frequency: 'weekly';
      readonly interval: number;
      readonly weekdays: readonly number[];
    }
  | { readonly frequency: 'monthly'; readonly interval: number; readonly monthDay: number }
  | {
      readonly frequency: 'monthly-weekday';
      readonly interval: number;
      readonly weekday: number;
      readonly week: WeekOfMonth;
    };

/** A rule with its first day and its end: after a day, after so many times, or never. */
export type Recurrence = {
  readonly rule: RecurrenceRule;
  readonly startsOn: CalendarDate;
  readonly until: CalendarDate | null;
  readonly count: number | null;
};

/**
 * The day of the next time when it is counted from the day on which the last was done: so many days,
 * weeks or months later. The last day of a shorter month, the Monday after a weekend left out.
 */
export function nextAfterDone(rule: RecurrenceRule, doneOn: CalendarDate): CalendarDate {
  switch (rule.frequency) {
    case 'daily': {
      const day = addDays(doneOn, rule.interval);
      return rule.weekdaysOnly ? weekdayFrom(day) : day;
    }
    case 'weekly':
      return addDays(doneOn, rule.interval * 7);
    case 'monthly':
    case 'monthly-weekday':
      return monthsLater(doneOn, rule.interval);
  }
}

function weekdayFrom(day: CalendarDate): CalendarDate {
  return isWeekdayDate(day) ? day : weekdayFrom(addDays(day, 1));
}

function monthsLater(day: CalendarDate, count: number): CalendarDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  return dateOf(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)));
}
