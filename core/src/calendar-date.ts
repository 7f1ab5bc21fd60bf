/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`, years 0001 to 9999, no time, no zone. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

/** A month as `YYYY-MM`. */
export type CalendarMonth = string & { readonly __brand: 'CalendarMonth' };

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** 0001-01-01 and 9999-12-31 as `dayNumber` counts. */
const firstDayNumber = -719_162;
const lastDayNumber = 2_932_896;

/** Whether `text` is a real day written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/**
 * Whether a day may be written on a record: from 1900 to 2199. Others are slips of the hand (0202 for
 * 2022), and counting on from them would leave the calendar.
 */
export function isRecordDate(text: string): text is CalendarDate {
  return isCalendarDate(text) && text >= '1900-01-01' && text <= '2199-12-31';
}

/** The day that `text` names. Throws a RangeError when it is not a real day written `YYYY-MM-DD`. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`not a day written YYYY-MM-DD: ${text}`);
  return text;
}

/** The day with this year (1–9999), month (1–12) and day of month. Throws when there is none. */
export function dateOf(year: number, month: number, day: number): CalendarDate {
  return calendarDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

/** Days in a month: 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Days since 1970-01-01, negative before it.
 * Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013), days_from_civil.
 */
export function dayNumber(date: CalendarDate): number {
  const month = digitsOf(date, 5, 7);
  const day = digitsOf(date, 8, 10);
  const year = digitsOf(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Inverse of `dayNumber` (Hinnant 2013, civil_from_days). Throws outside the years 1 to 9999. */
export function dateFromDayNumber(days: number): CalendarDate {
  if (!Number.isInteger(days) || days < firstDayNumber || days > lastDayNumber)
    throw new RangeError(`not the number of a day in the years 1 to 9999: ${days}`);
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  // The number lies between those of real days, so what comes of it is one.
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` as CalendarDate;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateFromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week after ISO 8601: Monday 1 … Sunday 7. */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Whether the day is Monday to Friday. */
export function isWeekdayDate(date: CalendarDate): boolean {
  return weekday(date) <= 5;
}

/** Monday of the ISO week in which the day lies. */
export function weekStart(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekday(date));
}

/** Mondays to Fridays from `from` to `to`, both included; 0 when `to` is earlier. */
export function weekdaysBetween(from: CalendarDate, to: CalendarDate): number {
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (last < first) return 0;
  return weekdaysThrough(last) - weekdaysThrough(first - 1);
}

/**
 * Mondays to Fridays from Monday 1969-12-29 to the day with this number, negative before it: the
 * difference of two is what lies between, for those who ask for many stretches.
 */
export function weekdaysThrough(day: number): number {
  const shifted = day + 3;
  const weeks = Math.floor(shifted / 7);
  return weeks * 5 + Math.min(shifted - weeks * 7 + 1, 5);
}

/** The month of a day. */
export function monthOf(date: CalendarDate): CalendarMonth {
  // A valid date begins with a valid month.
  return date.slice(0, 7) as CalendarMonth;
}

/** First day of a month. */
export function monthStart(month: CalendarMonth): CalendarDate {
  return calendarDate(`${month}-01`);
}

/** Last day of a month. */
export function monthEnd(month: CalendarMonth): CalendarDate {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  return dateOf(year, number, daysInMonth(year, number));
}

/** The month `count` later (earlier when negative). */
export function addMonths(month: CalendarMonth, count: number): CalendarMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return monthOf(dateOf(Math.floor(index / 12), (index % 12) + 1, 1));
}

/** Months from that of `from` to that of `to`, both included; empty when `to` is earlier. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = monthOf(from); month <= monthOf(to); month = addMonths(month, 1))
    months.push(month);
  return months;
}

/** The earlier of two days. */
export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** The number written in a part of a text; dates are read so often that slicing them tells. */
function digitsOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place += 1) value = value * 10 + text.charCodeAt(place) - 48;
  return value;
}
