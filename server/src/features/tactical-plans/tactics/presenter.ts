import type { TacticView } from '@evenkeel/contract/tactical-plans';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { quotaStandings } from '@evenkeel/core/strategy/tactic';
import { optionalMoment } from '../../../platform/db/values.ts';
import type { WithCounts } from './service.ts';

export function presentTactic(
  { record, people, counts }: WithCounts,
  today: CalendarDate,
): TacticView {
  const { quota, period } = record;
  const standings =
    quota === null || period === null
      ? []
      : quotaStandings(
          {
            quota,
            period,
            personIds: people.map((person) => person.id),
            counts: counts.map((one) => ({
              personId: one.person_id,
              on: one.on_date,
              count: one.count,
            })),
          },
          today,
        );
  const references = people.map(({ id, name }) => ({ id, name }));
  return {
    id: record.id,
    version: record.version,
    name: record.name,
    position: record.position,
    quota,
    period,
    incentive: record.incentive,
    dueOn: record.due_on,
    doneOn: record.done_on,
    people: references,
    standings: references.flatMap((person) => {
      const standing = standings.find((one) => one.personId === person.id);
      if (!standing) return [];
      const { done, doneBefore, isMet } = standing;
      return [{ person, done, doneBefore, isMet }];
    }),
    deletedAt: optionalMoment(record.deleted_at),
  };
}
