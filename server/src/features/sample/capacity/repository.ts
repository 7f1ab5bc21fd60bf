import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CalendarId, PersonId } from '@evenkeel/core/id';
import type { SampleFirm } from '@evenkeel/core/sample/sample-firm';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import { common, type Ids, need } from '../ids.ts';

/** Terms of before and of later, leave of every kind, and who decides about it. */
export async function insertCapacity(
  scope: Scope,
  { capacity }: SampleFirm,
  ids: Ids,
): Promise<void> {
  await insertRows(
    scope,
    'person_term',
    capacity.terms.map((term) => ({
      ...common(newId()),
      person_id: need(ids, 'person', term.person),
      valid_from: term.validFrom,
      weekly_minutes: term.weeklyMinutes,
      team_id: need(ids, 'team', term.team),
      role_id: need(ids, 'role', term.role),
    })),
  );
  await insertRows(
    scope,
    'leave',
    capacity.leaves.map((leave) => ({
      ...common(newId()),
      person_id: need(ids, 'person', leave.person),
      start_on: leave.startOn,
      end_on: leave.endOn,
      is_half: leave.isHalf,
      note: leave.note,
      reason: leave.reason,
      state: leave.state,
      requested_by: scope.actor.memberId,
      decided_by: leave.state === 'requested' ? null : scope.actor.memberId,
      decided_at: leave.state === 'requested' ? null : scope.now.toISOString(),
    })),
  );
  await changePeople(scope, capacity, ids);
}

async function changePeople(
  scope: Scope,
  capacity: SampleFirm['capacity'],
  ids: Ids,
): Promise<void> {
  for (const { person, on } of capacity.termsSince)
    await changePerson(scope, need(ids, 'person', person), { terms_since: on });
  for (const { manager, of } of capacity.managers)
    for (const person of of)
      await changePerson(scope, need(ids, 'person', person), {
        // The sample's own ids are those of its rows.
        manager_id: need(ids, 'person', manager) as PersonId,
      });
  const { person, timeZone } = capacity.abroad;
  await changePerson(scope, need(ids, 'person', person), { time_zone: timeZone });
}

/** By whose holidays somebody works. */
export function setCalendar(scope: Scope, id: PersonId, calendarId: CalendarId): Promise<void> {
  return changePerson(scope, id, { calendar_id: calendarId });
}

async function changePerson(
  scope: Scope,
  id: string,
  change: {
    readonly terms_since?: CalendarDate;
    readonly manager_id?: PersonId;
    readonly time_zone?: string;
    readonly calendar_id?: CalendarId;
  },
): Promise<void> {
  await scope.tx
    .updateTable('person')
    .set(change)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id as PersonId)
    .execute();
}
