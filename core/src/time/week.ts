import { addDays, type CalendarDate, weekStart } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';

/** The seven days of the ISO week in which a day lies, Monday first. */
export function weekDays(day: CalendarDate): CalendarDate[] {
  const monday = weekStart(day);
  return [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset));
}

/** Logged time as the week sums it. */
export type LoggedTime = {
  readonly on: CalendarDate;
  readonly minutes: number;
  readonly kind: 'client' | 'initiative';
  readonly isBillable: boolean;
};

/** Sums of a week against capacity, by day and by kind of work. */
export type WeekTotals = {
  readonly days: readonly {
    readonly on: CalendarDate;
    readonly minutes: number;
    readonly capacityMinutes: number;
  }[];
  readonly minutes: number;
  readonly capacityMinutes: number;
  readonly clientMinutes: number;
  readonly initiativeMinutes: number;
  readonly billableMinutes: number;
};

/**
 * Sums the time logged in the week of `day` by a person of whom these are the minutes of Monday to
 * Sunday; other days are left out.
 */
export function weekTotals(
  day: CalendarDate,
  capacity: readonly number[],
  logged: readonly LoggedTime[],
): WeekTotals {
  const days = weekDays(day);
  const within = logged.filter(({ on }) => days.includes(on));
  const minutesWhere = (isCounted: (time: LoggedTime) => boolean) =>
    sumOf(within, (time) => (isCounted(time) ? time.minutes : 0));
  return {
    days: days.map((on, place) => ({
      on,
      minutes: minutesWhere((time) => time.on === on),
      capacityMinutes: capacity[place] ?? 0,
    })),
    minutes: minutesWhere(() => true),
    capacityMinutes: sumOf(capacity, Number),
    clientMinutes: minutesWhere((time) => time.kind === 'client'),
    initiativeMinutes: minutesWhere((time) => time.kind === 'initiative'),
    billableMinutes: minutesWhere((time) => time.isBillable),
  };
}
