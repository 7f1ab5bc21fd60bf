import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, LeaveId, TaskId } from '@evenkeel/core/id';
import { sql, type Transaction } from 'kysely';
import type { Actor, Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { Tables } from '../../../schema/tables.ts';

export async function findFeed(scope: Scope): Promise<Date | null> {
  const found = await scope.tx
    .selectFrom('calendar_feed')
    .select('updated_at')
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', scope.actor.memberId)
    .executeTakeFirst();
  return found?.updated_at ?? null;
}

/** Keeps the hash of the acting member's one address. */
export async function saveFeed(scope: Scope, tokenHash: string): Promise<void> {
  await scope.tx
    .insertInto('calendar_feed')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'calendar-feed'>>(),
      member_id: scope.actor.memberId,
      token_hash: tokenHash,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'member_id']).doUpdateSet({ token_hash: tokenHash }),
    )
    .execute();
}

export async function deleteFeed(scope: Scope): Promise<void> {
  await scope.tx
    .deleteFrom('calendar_feed')
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', scope.actor.memberId)
    .execute();
}

/** Whose calendar a secret address opens; null for one that opens none. */
export async function findOwner(tx: Transaction<Tables>, tokenHash: string): Promise<Actor | null> {
  const { rows } = await sql<Omit<Actor, 'tokenScopes' | 'sessionId'>>`
    select user_id as "userId", member_id as "memberId", workspace_id as "workspaceId",
      person_id as "personId", role, name, email, currency, time_zone as "timeZone"
    from calendar_feed_of(${tokenHash})`.execute(tx);
  const [found] = rows;
  return found ? { ...found, tokenScopes: ['read'], sessionId: null } : null;
}

export type DueTask = {
  readonly id: TaskId;
  readonly name: string;
  readonly due_on: CalendarDate;
  readonly is_milestone: boolean;
  readonly project_name: string;
};

/** A person's open tasks, and the milestones of the projects they have a part in, due in a stretch. */
export async function listDue(
  scope: Scope,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<DueTask[]> {
  const { personId } = scope.actor;
  const { rows } = await sql<DueTask>`
    select t.id, t.name, t.due_on, t.is_milestone, p.name as project_name
    from task t join project p on p.workspace_id = t.workspace_id and p.id = t.project_id
    where t.workspace_id = ${scope.workspaceId} and t.deleted_at is null and p.deleted_at is null
      and t.state <> 'done' and t.due_on between ${from}::date and ${to}::date
      and (exists (select from assignment a where a.workspace_id = t.workspace_id
             and a.task_id = t.id and a.person_id = ${personId})
        or (t.is_milestone and (${personId} in (p.owner_id, p.project_manager_id)
          or exists (select from project_person pp where pp.workspace_id = t.workspace_id
             and pp.project_id = t.project_id and pp.person_id = ${personId})
          or exists (select from assignment a where a.workspace_id = t.workspace_id
             and a.project_id = t.project_id and a.person_id = ${personId}))))
    order by t.due_on, t.id limit 5000`.execute(scope.tx);
  return rows;
}

export type OwnLeave = {
  readonly id: LeaveId;
  readonly start_on: CalendarDate;
  readonly end_on: CalendarDate;
};

/** A person's approved leave that touches a stretch. */
export function listOwnLeave(
  scope: Scope,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<OwnLeave[]> {
  const { personId } = scope.actor;
  if (personId === null) return Promise.resolve([]);
  return scope.tx
    .selectFrom('leave')
    .where('workspace_id', '=', scope.workspaceId)
    .where('person_id', '=', personId)
    .where('state', '=', 'approved')
    .where('end_on', '>=', from)
    .where('start_on', '<=', to)
    .select(['id', 'start_on', 'end_on'])
    .orderBy('start_on')
    .limit(1_000)
    .execute();
}
