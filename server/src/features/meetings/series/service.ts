import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { meetings } from '@evenkeel/contract/meetings';
import { addDays, daysBetween } from '@evenkeel/core/calendar-date';
import { clockIn } from '@evenkeel/core/meetings/zoned-time';
import type { Scope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { listSeries, type MeetingRecord } from '../repository.ts';

/** A change of one meeting, as the API takes it. */
export type MeetingChange = Omit<BodyOf<typeof meetings.update>, 'withFollowing'>;

/** One of a series with what changes about it. */
export type FollowingChange = {
  readonly meeting: MeetingRecord;
  readonly change: MeetingChange;
};

/**
 * The same change for those of a series that come after one of it and are still planned. Another day
 * moves each by as many days; what came of a meeting is its own.
 */
export async function followingChanges(
  scope: Scope,
  meeting: MeetingRecord,
  { on, outcome: _own, ...change }: MeetingChange,
): Promise<FollowingChange[]> {
  const { series_id: seriesId, planned_at: plannedAt } = meeting;
  if (seriesId === null || plannedAt === null) return [];
  const days = on === undefined ? 0 : daysBetween(dayOf(meeting), on);
  const series = await listSeries(scope, seriesId);
  return series
    .filter(
      (one) => one.state === 'planned' && one.planned_at !== null && one.planned_at > plannedAt,
    )
    .map((one) => ({
      meeting: one,
      change: { ...change, ...(days === 0 ? {} : { on: addDays(dayOf(one), days) }) },
    }));
}

function dayOf({ starts_at: startsAt, time_zone: timeZone }: MeetingRecord) {
  return clockIn(moment(startsAt), timeZone).day;
}
