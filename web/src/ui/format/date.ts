import {
  addDays,
  type CalendarDate,
  type CalendarMonth,
  dayNumber,
  daysBetween,
} from '@evenkeel/core/calendar-date';
import type { Instant } from '@evenkeel/core/instant';
import { readerLocale } from './locale.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** `1 Nov 2026`, in the order of the reader's locale. */
export function formatDate(date: CalendarDate, locale: string = readerLocale()): string {
  return onDay(date, locale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `1 Nov`: where the year is plain from the surroundings. */
export function formatDayMonth(date: CalendarDate, locale: string = readerLocale()): string {
  return onDay(date, locale, { day: 'numeric', month: 'short' });
}

/** `Mon 2 Nov`. */
export function formatWeekday(date: CalendarDate, locale: string = readerLocale()): string {
  return onDay(date, locale, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `Monday`. */
export function formatWeekdayName(date: CalendarDate, locale: string = readerLocale()): string {
  return onDay(date, locale, { weekday: 'long' });
}

/** `Mon`: where the day itself stands beside it. */
export function formatWeekdayShort(date: CalendarDate, locale: string = readerLocale()): string {
  return onDay(date, locale, { weekday: 'short' });
}

/** `Nov 2026`. */
export function formatMonth(month: CalendarMonth, locale: string = readerLocale()): string {
  return onDay(`${month}-01`, locale, { month: 'short', year: 'numeric' });
}

/** `Nov`: for the ticks of an axis. */
export function formatMonthShort(month: CalendarMonth, locale: string = readerLocale()): string {
  return onDay(`${month}-01`, locale, { month: 'short' });
}

/** `1 Nov 2026, 14:05` in the reader's own time zone. */
export function formatInstant(moment: Instant, locale: string = readerLocale()): string {
  const options = { dateStyle: 'medium', timeStyle: 'short' } as const;
  return formatter(locale, options).format(new Date(moment));
}

/** How far a day lies from today, in words: `today`, `in 3 days`, `2 months ago`. */
export function formatRelativeDate(
  date: CalendarDate,
  today: CalendarDate,
  locale: string = readerLocale(),
): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const days = daysBetween(today, date);
  const size = Math.abs(days);
  if (size < 14) return words.format(days, 'day');
  if (size < 60) return words.format(Math.trunc(days / 7), 'week');
  if (size < 730) return words.format(Math.trunc(days / 30.44), 'month');
  return words.format(Math.trunc(days / 365.25), 'year');
}

/** How long ago a moment was: `just now`, `5 minutes ago`, `yesterday`. */
export function formatTimeAgo(
  moment: Instant,
  now: Instant,
  locale: string = readerLocale(),
): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.trunc((Date.parse(moment) - Date.parse(now)) / 60_000);
  if (Math.abs(minutes) < 1) return 'just now';
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.trunc(minutes / 60), 'hour');
  if (Math.abs(minutes) < 43_200) return words.format(Math.trunc(minutes / 1440), 'day');
  return words.format(Math.trunc(minutes / 43_829), 'month');
}

/** The reader's today, in the reader's own time zone. */
export function readerToday(): CalendarDate {
  return localDay(new Date());
}

/** The day of a moment, in the reader's own time zone. */
export function readerDay(moment: Instant): CalendarDate {
  return localDay(new Date(moment));
}

function localDay(moment: Date): CalendarDate {
  const minutesWest = moment.getTimezoneOffset();
  // 1970-01-01 is day 0, so whole local days since then name the day.
  const days = Math.floor((moment.getTime() / 60_000 - minutesWest) / 1440);
  // The epoch is a valid day.
  return addDays('1970-01-01' as CalendarDate, days);
}

function onDay(date: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  // A calendar date has no zone: it is formatted as midnight UTC, in UTC. The branded string was
  // checked where it was made; a month has had its first day added.
  const milliseconds = dayNumber(date as CalendarDate) * 86_400_000;
  return formatter(locale, { ...options, timeZone: 'UTC' }).format(milliseconds);
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}
