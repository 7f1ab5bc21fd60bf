import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

export type ActivityRecord = {
  readonly id: PersonId;
  readonly name: string;
  readonly calls: string;
  readonly emails: string;
  readonly meetings: string;
  readonly deals_opened: string;
  readonly deals_won: string;
  readonly value_won: string;
  readonly open_follow_ups: string;
};

/** What each person did between two days, both included; those who did nothing are left out. */
export async function readActivity(
  scope: Scope,
  period: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<ActivityRecord[]> {
  const { rows } = await sql<ActivityRecord>`
    with said as (
      select ip.person_id,
        count(*) filter (where i.kind = 'call') as calls,
        count(*) filter (where i.kind = 'email') as emails,
        count(*) filter (where i.kind = 'meeting') as meetings
      from interaction i
      join interaction_person ip on ip.workspace_id = i.workspace_id and ip.interaction_id = i.id
      where i.deleted_at is null and i.on_date between ${period.from} and ${period.to}
      group by ip.person_id),
    sold as (
      select d.owner_id as person_id,
        count(*) filter (where d.opened_on between ${period.from} and ${period.to}) as opened,
        count(*) filter (where ${isWonIn(period)}) as won,
        coalesce(sum(d.value) filter (where ${isWonIn(period)}), 0) as value_won
      from deal d join stage s on s.workspace_id = d.workspace_id and s.id = d.stage_id
      where d.deleted_at is null and d.owner_id is not null
      group by d.owner_id),
    waiting as (
      select follow_up_owner_id as person_id, count(*) as open
      from interaction
      where deleted_at is null and follow_up_on is not null and follow_up_done_on is null
        and follow_up_owner_id is not null
      group by follow_up_owner_id)
    select p.id, p.name, coalesce(said.calls, 0) as calls, coalesce(said.emails, 0) as emails,
      coalesce(said.meetings, 0) as meetings, coalesce(sold.opened, 0) as deals_opened,
      coalesce(sold.won, 0) as deals_won, coalesce(sold.value_won, 0) as value_won,
      coalesce(waiting.open, 0) as open_follow_ups
    from person p
    left join said on said.person_id = p.id
    left join sold on sold.person_id = p.id
    left join waiting on waiting.person_id = p.id
    where p.workspace_id = ${scope.workspaceId}
      and (said.person_id is not null or coalesce(sold.opened, 0) + coalesce(sold.won, 0) > 0
        or waiting.person_id is not null)
    order by p.name collate "und-x-icu", p.id
    limit 1000`.execute(scope.tx);
  return rows;
}

function isWonIn({ from, to }: { readonly from: CalendarDate; readonly to: CalendarDate }) {
  return sql`s.outcome = 'won' and coalesce(d.close_on, d.stage_since) between ${from} and ${to}`;
}
