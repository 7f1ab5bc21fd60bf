import {
  addDays,
  type CalendarDate,
  calendarDate,
  isCalendarDate,
} from '@evenkeel/core/calendar-date';
import { readerLocale } from './locale.ts';

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A typed day, undefined when it is none: ISO, `1.11.2026` and `1/11/26` in the locale's order,
 * `1 Nov`, `Nov 1 2026`, `today`, `tomorrow`, `yesterday`, `+3`, `-1`. A missing year is today's.
 */
export function parseDate(
  text: string,
  today: CalendarDate,
  locale: string = readerLocale(),
): CalendarDate | undefined {
  const typed = text.trim().toLowerCase();
  if (isCalendarDate(typed)) return typed;
  return fromWord(typed, today) ?? fromNumbers(typed, today, locale) ?? fromMonthName(typed, today);
}

/** Whether the locale writes the month before the day (American). */
export function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale).formatToParts(0);
  const order = parts.map((part) => part.type);
  return order.indexOf('month') < order.indexOf('day') && order.indexOf('year') > 0;
}

function fromWord(typed: string, today: CalendarDate): CalendarDate | undefined {
  if (typed === 'today') return today;
  if (typed === 'tomorrow') return addDays(today, 1);
  if (typed === 'yesterday') return addDays(today, -1);
  return /^[+-]\d{1,4}$/.test(typed) ? addDays(today, Number(typed)) : undefined;
}

function fromNumbers(typed: string, today: CalendarDate, locale: string): CalendarDate | undefined {
  const match = /^(\d{1,2})[./\- ](\d{1,2})(?:[./\- ](\d{2}|\d{4}))?\.?$/.exec(typed);
  if (!match) return undefined;
  const year = fullYear(match[3], today);
  const [first, second] = [Number(match[1]), Number(match[2])];
  // A point separates day and month wherever it is used; only other signs follow the locale.
  const monthFirst = !typed.includes('.') && isMonthFirst(locale);
  return monthFirst ? dayOrNothing(year, first, second) : dayOrNothing(year, second, first);
}

function fromMonthName(typed: string, today: CalendarDate): CalendarDate | undefined {
  const match = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.?(?: (\d{1,2})(?=$|[ ,]))?,?(?: (\d{4}))?$/.exec(
    typed,
  );
  if (!match) return undefined;
  const month = monthNames.indexOf((match[2] ?? '').slice(0, 3)) + 1;
  const day = Number(match[1] ?? match[3] ?? Number.NaN);
  return month > 0 ? dayOrNothing(fullYear(match[4], today), month, day) : undefined;
}

function fullYear(text: string | undefined, today: CalendarDate): number {
  if (text === undefined) return Number(today.slice(0, 4));
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dayOrNothing(year: number, month: number, day: number): CalendarDate | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  const iso = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isCalendarDate(iso) ? calendarDate(iso) : undefined;
}
