import { formatNumber } from './number.ts';

/** Minutes as people say them: `12 h`, `1:30 h`, `0:45 h`, `0 h`. */
export function formatEffort(minutes: number, locale?: string): string {
  return `${formatEffortShort(minutes, locale)} h`;
}

/** Minutes without the unit, for cells under a heading that says hours: `12`, `1:30`. */
export function formatEffortShort(minutes: number, locale?: string): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.round(Math.abs(minutes) % 60);
  if (rest === 0) return `${sign}${formatNumber(whole, locale)}`;
  return `${sign}${formatNumber(whole, locale)}:${String(rest).padStart(2, '0')}`;
}

/** Whole hours for figures and axes: `1,240 h`. */
export function formatHours(minutes: number, locale?: string): string {
  return `${formatNumber(Math.round(minutes / 60), locale)} h`;
}

/**
 * Typed effort in minutes, undefined when it is none: `1:30`, `1.5`, `1,5`, `90m`, `1h30`, `1 h 30 m`,
 * `2h`, `:45`. A bare number counts hours.
 */
export function parseEffort(text: string): number | undefined {
  const typed = text.trim().toLowerCase().replace(',', '.').replace(/\s+/g, '');
  const clock = /^(\d*):([0-5]?\d)h?$/.exec(typed);
  if (clock) return Number(clock[1] || 0) * 60 + Number(clock[2]);
  const hours = /^(\d+(?:\.\d+)?|\.\d+)(?:h|hours?)?$/.exec(typed);
  if (hours) return Math.round(Number(hours[1]) * 60);
  const minutes = /^(\d+)(?:m|min|minutes?)$/.exec(typed);
  if (minutes) return Number(minutes[1]);
  const both = /^(\d+)h(\d{1,2})(?:m|min)?$/.exec(typed);
  return both ? Number(both[1]) * 60 + Number(both[2]) : undefined;
}
