import { addDays, type CalendarDate, dayNumber, later, weekday } from '../../../calendar-date.ts';
import type { FirmWork } from './firm-work.ts';

/**
 * The time of levelling: the days on which the firm works, counted from 0 for the first of them,
 * today or after. Weekends and holidays are not on it, so no length need skip them.
 */
export type WorkDays = {
  /** Which of them a day is; the next one's number when the firm rests. */
  readonly slotOf: (day: CalendarDate) => number;
  /** The day with a number. */
  readonly dayOf: (slot: number) => CalendarDate;
};

/** Minutes that a full-time person works in a day. */
export const workDayMinutes = 480;

/** Above this many days from today everything counts as the last day: 20 years. */
export const farthest = 7_305;

/** The axis that begins today. Days before today are slot 0. */
export function workDaysFrom({
  today,
  weekdays,
  holidays,
}: Pick<FirmWork, 'today' | 'weekdays' | 'holidays'>): WorkDays {
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
      return before[distance] ?? 0;
    },
    dayOf(slot) {
      while (days.length <= slot && before.length <= farthest) extendTo(before.length);
      return days[slot] ?? addDays(today, farthest);
    },
  };
}
