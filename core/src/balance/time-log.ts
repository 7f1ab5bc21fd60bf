import { type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { TimeLog } from './input.ts';

/** Days from the first to the last, both included. */
export type DayRange = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The same days as their `dayNumber`s. */
export type DayNumbers = { readonly first: number; readonly last: number };

/** A range of days as numbers. */
export function dayNumbers({ from, to }: DayRange): DayNumbers {
  return { first: dayNumber(from), last: dayNumber(to) };
}

/** Tells each entry of a log on some days: its day and its minutes, and its place in the log. */
export function eachEntry(
  log: TimeLog,
  { first, last }: DayNumbers,
  tell: (day: number, minutes: number, place: number) => void,
): void {
  // By place, for an iterator would be made for each of many thousand logs.
  for (let place = 0; place < log.days.length; place += 1) {
    const day = log.days[place] ?? first - 1;
    if (day >= first && day <= last) tell(day, log.minutes[place] ?? 0, place);
  }
}
