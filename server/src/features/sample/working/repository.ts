import type { AccountId, ContactId, MemberId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** The client of a project, and its people there, the main one first, with the login of who has one. */
export async function findClient(scope: Scope, projectId: ProjectId) {
  const { rows } = await sql<{
    accountId: AccountId;
    id: ContactId;
    name: string;
    memberId: MemberId | null;
  }>`
    select p.account_id as "accountId", c.id, c.name,
      (select a.member_id from client_access a where a.workspace_id = c.workspace_id
         and a.contact_id = c.id order by a.id limit 1) as "memberId" from project p
    join contact_account ca on ca.workspace_id = p.workspace_id and ca.account_id = p.account_id
    join contact c on c.workspace_id = ca.workspace_id and c.id = ca.contact_id
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId}
    order by ca.is_primary desc, c.number limit 10`.execute(scope.tx);
  const [first] = rows;
  if (!first) throw new Error('the sample has no contact there');
  return { accountId: first.accountId, contacts: rows };
}
