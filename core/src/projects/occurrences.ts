import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays, type CalendarDate } from '../calendar-date.ts';
import type { Recurrence, RecurrenceRule } from './recurrence.ts';

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/** Days looked ahead for the next times: a little first, for most rules come often. */
const reaches = [45, 400, 3_660, 36_600];

/** No list is longer than this, so that a rule of a thousand years harms nobody. */
const most = 1_000;

/**
 * The days of a recurrence after `after` (null: from its first) up to `upTo`, in order, at most 1,000.
 * Rules are those of RFC 5545; days are calendar days, so clock changes do not touch them. The first
 * day is counted only if the rule names it.
 */
export function occurrencesOf(
  recurrence: Recurrence,
  range: { readonly after: CalendarDate | null; readonly upTo: CalendarDate },
): CalendarDate[] {
  const from = range.after === null ? recurrence.startsOn : addDays(range.after, 1);
  if (from > range.upTo) return [];
  const days: CalendarDate[] = [];
  // `between` counts from the first day on, so that an end after so many times is kept.
  for (const moment of ruleOf(recurrence).between(at(from), at(range.upTo), true)) {
    // The library writes the same YYYY-MM-DD.
    days.push(moment.toPlainDate().toString() as CalendarDate);
    if (days.length === most) break;
  }
  return days;
}

/** The next days of a recurrence after a day, at most `quantity`. */
export function nextOccurrences(
  recurrence: Recurrence,
  after: CalendarDate | null,
  quantity: number,
): CalendarDate[] {
  const from = after === null ? recurrence.startsOn : addDays(after, 1);
  let days: CalendarDate[] = [];
  for (const reach of reaches) {
    days = occurrencesOf(recurrence, { after, upTo: addDays(from, reach) });
    if (days.length >= quantity) break;
  }
  return days.slice(0, quantity);
}

function ruleOf({ rule, startsOn, until, count }: Recurrence): RRuleTemporal {
  return new RRuleTemporal({
    ...partsOf(rule),
    interval: rule.interval,
    wkst: 'MO',
    tzid: 'UTC',
    dtstart: at(startsOn),
    ...(until === null ? {} : { until: at(until) }),
    ...(count === null ? {} : { count }),
    temporal: Temporal,
  });
}

function partsOf(rule: RecurrenceRule) {
  switch (rule.frequency) {
    case 'daily':
      return {
        freq: 'DAILY' as const,
        ...(rule.weekdaysOnly ? { byDay: [...weekdayCodes.slice(0, 5)] } : {}),
      };
    case 'weekly':
      return { freq: 'WEEKLY' as const, byDay: rule.weekdays.map(codeOf) };
    case 'monthly':
      // The 31st of a shorter month is its last day: the latest that there is of the days up to it.
      return rule.monthDay <= 28
        ? { freq: 'MONTHLY' as const, byMonthDay: [rule.monthDay] }
        : {
            freq: 'MONTHLY' as const,
            byMonthDay: [28, 29, 30, 31].filter((day) => day <= rule.monthDay),
            bySetPos: [-1],
          };
    case 'monthly-weekday':
      return { freq: 'MONTHLY' as const, byDay: [`${rule.week}${codeOf(rule.weekday)}`] };
  }
}

function codeOf(weekday: number): string {
  return weekdayCodes[weekday - 1] ?? 'MO';
}

function at(day: CalendarDate): Temporal.ZonedDateTime {
  return Temporal.PlainDate.from(day).toZonedDateTime('UTC');
}
