import type { ProjectId } from '../id.ts';
import type { Forecast } from './finish.ts';

/** The hours that an initiative gets ahead of us, before and after a change. */
export type HoursChange = {
  readonly projectId: ProjectId;
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  /** Whether more than a tenth of the hours it would have got is gone. */
  readonly isStarved: boolean;
};

/**
 * What a change takes from initiatives or gives them, those that lose most first. Initiatives that the
 * change itself adds or ends are left out: they lose nothing to others.
 */
export function hoursChanges(before: Forecast, after: Forecast): HoursChange[] {
  const later = new Map(after.initiativeHours.map((one) => [one.projectId, one.minutes]));
  return before.initiativeHours
    .flatMap(({ projectId, minutes: beforeMinutes }) => {
      const afterMinutes = later.get(projectId);
      if (afterMinutes === undefined || afterMinutes === beforeMinutes) return [];
      const isStarved = (beforeMinutes - afterMinutes) * 10 > beforeMinutes;
      return [{ projectId, beforeMinutes, afterMinutes, isStarved }];
    })
    .sort(
      (a, b) =>
        a.afterMinutes - a.beforeMinutes - (b.afterMinutes - b.beforeMinutes) ||
        (a.projectId < b.projectId ? -1 : 1),
    );
}
