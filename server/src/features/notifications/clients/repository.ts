import type { ContactId, MemberId, ProjectId } from '@evenkeel/core/id';
import type { TopicChoice } from '@evenkeel/core/notifications/topic';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** More than look at any project; a bound, so that no list is without one. */
const most = 1_000;

export type ClientAddressee = {
  readonly id: MemberId;
  readonly choices: TopicChoice[] | null;
  /** Of the reader, else of the account (BCP 47). */
  readonly language: string | null;
  /** Those of the named contacts for whom it is a login: named with the access, or by the same address. */
  readonly contact_ids: ContactId[];
};

/** Client users who may open a project now, with the language they read. */
export async function listClients(
  scope: Scope,
  projectId: ProjectId,
  named: readonly ContactId[],
): Promise<ClientAddressee[]> {
  const { rows } = await sql<ClientAddressee>`
    select m.id, s.choices, coalesce(to_jsonb(m)->>'language', c.language) as language,
      array(select n.id from unnest(${[...named]}::uuid[]) n (id)
        where exists (select from client_access a where a.workspace_id = m.workspace_id
            and a.member_id = m.id and a.account_id = p.account_id and a.contact_id = n.id)
          or exists (select from contact_email e where e.workspace_id = m.workspace_id
            and e.contact_id = n.id and lower(e.email) = lower(m.email))) as contact_ids
    from project p
    join account c on c.workspace_id = p.workspace_id and c.id = p.account_id
    join member m on m.workspace_id = p.workspace_id and m.role = 'client' and m.state = 'active'
    left join notification_setting s on s.workspace_id = m.workspace_id and s.member_id = m.id
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId}
      and p.kind = 'client' and p.portal_opened_at is not null and p.deleted_at is null
      and exists (select from client_access a where a.workspace_id = m.workspace_id
        and a.member_id = m.id and a.account_id = p.account_id
        and (a.project_id is null or a.project_id = p.id))
    order by m.id ${sql.raw(`limit ${most}`)}`.execute(scope.tx);
  return rows;
}

export type LetterAddressee = {
  readonly id: ContactId;
  readonly email: string;
  /** Of the contact, else of the account (BCP 47). */
  readonly language: string | null;
};

/**
 * Those of some contacts who may be written to about a project: they stand at its account, have an
 * address, and the portal is open, so that nothing is said that a client user could not read there.
 */
export async function listWritable(
  scope: Scope,
  projectId: ProjectId,
  ids: readonly ContactId[],
): Promise<LetterAddressee[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<LetterAddressee>`
    select c.id, e.email, coalesce(c.language, a.language) as language
    from project p
    join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    join contact_account ca on ca.workspace_id = a.workspace_id and ca.account_id = a.id
    join contact c on c.workspace_id = ca.workspace_id and c.id = ca.contact_id and c.deleted_at is null
    join lateral (select email from contact_email where workspace_id = c.workspace_id
      and contact_id = c.id order by position, id limit 1) e on true
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId}
      and p.kind = 'client' and p.portal_opened_at is not null and p.deleted_at is null
      and c.id = any(${[...ids]}::uuid[])
    order by c.id ${sql.raw(`limit ${most}`)}`.execute(scope.tx);
  return rows;
}

/** The project that a record belongs to where a client could see it; undefined for any other. */
export async function findProjectOf(
  scope: Scope,
  subject: { readonly kind: string; readonly id: string },
): Promise<{ id: ProjectId } | undefined> {
  const { rows } = await sql<{ id: ProjectId }>`
    select p.id from project p
    where p.workspace_id = ${scope.workspaceId} and p.kind = 'client'
      and p.id = case ${subject.kind}::text when 'client-project' then ${subject.id}::uuid
        when 'task' then (select t.project_id from task t where t.workspace_id = p.workspace_id
          and t.id = ${subject.id}::uuid and t.is_client_visible)
        when 'status-report' then (select r.project_id from status_report r
          where r.workspace_id = p.workspace_id and r.id = ${subject.id}::uuid and r.sent_at is not null)
        end`.execute(scope.tx);
  return rows[0];
}
