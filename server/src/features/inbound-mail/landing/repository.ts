import type { AccountId, ContactId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Actor, Scope } from '../../../platform/db/scope.ts';

/** More addresses than a mail names; a bound, so that no list is without one. */
const most = 100;

/** The active member of the firm with a mail address, as somebody who acts; undefined for nobody. */
export async function findMember(scope: Scope, address: string): Promise<Actor | undefined> {
  const row = await scope.tx
    .selectFrom('member')
    .where('workspace_id', '=', scope.workspaceId)
    .where(sql<string>`lower(email)`, '=', address.toLowerCase())
    .where('state', '=', 'active')
    .where('role', 'not in', ['client', 'viewer'])
    .select(['id', 'user_id', 'person_id', 'role', 'name', 'email'])
    .executeTakeFirst();
  return (
    row && {
      ...scope.actor,
      memberId: row.id,
      userId: row.user_id,
      personId: row.person_id,
      role: row.role,
      name: row.name,
      email: row.email,
    }
  );
}

/** The account of a project; null for an initiative, and for what is no project. */
export async function findAccountOf(
  scope: Scope,
  subject: { readonly kind: string; readonly id: Id<string> },
): Promise<AccountId | null> {
  if (subject.kind === 'account') return subject.id as string as AccountId;
  const { rows } = await sql<{ account_id: AccountId | null }>`
    select account_id from project
    where workspace_id = ${scope.workspaceId} and id = case ${subject.kind}::text
      when 'task' then (select project_id from task where workspace_id = ${scope.workspaceId} and id = ${subject.id})
      when 'client-project' then ${subject.id}::uuid end`.execute(scope.tx);
  return rows[0]?.account_id ?? null;
}

/** The project that a record is or belongs to; null for any other. */
export async function findProjectOf(
  scope: Scope,
  subject: { readonly kind: string; readonly id: Id<string> },
): Promise<ProjectId | null> {
  const { rows } = await sql<{ id: ProjectId }>`
    select id from project
    where workspace_id = ${scope.workspaceId} and id = case
      when ${subject.kind}::text = 'task'
      then (select project_id from task where workspace_id = ${scope.workspaceId} and id = ${subject.id})
      else ${subject.id}::uuid end`.execute(scope.tx);
  return rows[0]?.id ?? null;
}

/** Contacts with one of some mail addresses; of an account where one is named. */
export async function listContacts(
  scope: Scope,
  addresses: readonly string[],
  accountId: AccountId | null,
): Promise<ContactId[]> {
  if (addresses.length === 0) return [];
  const { rows } = await sql<{ id: ContactId }>`
    select distinct c.id from contact c
    join contact_email e on e.workspace_id = c.workspace_id and e.contact_id = c.id
    where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
      and lower(e.email) = any(${addresses.map((address) => address.toLowerCase())}::text[])
      and (${accountId}::uuid is null or exists (select from contact_account a
        where a.workspace_id = c.workspace_id and a.contact_id = c.id and a.account_id = ${accountId}::uuid))
    order by c.id ${sql.raw(`limit ${most}`)}`.execute(scope.tx);
  return rows.map(({ id }) => id);
}

/** Names the member who acts from here on, for the change record. */
export async function actAs(scope: Scope, memberId: MemberId): Promise<void> {
  await sql`select set_config('evenkeel.member', ${memberId}, true)`.execute(scope.tx);
}
