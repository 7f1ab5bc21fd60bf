import { isCalendarDate } from '../calendar-date.ts';
import { minuteOf } from '../schedule/minute.ts';
import type { Minute } from '../schedule/model.ts';
import type { MspdiRecord } from './model.ts';

/** Text of a field, trimmed; undefined when missing or empty. */
export function textField({ fields }: MspdiRecord, name: string): string | undefined {
  const text = fields.get(name)?.trim();
  return text === '' ? undefined : text;
}

/** Number of a field; undefined when missing or no number. */
export function numberField(record: MspdiRecord, name: string): number | undefined {
  const text = textField(record, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether a field says yes (`1`, `true`, `-1`); undefined when it is missing. */
export function flagField(record: MspdiRecord, name: string): boolean | undefined {
  const text = textField(record, name)?.toLowerCase();
  if (text === undefined) return undefined;
  return text !== '0' && text !== 'false';
}

/** Instant of a field. Undefined when missing, no real date, or Microsoft Project's 1984 stand-in for none. */
export function dateField(record: MspdiRecord, name: string): Minute | undefined {
  const text = textField(record, name);
  return text === undefined ? undefined : parseInstant(text);
}

/** Working minutes of a duration field (`PT16H0M0S`); undefined when missing or not readable. */
export function durationField(record: MspdiRecord, name: string): number | undefined {
  const text = textField(record, name);
  return text === undefined ? undefined : parseDuration(text);
}

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$/;

/** `2026-03-02T08:00:00`, also without time or with a zone (which is the project's own and left off). */
export function parseInstant(text: string): Minute | undefined {
  const match = instantPattern.exec(text.trim());
  const date = match?.[1] ?? '';
  // Some exporters write the first day that they know (0001-01-01) for none.
  if (!isCalendarDate(date) || date < '1950') return undefined;
  const time = (match?.[2] ?? '00:00').padStart(
    match?.[2] && match[2].indexOf(':') === 1 ? 8 : 5,
    '0',
  );
  return minuteOf(`${date}T${time}`);
}

const durationPattern =
  /^(-)?P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(-?\d+(?:\.\d+)?)H)?(?:(-?\d+(?:\.\d+)?)M)?(?:(-?\d+(?:\.\d+)?)S)?)?$/;

/** Minutes of an XML Schema duration; Microsoft Project writes hours, minutes and seconds only. */
export function parseDuration(text: string): number | undefined {
  const match = durationPattern.exec(text.trim());
  if (!match) return undefined;
  const part = (index: number) => Number(match[index] ?? 0);
  const days = part(2) * 365 + part(3) * 30 + part(4) * 7 + part(5);
  const minutes = days * 1440 + part(6) * 60 + part(7) + part(8) / 60;
  return ((match[1] ? -1 : 1) * Math.round(minutes * 10)) / 10;
}

/** Minutes after midnight of `08:00:00`; undefined when not readable. */
export function parseTimeOfDay(text: string | undefined): number | undefined {
  const match = /(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text ?? '');
  if (!match) return undefined;
  return Number(match[1]) * 60 + Number(match[2]) + Math.round(Number(match[3] ?? 0) / 60);
}

/** Whether a `DurationFormat` or `LagFormat` counts minutes of the clock (`ed`, `eh`, `e%` …). */
export function isElapsedFormat(format: number | undefined): boolean {
  const code = plainFormat(format);
  return code === 4 || code === 6 || code === 8 || code === 10 || code === 12 || code === 20;
}

/** Whether a `LagFormat` is a share of the predecessor's duration. */
export function isPercentFormat(format: number | undefined): boolean {
  const code = plainFormat(format);
  return code === 19 || code === 20;
}

/** A format without the mark of an estimate: estimated durations have the same codes plus 32. */
function plainFormat(format: number | undefined): number {
  return format === undefined ? 0 : format > 32 ? format - 32 : format;
}

/** Working minutes of the longer units in which durations are given. */
export type DayLengths = { readonly day: number; readonly week: number; readonly month: number };

/** A project's own lengths of a day, a week and a month. */
export function dayLengthsOf(project: MspdiRecord): DayLengths {
  const day = numberField(project, 'MinutesPerDay') ?? 480;
  const week = numberField(project, 'MinutesPerWeek') ?? day * 5;
  const month = day * (numberField(project, 'DaysPerMonth') ?? 20);
  return { day, week, month };
}

/**
 * `LevelingDelay` in minutes of the clock: it is always elapsed, a day of it is a day of the clock also
 * where it is shown in working days. Source: Microsoft Knowledge Base Q108458.
 */
export function delayMinutes(record: MspdiRecord, { day, week, month }: DayLengths): number {
  const minutes = (numberField(record, 'LevelingDelay') ?? 0) / 10;
  switch (plainFormat(numberField(record, 'LevelingDelayFormat'))) {
    case 7:
      return (minutes / day) * 1440;
    case 9:
      return (minutes / week) * 7 * 1440;
    case 11:
      return (minutes / month) * 30 * 1440;
    default:
      return minutes;
  }
}
