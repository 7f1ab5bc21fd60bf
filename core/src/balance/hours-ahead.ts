import { type CalendarDate, daysBetween, weekStart } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type { ProjectId } from '../id.ts';
import type { Balance } from './balance.ts';

/** The hours that an initiative gets by the day it would have been done, before and after a change. */
export type HoursChange = {
  readonly projectId: ProjectId;
  /** The day on which it would have been done; the last of the view where none can be named. */
  readonly by: CalendarDate;
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  /** Whether more than a tenth of the hours it would have got by then is gone. */
  readonly isStarved: boolean;
};

type Looked = Pick<Balance, 'today' | 'to' | 'finishes' | 'initiativeHours'>;

/**
 * What a change takes from initiatives or gives them, those that lose most first. Initiatives that the
 * change itself adds or ends are left out: they lose nothing to others.
 */
export function hoursChanges(before: Looked, after: Looked): HoursChange[] {
  const later = new Map(after.initiativeHours.map((one) => [one.projectId, one.minutes]));
  const finishes = new Map(before.finishes.map((one) => [one.projectId, one.finishOn]));
  return before.initiativeHours
    .flatMap(({ projectId, minutes }) => {
      const others = later.get(projectId);
      if (!others) return [];
      const by = finishes.get(projectId) ?? before.to;
      const weeks = weeksTo(before.today, by);
      const beforeMinutes = sumOf(minutes.slice(0, weeks), Number);
      const afterMinutes = sumOf(others.slice(0, weeks), Number);
      if (afterMinutes === beforeMinutes) return [];
      const isStarved = (beforeMinutes - afterMinutes) * 10 > beforeMinutes;
      return [{ projectId, by, beforeMinutes, afterMinutes, isStarved }];
    })
    .sort(
      (a, b) =>
        a.afterMinutes - a.beforeMinutes - (b.afterMinutes - b.beforeMinutes) ||
        (a.projectId < b.projectId ? -1 : 1),
    );
}

/** Weeks from that of one day to that of another, both included. */
function weeksTo(from: CalendarDate, to: CalendarDate): number {
  return Math.max(0, Math.floor(daysBetween(weekStart(from), to) / 7) + 1);
}
