import { instantOf } from '../schedule/minute.ts';
import type { Minute } from '../schedule/model.ts';
import type { MspdiElement } from './model.ts';

/** What a field of a file may hold; undefined leaves it out. */
export type FieldValue = string | number | boolean | undefined;

/** An element with children. */
export function branch(name: string, children: readonly MspdiElement[]): MspdiElement {
  return { name, text: '', children };
}

/** Fields as elements in the order given; yes and no as 1 and 0. */
export function fieldElements(fields: Readonly<Record<string, FieldValue>>): MspdiElement[] {
  return Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [{ name, text: fieldText(value), children: [] }],
  );
}

function fieldText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return String(value);
}

/** `2026-03-02T08:00:00`. */
export function dateText(instant: Minute): string {
  return `${instantOf(Math.floor(instant))}:00`;
}

/** Minutes as Microsoft Project writes a duration: `PT16H30M0S`. Tenths of a minute become seconds. */
export function durationText(minutes: number): string {
  const seconds = Math.round(Math.abs(minutes) * 60);
  const sign = minutes < 0 ? '-' : '';
  const [hours, rest] = [Math.floor(seconds / 3600), seconds % 3600];
  return `${sign}PT${hours}H${Math.floor(rest / 60)}M${rest % 60}S`;
}

/** `08:00:00` of minutes after midnight; midnight at the day's end is 00:00:00. */
export function timeText(minutes: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(minutes / 60) % 24)}:${part(minutes % 60)}:00`;
}
