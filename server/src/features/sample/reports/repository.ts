import type { ContactId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import { insertRows } from '../../../platform/db/insert-rows.ts';
import type { Scope } from '../../../platform/db/scope.ts';

/** Opens the portal of some projects and shows their milestones to the client. */
export async function openPortals(scope: Scope, ids: readonly ProjectId[]): Promise<void> {
  await sql`update project set portal_opened_at = coalesce(portal_opened_at, ${scope.now})
    where workspace_id = ${scope.workspaceId} and id = any(${[...ids]}::uuid[])`.execute(scope.tx);
  await sql`update task set is_client_visible = true
    where workspace_id = ${scope.workspaceId} and project_id = any(${[...ids]}::uuid[]) and is_milestone`.execute(
    scope.tx,
  );
}

/** The first contacts of an account, by name. */
export async function firstContacts(
  scope: Scope,
  accountId: string,
  quantity: number,
): Promise<ContactId[]> {
  const { rows } = await sql<{ id: ContactId }>`
    select c.id from contact c join contact_account a
      on a.workspace_id = c.workspace_id and a.contact_id = c.id
    where c.workspace_id = ${scope.workspaceId} and a.account_id = ${accountId}
    order by c.name, c.id limit ${quantity}`.execute(scope.tx);
  return rows.map(({ id }) => id);
}

export function insertCheckIns(
  scope: Scope,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  return insertRows(scope, 'check_in', rows);
}
