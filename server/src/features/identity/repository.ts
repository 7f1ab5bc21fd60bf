import type { MemberId, PersonId, UserId, WorkspaceId } from '@evenkeel/core/id';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import type { MemberTable, Tables } from '../../schema/tables.ts';
import type { IdentityTables } from './tables.ts';

/** Who a session or an API token belongs to. Without a membership the workspace's columns are null. */
export type ProvenUser = {
  readonly user_id: UserId;
  readonly name: string;
  readonly email: string;
  readonly two_factor_enabled: boolean;
} & (Membership | { readonly [Column in keyof Membership]: null });

type Membership = {
  readonly workspace_id: WorkspaceId;
  readonly member_id: MemberId;
  readonly role: MemberTable['role'];
  readonly person_id: PersonId | null;
  readonly currency: string;
  readonly time_zone: string;
};

export type ProvenSession = ProvenUser & { readonly session_id: string };
export type ProvenToken = ProvenUser & {
  readonly token_id: string;
  readonly scopes: readonly ('read' | 'write' | 'admin')[];
  readonly last_used_at: Date | null;
};

export async function findSession(
  tx: Transaction<Tables>,
  token: string,
): Promise<ProvenSession | null> {
  const { rows } = await sql<ProvenSession>`
    select * from identity.session_actor(${token})`.execute(tx);
  return rows[0] ?? null;
}

export async function findToken(
  tx: Transaction<Tables>,
  hash: string,
): Promise<ProvenToken | null> {
  const { rows } = await sql<ProvenToken>`
    select * from identity.token_actor(${hash})`.execute(tx);
  return rows[0] ?? null;
}

/** On a connection of its own: the request that uses the token may only read. */
export async function noteTokenUse(database: Kysely<IdentityTables>, hash: string): Promise<void> {
  await sql`select identity.note_use(${hash})`.execute(database);
}

export type UserMembership = {
  readonly workspace_id: WorkspaceId;
  readonly workspace_name: string;
  readonly member_id: MemberId;
  readonly role: MemberTable['role'];
  readonly state: 'active' | 'deactivated' | 'removed';
  readonly strategic_share_target: number;
  readonly is_sample: boolean;
};

/** Every workspace that a user is or was a member of. */
export async function listMemberships(
  database: Kysely<IdentityTables>,
  userId: UserId,
): Promise<readonly UserMembership[]> {
  const { rows } = await sql<UserMembership>`
    select * from identity.memberships(${userId})`.execute(database);
  return rows;
}

export async function anyWorkspaceExists(tx: Transaction<Tables>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select identity.any_workspace() as found`.execute(tx);
  return rows[0]?.found ?? false;
}

export function findUserByEmail(database: Kysely<IdentityTables>, email: string) {
  return database
    .selectFrom('identity.user')
    .select(['id', 'name', 'email'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
}

export async function renameMember(scope: Scope, name: string): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ name })
    .where('id', '=', scope.actor.memberId)
    .execute();
}

export async function renameUser(
  database: Kysely<IdentityTables>,
  userId: UserId,
  name: string,
): Promise<void> {
  await database.updateTable('identity.user').set({ name }).where('id', '=', userId).execute();
}

export async function deleteUser(database: Kysely<IdentityTables>, userId: UserId): Promise<void> {
  await database.deleteFrom('identity.user').where('id', '=', userId).execute();
}

export function listSessions(database: Kysely<IdentityTables>, userId: UserId) {
  return database
    .selectFrom('identity.session')
    .select(['id', 'ip_address', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('updated_at', 'desc')
    .limit(100)
    .execute();
}

/** Whether there was such a session of this user to end. */
export async function deleteSession(
  database: Kysely<IdentityTables>,
  userId: UserId,
  sessionId: string,
): Promise<boolean> {
  const ended = await database
    .deleteFrom('identity.session')
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

export async function deleteSessions(
  database: Kysely<IdentityTables>,
  userId: UserId,
): Promise<void> {
  await database.deleteFrom('identity.session').where('user_id', '=', userId).execute();
}

export async function deleteSessionByToken(
  database: Kysely<IdentityTables>,
  token: string,
): Promise<void> {
  await database.deleteFrom('identity.session').where('token', '=', token).execute();
}

export async function setActiveWorkspace(
  database: Kysely<IdentityTables>,
  user: { readonly userId: UserId; readonly sessionId: string | null },
  workspaceId: WorkspaceId,
): Promise<void> {
  await database
    .updateTable('identity.user')
    .set({ last_workspace_id: workspaceId })
    .where('id', '=', user.userId)
    .execute();
  if (user.sessionId === null) return;
  await database
    .updateTable('identity.session')
    .set({ active_workspace_id: workspaceId })
    .where('id', '=', user.sessionId)
    .execute();
}
