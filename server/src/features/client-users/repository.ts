import type { AccountId, ContactId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';

/** Whose client users: of an account with all its projects, or those who see one project. */
export type Place = {
  readonly accountId?: AccountId | undefined;
  readonly projectId?: ProjectId | undefined;
};

export type AccessRecord = Awaited<ReturnType<typeof listAccess>>[number];
export type InvitationRecord = Awaited<ReturnType<typeof listInvitations>>[number];

/** Every access of those client users who may look at the place, with their names. */
export function listAccess(scope: Scope, place: Place) {
  let wanted = scope.tx
    .selectFrom('client_access as wanted')
    .select('wanted.member_id')
    .where('wanted.workspace_id', '=', scope.workspaceId);
  if (place.accountId) wanted = wanted.where('wanted.account_id', '=', place.accountId);
  if (place.projectId) {
    const id = place.projectId;
    wanted = wanted.where((at) =>
      at.or([
        at('wanted.project_id', '=', id),
        at.and([
          at('wanted.project_id', 'is', null),
          at('wanted.account_id', '=', accountOf(scope, id)),
        ]),
      ]),
    );
  }
  return scope.tx
    .selectFrom('client_access as access')
    .innerJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'access.workspace_id')
        .onRef('member.id', '=', 'access.member_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'access.workspace_id')
        .onRef('account.id', '=', 'access.account_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'access.workspace_id')
        .onRef('project.id', '=', 'access.project_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'access.workspace_id')
        .onRef('contact.id', '=', 'access.contact_id'),
    )
    .where('access.workspace_id', '=', scope.workspaceId)
    .where('member.role', '=', 'client')
    .where('member.state', '=', 'active')
    .where('access.member_id', 'in', wanted)
    .select([
      'access.id',
      'access.member_id',
      'access.account_id',
      'account.name as account_name',
      'access.project_id',
      'project.name as project_name',
      'access.contact_id',
      'contact.name as contact_name',
      'member.name as member_name',
      'member.email',
      sql<string | null>`coalesce(member.language, account.language)`.as('language'),
    ])
    .orderBy(sql`member.name collate "und-x-icu"`)
    .orderBy('member.id')
    .orderBy('access.created_at')
    .limit(5_000)
    .execute();
}

/** When each of the members was last here. */
export async function listLastSeen(scope: Scope): Promise<ReadonlyMap<MemberId, Date>> {
  const { rows } = await sql<{ member_id: MemberId; last_seen_at: Date | null }>`
    select member_id, last_seen_at from identity.member_logins()`.execute(scope.tx);
  return new Map(
    rows.flatMap((row) => (row.last_seen_at ? [[row.member_id, row.last_seen_at] as const] : [])),
  );
}

export function listInvitations(scope: Scope, place: Place) {
  let query = invitationRows(scope);
  if (place.accountId) query = query.where('invitation.account_id', '=', place.accountId);
  if (place.projectId) {
    const id = place.projectId;
    query = query.where((at) =>
      at.or([
        at('invitation.project_id', '=', id),
        at.and([
          at('invitation.project_id', 'is', null),
          at('invitation.account_id', '=', accountOf(scope, id)),
        ]),
      ]),
    );
  }
  return query.orderBy('invitation.created_at', 'desc').limit(1_000).execute();
}

export function findInvitation(scope: Scope, id: Id<'invitation'>) {
  return invitationRows(scope).where('invitation.id', '=', id).executeTakeFirst();
}

/** The account with its language, if it stands. */
export function findAccount(scope: Scope, id: AccountId) {
  return scope.tx
    .selectFrom('account')
    .select(['id', 'name', 'language'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** The client project of an account, if it stands. */
export function findProject(scope: Scope, id: ProjectId, accountId: AccountId) {
  return scope.tx
    .selectFrom('project')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'client')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export function findContact(scope: Scope, id: ContactId) {
  return scope.tx
    .selectFrom('contact')
    .select(['id', 'name', 'language'])
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

export type AccessDraft = {
  readonly memberId: MemberId;
  readonly accountId: AccountId;
  readonly projectId: ProjectId | null;
  readonly contactId: ContactId | null;
};

/** Gives access; whether it was not there before. */
export async function insertAccess(scope: Scope, draft: AccessDraft): Promise<boolean> {
  const made = await scope.tx
    .insertInto('client_access')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'client-access'>>(),
      member_id: draft.memberId,
      account_id: draft.accountId,
      project_id: draft.projectId,
      contact_id: draft.contactId,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'member_id', 'account_id', 'project_id']).doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Ends an access; whose it was. */
export async function deleteAccess(
  scope: Scope,
  id: Id<'client-access'>,
): Promise<MemberId | undefined> {
  const gone = await scope.tx
    .deleteFrom('client_access')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('member_id')
    .executeTakeFirst();
  return gone?.member_id;
}

export async function hasAccess(scope: Scope, memberId: MemberId): Promise<boolean> {
  const found = await scope.tx
    .selectFrom('client_access')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', memberId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** A client user without any access left is none any more. */
export async function removeClientUser(scope: Scope, id: MemberId): Promise<void> {
  await scope.tx
    .updateTable('member')
    .set({ state: 'removed' })
    .where('id', '=', id)
    .where('role', '=', 'client')
    .execute();
}

function accountOf(scope: Scope, projectId: ProjectId) {
  return scope.tx.selectFrom('project').select('account_id').where('id', '=', projectId);
}

function invitationRows(scope: Scope) {
  return scope.tx
    .selectFrom('invitation')
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'invitation.workspace_id')
        .onRef('account.id', '=', 'invitation.account_id'),
    )
    .leftJoin('project', (join) =>
      join
        .onRef('project.workspace_id', '=', 'invitation.workspace_id')
        .onRef('project.id', '=', 'invitation.project_id'),
    )
    .leftJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'invitation.workspace_id')
        .onRef('contact.id', '=', 'invitation.contact_id'),
    )
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'invitation.workspace_id')
        .onRef('member.id', '=', 'invitation.invited_by'),
    )
    .where('invitation.workspace_id', '=', scope.workspaceId)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .select([
      'invitation.id',
      'invitation.email',
      'account.id as account_id',
      'account.name as account_name',
      'invitation.project_id',
      'project.name as project_name',
      'invitation.contact_id',
      'contact.name as contact_name',
      sql<string | null>`coalesce(invitation.language, account.language)`.as('language'),
      'invitation.expires_at',
      'member.name as invited_by_name',
    ]);
}
