import type { MemberRole } from '@evenkeel/contract/identity';
import type {
  AccountId,
  ContactId,
  Id,
  MemberId,
  ProjectId,
  UserId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { sql, type Transaction } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';
import { newId } from '../../../platform/ids.ts';
import type { Tables } from '../../../schema/tables.ts';

export type InvitationId = Id<'invitation'>;
export type InvitationRecord = Awaited<ReturnType<typeof listOpenInvitations>>[number];

/** What the bearer of a link has proven to hold, whichever workspace it belongs to. */
export type ProvenInvitation = {
  readonly workspace_id: WorkspaceId;
  readonly workspace_name: string;
  readonly invitation_id: InvitationId;
  readonly email: string;
  readonly role: MemberRole;
  readonly invited_by: string | null;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
  readonly revoked_at: Date | null;
  readonly user_id: UserId | null;
  readonly currency: string;
  readonly time_zone: string;
  /** To what a client user is invited; null for somebody of the firm. */
  readonly account_name: string | null;
  readonly project_name: string | null;
  readonly contact_name: string | null;
  readonly language: string | null;
};

/** To what a client user is invited. */
export type InvitedPlace = {
  readonly accountId: AccountId;
  readonly projectId: ProjectId | null;
  readonly contactId: ContactId | null;
  readonly language: string | null;
};

export type InvitationDraft = {
  readonly email: string;
  readonly role: MemberRole;
  readonly expiresAt: Date;
  /** Null for somebody of the firm. */
  readonly place: InvitedPlace | null;
};

export async function findProvenInvitation(
  tx: Transaction<Tables>,
  hash: string,
): Promise<ProvenInvitation | null> {
  const { rows } = await sql<ProvenInvitation>`
    select * from identity.invitation_proved(${hash})`.execute(tx);
  return rows[0] ?? null;
}

export function listOpenInvitations(scope: Scope) {
  return openInvitations(scope).orderBy('invitation.created_at', 'desc').limit(1_000).execute();
}

export function findOpenInvitation(scope: Scope, id: InvitationId) {
  return openInvitations(scope).where('invitation.id', '=', id).executeTakeFirst();
}

/** Writes an invitation, or renews the open one of the same address to the same place. */
export async function putInvitation(scope: Scope, draft: InvitationDraft): Promise<InvitationId> {
  const { place } = draft;
  const fields = {
    role: draft.role,
    invited_by: scope.actor.memberId,
    expires_at: draft.expiresAt,
    contact_id: place?.contactId ?? null,
    language: place?.language ?? null,
  };
  const renewed = await scope.tx
    .updateTable('invitation')
    .set(fields)
    .where(sql`lower(email)`, '=', draft.email)
    .where('account_id', 'is not distinct from', place?.accountId ?? null)
    .where('project_id', 'is not distinct from', place?.projectId ?? null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (renewed) return renewed.id;
  const id = newId<InvitationId>();
  await scope.tx
    .insertInto('invitation')
    .values({
      workspace_id: scope.workspaceId,
      id,
      email: draft.email,
      account_id: place?.accountId ?? null,
      project_id: place?.projectId ?? null,
      ...fields,
    })
    .execute();
  return id;
}

/** Gives the member what the invitation of a client user was for; nothing for one of the firm. */
export async function grantInvitedAccess(scope: Scope, id: InvitationId): Promise<void> {
  await scope.tx
    .insertInto('client_access')
    .columns(['workspace_id', 'id', 'member_id', 'account_id', 'project_id', 'contact_id'])
    .expression(
      scope.tx
        .selectFrom('invitation')
        .select([
          'workspace_id',
          sql<Id<'client-access'>>`${newId()}::uuid`.as('id'),
          sql<MemberId>`${scope.actor.memberId}::uuid`.as('member_id'),
          sql<AccountId>`account_id`.as('account_id'),
          'project_id',
          'contact_id',
        ])
        .where('id', '=', id)
        .where('account_id', 'is not', null),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'member_id', 'account_id', 'project_id']).doNothing(),
    )
    .execute();
}

/** Who was invited in a language reads in it from the first page on, unless they chose one themselves. */
export async function keepInvitedLanguage(scope: Scope, id: InvitationId): Promise<void> {
  await scope.tx
    .updateTable('member')
    .from('invitation')
    .set({ language: sql<PortalLanguage>`invitation.language` })
    .whereRef('invitation.workspace_id', '=', 'member.workspace_id')
    .where('invitation.id', '=', id)
    .where('invitation.language', 'is not', null)
    .where('member.workspace_id', '=', scope.workspaceId)
    .where('member.id', '=', scope.actor.memberId)
    .where('member.language', 'is', null)
    .execute();
}

/** Accesses of the member for which nobody said which contact they are. */
export async function findNamelessAccess(
  scope: Scope,
): Promise<{ readonly id: Id<'client-access'>; readonly accountId: AccountId }[]> {
  return scope.tx
    .selectFrom('client_access')
    .select(['id', 'account_id as accountId'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('member_id', '=', scope.actor.memberId)
    .where('contact_id', 'is', null)
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Says which contact has an access. */
export async function nameAccess(
  scope: Scope,
  id: Id<'client-access'>,
  contactId: ContactId,
): Promise<void> {
  await scope.tx
    .updateTable('client_access')
    .set({ contact_id: contactId })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Keeps the hash of a link's secret; the link made before stops working. */
export async function keepProof(scope: Scope, hash: string, id: InvitationId): Promise<void> {
  await sql`select identity.keep_proof(${hash}, 'invitation', ${id})`.execute(scope.tx);
}

/** Whether it was still open. */
export async function closeInvitation(
  scope: Scope,
  id: InvitationId,
  how: 'accepted' | 'revoked',
): Promise<boolean> {
  const closed = await scope.tx
    .updateTable('invitation')
    .set(how === 'accepted' ? { accepted_at: scope.now } : { revoked_at: scope.now })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return closed !== undefined;
}

function openInvitations(scope: Scope) {
  return (
    scope.tx
      .selectFrom('invitation')
      .leftJoin('member', (join) =>
        join
          .onRef('member.workspace_id', '=', 'invitation.workspace_id')
          .onRef('member.id', '=', 'invitation.invited_by'),
      )
      .where('invitation.accepted_at', 'is', null)
      .where('invitation.revoked_at', 'is', null)
      // Those of client users stand with their account.
      .where('invitation.account_id', 'is', null)
      .select([
        'invitation.id',
        'invitation.email',
        'invitation.role',
        'invitation.expires_at',
        'member.name as invited_by_name',
      ])
  );
}
