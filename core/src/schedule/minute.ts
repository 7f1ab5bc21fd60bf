import { type CalendarDate, calendarDate, dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import type { Minute } from './model.ts';

const instantPattern = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/;

/**
 * The minute that `text` names, `YYYY-MM-DDTHH:MM` with seconds at will (kept as parts of a minute).
 * Throws a RangeError for anything else.
 */
export function minuteOf(text: string): Minute {
  const match = instantPattern.exec(text);
  if (!match) throw new RangeError(`not an instant written YYYY-MM-DDTHH:MM: ${text}`);
  const seconds = Number(match[4] ?? 0);
  const ofDay = Number(match[2]) * 60 + Number(match[3]) + seconds / 60;
  return dayNumber(calendarDate(match[1] ?? '')) * 1440 + ofDay;
}

/** `YYYY-MM-DDTHH:MM`, with seconds only where there are some. */
export function instantOf(minute: Minute): string {
  const seconds = Math.round(minute * 60);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}`;
  return `${dateFromDayNumber(day)}T${time}${rest % 60 === 0 ? '' : `:${two(rest % 60)}`}`;
}

/** The day within which the minute lies; midnight belongs to the day it begins. */
export function dayOfMinute(minute: Minute): CalendarDate {
  return dateFromDayNumber(Math.floor(minute / 1440));
}

/** Midnight at the start of a day. */
export function startOfDay(date: CalendarDate): Minute {
  return dayNumber(date) * 1440;
}
