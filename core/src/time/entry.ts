import type { CalendarDate } from '../calendar-date.ts';

/** Minutes that a person can log on one day, and the most one entry can have. */
export const mostMinutesPerDay = 1_440;

/** Whether time on a kind of project is billable unless somebody says otherwise: paid work is. */
export function isBillableByDefault(kind: 'client' | 'initiative'): boolean {
  return kind === 'client';
}

/** Why time cannot be logged on a day. */
export type DayRefusal = 'future' | 'before-joining' | 'after-leaving';

/** Whether time may be logged on a day, and why not. Planning is not logging: the future is closed. */
export function dayRefusal(
  on: CalendarDate,
  facts: {
    readonly today: CalendarDate;
    readonly joinedOn: CalendarDate;
    readonly leftOn: CalendarDate | null;
  },
): DayRefusal | null {
  if (on > facts.today) return 'future';
  if (on < facts.joinedOn) return 'before-joining';
  if (facts.leftOn !== null && on > facts.leftOn) return 'after-leaving';
  return null;
}
