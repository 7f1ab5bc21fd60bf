import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { MemberId, ProjectId, SatisfactionId, TaskId } from '@evenkeel/core/id';
import { type RawBuilder, sql } from 'kysely';
import { memberIdOf, type Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';

/** What one client user is to be asked about. */
export type Question = {
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly milestoneId: TaskId | null;
  readonly milestoneName: string | null;
  readonly memberId: MemberId;
};

/** More than one run asks; what is left over is asked by the next. */
const most = 5_000;

/** What was reached or completed since a day and has not been asked about yet, by client user. */
export async function listDue(
  scope: Scope,
  since: CalendarDate,
  sinceMoment: Date,
): Promise<Question[]> {
  const { rows } = await sql<Question>`
    ${milestones(scope, sql`t.asks_satisfaction and t.done_on >= ${since}`)}
    union all
    ${closes(
      scope,
      sql`exists (select from change c where c.workspace_id = p.workspace_id and c.root = 'project'
        and c.root_id = p.id and c.subject = 'project' and c.after->>'state' = 'completed' and c.at >= ${sinceMoment})`,
    )}
    limit ${most}`.execute(scope.tx);
  return rows;
}

/** Whom one occasion of a project can be asked now: those who were not asked before. */
export async function listFor(
  scope: Scope,
  projectId: ProjectId,
  milestoneId: TaskId | null,
): Promise<Question[]> {
  const { rows } = await sql<Question>`${
    milestoneId === null
      ? closes(scope, sql`p.id = ${projectId}`)
      : milestones(scope, sql`p.id = ${projectId} and t.id = ${milestoneId}`)
  } limit ${most}`.execute(scope.tx);
  return rows;
}

/** Client users who may open a project whose portal is open. */
const readers = sql`
  join member m on m.workspace_id = p.workspace_id and m.role = 'client' and m.state = 'active'
    and exists (select from client_access a where a.workspace_id = m.workspace_id
      and a.member_id = m.id and a.account_id = p.account_id
      and (a.project_id is null or a.project_id = p.id))`;

const isOpen = sql`p.kind = 'client' and p.portal_opened_at is not null and p.deleted_at is null`;

function milestones(scope: Scope, condition: RawBuilder<unknown>) {
  return sql`
    select p.id as "projectId", p.name as "projectName", t.id as "milestoneId",
      t.name as "milestoneName", m.id as "memberId"
    from project p
    join task t on t.workspace_id = p.workspace_id and t.project_id = p.id and t.is_milestone
      and t.is_client_visible and t.state = 'done' and t.deleted_at is null
    ${readers}
    where p.workspace_id = ${scope.workspaceId} and ${isOpen} and ${condition}
      and not exists (select from satisfaction s where s.workspace_id = t.workspace_id
        and s.milestone_id = t.id and s.member_id = m.id)`;
}

function closes(scope: Scope, condition: RawBuilder<unknown>) {
  return sql`
    select p.id as "projectId", p.name as "projectName", null::uuid as "milestoneId",
      null as "milestoneName", m.id as "memberId"
    from project p ${readers}
    where p.workspace_id = ${scope.workspaceId} and ${isOpen} and p.state = 'completed' and ${condition}
      and not exists (select from satisfaction s where s.workspace_id = p.workspace_id
        and s.project_id = p.id and s.occasion = 'close' and s.member_id = m.id)`;
}

/** Writes a question; null when another server was first. */
export async function insertQuestion(
  scope: Scope,
  { projectId, milestoneId, milestoneName, memberId }: Question,
  expiresAt: Date,
): Promise<SatisfactionId | null> {
  const id = newId<SatisfactionId>();
  const written = await scope.tx
    .insertInto('satisfaction')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: projectId,
      occasion: milestoneId === null ? 'close' : 'milestone',
      milestone_id: milestoneId,
      milestone_name: milestoneName,
      member_id: memberId,
      asked_at: scope.now,
      asked_by: memberIdOf(scope.actor),
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written ? id : null;
}

/** Keeps the hash of the secret in a mail; the first mail's and the reminder's open the same question. */
export async function keepProof(
  scope: Scope,
  id: SatisfactionId,
  { hash, isReminder }: { readonly hash: string; readonly isReminder: boolean },
): Promise<void> {
  const subject = isReminder ? 'satisfaction_reminder' : 'satisfaction';
  await sql`select identity.keep_proof(${hash}, ${subject}, ${id})`.execute(scope.tx);
}

/** Questions without an answer that were asked before a moment and of which nobody was reminded. */
export async function takeUnanswered(
  scope: Scope,
  askedBefore: Date,
): Promise<(Question & { readonly id: SatisfactionId; readonly expiresAt: Date })[]> {
  const { rows } = await sql<Question & { id: SatisfactionId; expiresAt: Date }>`
    update satisfaction s set reminded_at = ${scope.now}
    from project p, member m
    where s.workspace_id = ${scope.workspaceId} and p.workspace_id = s.workspace_id
      and p.id = s.project_id and p.portal_opened_at is not null and p.deleted_at is null
      and m.workspace_id = s.workspace_id and m.id = s.member_id and m.state = 'active'
      and s.score is null and s.reminded_at is null and s.asked_at < ${askedBefore}
      and s.expires_at > ${scope.now}
    returning s.id, s.expires_at as "expiresAt", s.project_id as "projectId",
      p.name as "projectName", s.milestone_id as "milestoneId",
      s.milestone_name as "milestoneName", s.member_id as "memberId"`.execute(scope.tx);
  return rows;
}
