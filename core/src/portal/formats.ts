import type { CalendarDate } from '../calendar-date.ts';
import type { Instant } from '../instant.ts';
import type { PortalLanguage } from '../words/language.ts';

/** Dates, numbers and amounts as the readers of a language write them. */
export type Formats = {
  /** `Monday, 1 March 2027` without the weekday: `1 March 2027`. */
  readonly day: (day: CalendarDate) => string;
  /** A day with a short month, for narrow columns: `1 Mar 2027`. */
  readonly shortDay: (day: CalendarDate) => string;
  /** The month of a day, for an axis: `Mar`. */
  readonly shortMonth: (day: CalendarDate) => string;
  /** A moment in the reader's time zone: `1 March 2027, 14:05`. */
  readonly moment: (moment: Instant) => string;
  /** An amount in minor units of a currency. */
  readonly money: (minor: number, currency: string) => string;
  /** Minutes as hours with at most one decimal: `12.5 h`. */
  readonly hours: (minutes: number) => string;
  /** A number with at most two decimals. */
  readonly number: (value: number) => string;
  /** Basis points as a whole percentage. */
  readonly percent: (basisPoints: number) => string;
  /** Bytes in the unit that leaves few digits. */
  readonly size: (bytes: number) => string;
};

/** Europe writes English as Britain does. */
const locales: Record<PortalLanguage, string> = { en: 'en-GB', de: 'de', fr: 'fr', es: 'es' };

/** How the readers of a language write, in a time zone (IANA). */
export function formatsOf(language: PortalLanguage, timeZone: string): Formats {
  const locale = locales[language];
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const medium = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const stamp = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  });
  const hundredths = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const tenths = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    day: (day) => long.format(Date.parse(day)),
    shortDay: (day) => medium.format(Date.parse(day)),
    shortMonth: (day) => month.format(Date.parse(day)),
    moment: (moment) => stamp.format(Date.parse(moment)),
    money: (minor, currency) => amount(locale, minor, currency),
    hours: (minutes) => `${tenths.format(minutes / 60)} h`,
    number: (value) => hundredths.format(value),
    percent: (basisPoints) => share.format(basisPoints / 10_000),
    size: (bytes) => size(locale, bytes),
  };
}

function amount(locale: string, minor: number, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(minor / 10 ** digits);
}

function size(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = units[step] ?? 'byte';
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  });
  return format.format(bytes / 1_000 ** step);
}
