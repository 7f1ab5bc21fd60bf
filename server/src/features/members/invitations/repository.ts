import type { MemberRole } from '@evenkeel/contract/identity';
import type { Id, UserId, WorkspaceId } from '@evenkeel/core/id';
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

/** Writes an invitation, or renews the open one of the same address. */
export async function putInvitation(
  scope: Scope,
  invitation: { readonly email: string; readonly role: MemberRole; readonly expiresAt: Date },
): Promise<InvitationId> {
  const fields = {
    role: invitation.role,
    invited_by: scope.actor.memberId,
    expires_at: invitation.expiresAt,
  };
  const renewed = await scope.tx
    .updateTable('invitation')
    .set(fields)
    .where(sql`lower(email)`, '=', invitation.email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (renewed) return renewed.id;
  const id = newId<InvitationId>();
  await scope.tx
    .insertInto('invitation')
    .values({ workspace_id: scope.workspaceId, id, email: invitation.email, ...fields })
    .execute();
  return id;
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
  return scope.tx
    .selectFrom('invitation')
    .leftJoin('member', (join) =>
      join
        .onRef('member.workspace_id', '=', 'invitation.workspace_id')
        .onRef('member.id', '=', 'invitation.invited_by'),
    )
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .select([
      'invitation.id',
      'invitation.email',
      'invitation.role',
      'invitation.expires_at',
      'member.name as invited_by_name',
    ]);
}
