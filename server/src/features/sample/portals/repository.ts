import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/**
 * Portals of two accounts: that of the project on which firm and client work together, and of one
 * more. Each has a client user, an invitation that waits, shown milestones, and a look of last week.
 */
export async function insertPortals(scope: Scope, workingId: string): Promise<void> {
  const { rows } = await sql<{ id: string; account_id: string }>`
    select distinct on (p.account_id = w.account_id) p.id, p.account_id
    from project p join project w on w.workspace_id = p.workspace_id and w.id = ${workingId}
    where p.workspace_id = ${scope.workspaceId} and p.kind = 'client' and p.account_id is not null
      and (p.id = w.id or p.account_id <> w.account_id)
      and exists (select from task t where t.workspace_id = p.workspace_id and t.project_id = p.id)
      and exists (select from contact_account c
        where c.workspace_id = p.workspace_id and c.account_id = p.account_id)
    order by p.account_id = w.account_id, p.number desc`.execute(scope.tx);
  for (const { id, account_id: accountId } of rows) {
    await openPortal(scope, id);
    await insertClientUser(scope, id, accountId);
  }
}

async function openPortal(scope: Scope, projectId: string): Promise<void> {
  await sql`update project set portal_opened_at = coalesce(portal_opened_at, now() - interval '30 days'),
      portal_shows = '{price,budgeted-hours,used-hours}',
      portal_welcome = 'Welcome. Here you see where we stand, what comes next and what we need from you.'
    where workspace_id = ${scope.workspaceId} and id = ${projectId}`.execute(scope.tx);
  await sql`update task set is_client_visible = true
    where workspace_id = ${scope.workspaceId} and project_id = ${projectId}
      and (is_milestone or parent_id is null)`.execute(scope.tx);
  await sql`update file set is_client_visible = true
    where workspace_id = ${scope.workspaceId} and subject_kind = 'client-project'
      and subject_id = ${projectId}`.execute(scope.tx);
  await sql`insert into share_link (workspace_id, id, project_id, name, language, created_by, expires_at)
    values (${scope.workspaceId}, gen_random_uuid(), ${projectId}, 'Steering committee', 'en',
      ${scope.actor.memberId}, now() + interval '30 days')`.execute(scope.tx);
}

/** The main contact with a login that nobody can use, and an invitation to the second. */
async function insertClientUser(scope: Scope, projectId: string, accountId: string): Promise<void> {
  await sql`
    with contact as (select c.id, c.name from contact c
        join contact_account a on a.workspace_id = c.workspace_id and a.contact_id = c.id
        where c.workspace_id = ${scope.workspaceId} and a.account_id = ${accountId}
        order by a.is_primary desc, c.number limit 1),
      made as (insert into member (workspace_id, id, user_id, name, email, role)
        select ${scope.workspaceId}, gen_random_uuid(), gen_random_uuid(), name,
          lower(replace(name, ' ', '.')) || '@client.example', 'client' from contact returning id),
      given as (insert into client_access (workspace_id, id, member_id, account_id, contact_id)
        select ${scope.workspaceId}, gen_random_uuid(), made.id, ${accountId}, contact.id
        from made, contact returning member_id)
    insert into portal_look (workspace_id, member_id, project_id, looked_at)
    select ${scope.workspaceId}, member_id, ${projectId}, now() - interval '6 days' from given`.execute(
    scope.tx,
  );
  await sql`
    insert into invitation (workspace_id, id, email, role, invited_by, expires_at, account_id, project_id, contact_id)
    select ${scope.workspaceId}, gen_random_uuid(), lower(replace(c.name, ' ', '.')) || '@client.example',
      'client', ${scope.actor.memberId}, now() + interval '20 days', ${accountId}, ${projectId}, c.id
    from contact c join contact_account a on a.workspace_id = c.workspace_id and a.contact_id = c.id
    where c.workspace_id = ${scope.workspaceId} and a.account_id = ${accountId}
    order by a.is_primary desc, c.number offset 1 limit 1`.execute(scope.tx);
}
