import { addDays, type CalendarDate, dayNumber, later, weekday } from '../../../calendar-date.ts';
import type { FirmWork } from './firm-work.ts';

/**
 * The time of levelling: half days on which the firm works, counted from the morning of the first
 * working day, today or after. Weekends and holidays are not on it, so no length need skip them.
 */
export type HalfDays = {
  /** The half day that begins on the morning of a day; the next working day's when the firm rests. */
  readonly slotOf: (day: CalendarDate) => number;
  /** The day in which a half day lies. */
  readonly dayOf: (slot: number) => CalendarDate;
};

/** Working minutes of a half day of a full-time person. */
export const halfDayMinutes = 240;

/** Above this many days from today everything counts as the last day: 20 years. */
const farthest = 7_305;

/** The axis that begins today. Days before today are slot 0. */
export function halfDaysFrom({
  today,
  weekdays,
  holidays,
}: Pick<FirmWork, 'today' | 'weekdays' | 'holidays'>): HalfDays {
  const closed = new Set(holidays);
  const works = (day: CalendarDate): boolean =>
    (weekdays[weekday(day) - 1] ?? false) && !closed.has(day);
  const days: CalendarDate[] = [];
  /** By days after today: how many working days lie before. */
  const before: number[] = [];
  const extendTo = (distance: number): void => {
    for (let at = before.length; at <= distance; at += 1) {
      before.push(days.length);
      const day = addDays(today, at);
      if (works(day)) days.push(day);
    }
  };
  return {
    slotOf(day) {
      const distance = Math.min(farthest, dayNumber(later(day, today)) - dayNumber(today));
      extendTo(distance);
      return 2 * (before[distance] ?? 0);
    },
    dayOf(slot) {
      const wanted = Math.floor(slot / 2);
      while (days.length <= wanted && before.length <= farthest) extendTo(before.length);
      return days[wanted] ?? addDays(today, farthest);
    },
  };
}
