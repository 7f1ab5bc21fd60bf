import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MemberId, ProjectId, SatisfactionId, TaskId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** Milestones of projects with an open portal, those that were reached first. */
export async function listMilestones(scope: Scope) {
  const { rows } = await sql<{ id: TaskId; projectId: ProjectId; doneOn: CalendarDate | null }>`
    select t.id, t.project_id as "projectId", t.done_on as "doneOn" from task t
    join project p on p.workspace_id = t.workspace_id and p.id = t.project_id
      and p.portal_opened_at is not null
    where t.workspace_id = ${scope.workspaceId} and t.is_milestone and t.deleted_at is null
    order by p.number, t.done_on nulls last, t.due_on, t.position limit 100`.execute(scope.tx);
  return rows;
}

export async function askAtMilestones(scope: Scope): Promise<void> {
  await sql`update task set asks_satisfaction = true
    where workspace_id = ${scope.workspaceId} and is_milestone and is_client_visible`.execute(
    scope.tx,
  );
}

/** What client users were asked about: the latest that was reached at their accounts, the earliest first. */
export async function listReached(scope: Scope) {
  const { rows } = await sql<{
    projectId: ProjectId;
    milestoneId: TaskId | null;
    milestoneName: string | null;
    memberId: MemberId;
    memberName: string;
    on: CalendarDate;
  }>`
    select p.id as "projectId", t.id as "milestoneId", t.name as "milestoneName",
      m.id as "memberId", m.name as "memberName", t.done_on as on
    from member m
    join client_access a on a.workspace_id = m.workspace_id and a.member_id = m.id
    join project p on p.workspace_id = a.workspace_id and p.account_id = a.account_id and p.deleted_at is null
    join task t on t.workspace_id = p.workspace_id and t.project_id = p.id and t.is_milestone
      and t.state = 'done' and t.deleted_at is null and t.done_on is not null
    where m.workspace_id = ${scope.workspaceId} and m.role = 'client'
    union all
    select p.id, null, null, m.id, m.name, p.end_on
    from member m
    join client_access a on a.workspace_id = m.workspace_id and a.member_id = m.id
    join project p on p.workspace_id = a.workspace_id and p.account_id = a.account_id and p.deleted_at is null
    where m.workspace_id = ${scope.workspaceId} and m.role = 'client' and p.state = 'completed'
      and p.end_on < ${scope.today}
    order by 6 desc, 1, 2 limit 9`.execute(scope.tx);
  return rows.toReversed();
}

export async function insertQuestion(
  scope: Scope,
  asked: Omit<Awaited<ReturnType<typeof listReached>>[number], 'memberName' | 'on'>,
  expiresAt: Date,
): Promise<SatisfactionId> {
  const id = newId<SatisfactionId>();
  await scope.tx
    .insertInto('satisfaction')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: asked.projectId,
      occasion: asked.milestoneId === null ? 'close' : 'milestone',
      milestone_id: asked.milestoneId,
      milestone_name: asked.milestoneName,
      member_id: asked.memberId,
      asked_at: scope.now,
      expires_at: expiresAt,
    })
    .execute();
  return id;
}
