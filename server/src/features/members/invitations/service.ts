import type { MemberRole } from '@evenkeel/contract/identity';
import type { MemberId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { type Actor, type Scope, withScope } from '../../../platform/db/scope.ts';
import { asVisitor } from '../../../platform/db/visitor.ts';
import { newId } from '../../../platform/ids.ts';
import { contactWithEmail } from '../../contacts/service.ts';
import {
  createLogin,
  discardLogin,
  findMemberId,
  hashOf,
  type Identity,
  limitLinkAttempts,
  newSecret,
  rememberWorkspace,
  requireVisitor,
  type Visit,
} from '../../identity/service.ts';
import { getWorkspace } from '../../workspaces/service.ts';
import { requireMayGrant } from '../policy.ts';
import * as members from '../repository.ts';
import * as repository from './repository.ts';

export type { ProvenInvitation } from './repository.ts';
export { listOpenInvitations } from './repository.ts';

const validDays = 7;
/** A client looks into the portal once a week, not once a day. */
export const clientValidDays = 30;
const dayMilliseconds = 24 * 60 * 60 * 1000;

export type Invited = {
  readonly invitation: repository.InvitationRecord;
  readonly link: string;
  readonly isMailed: boolean;
};

/** Invites an address, or renews its open invitation: the link made before stops working. */
export async function invite(
  identity: Identity,
  scope: Scope,
  { email, role }: { email: string; role: MemberRole },
): Promise<Invited> {
  requireMayGrant(scope.actor, [role]);
  await requireNoMember(scope, email);
  const expiresAt = new Date(scope.now.getTime() + validDays * dayMilliseconds);
  const { id, secret } = await putInvitation(scope, { email, role, expiresAt, place: null });
  const invitation = await repository.findOpenInvitation(scope, id);
  if (!invitation) throw new Error('the invitation just written is not there');
  // Behind the hash a browser tells nobody: the secret reaches no log and no Referer header.
  const link = `${identity.publicUrl}/invitation#${secret}`;
  const { name } = await getWorkspace(scope);
  await identity.mailer.post(scope.tx, {
    to: email,
    subject: `${scope.actor.name} invites you to ${name}`,
    paragraphs: [
      'Hello,',
      `${scope.actor.name} invites you to the workspace ${name} in Evenkeel. The invitation is open for ${validDays} days.`,
    ],
    action: { label: 'Accept the invitation', url: link },
  });
  return { invitation, link, isMailed: identity.mailer.isConfigured };
}

/** Invites a client user to an account or a project; what leads there is up to the caller. */
export async function inviteClientUser(
  scope: Scope,
  email: string,
  place: repository.InvitedPlace,
): Promise<{ readonly id: repository.InvitationId; readonly secret: string }> {
  const expiresAt = new Date(scope.now.getTime() + clientValidDays * dayMilliseconds);
  return putInvitation(scope, { email, role: 'client', expiresAt, place });
}

/** Takes the invitation of a client user back; whether it was open. */
export function revokeClientInvitation(
  scope: Scope,
  id: repository.InvitationId,
): Promise<boolean> {
  return repository.closeInvitation(scope, id, 'revoked');
}

export async function revokeInvitation(scope: Scope, id: repository.InvitationId): Promise<void> {
  const invitation = await repository.findOpenInvitation(scope, id);
  if (!invitation) throw new AppError('not-found', 'There is no such open invitation.');
  requireMayGrant(scope.actor, [invitation.role]);
  await repository.closeInvitation(scope, id, 'revoked');
}

/** What a link offers, if it still does. */
export async function findOffer(
  identity: Identity,
  visit: Visit,
  secret: string,
): Promise<repository.ProvenInvitation> {
  await limitLinkAttempts(identity, visit);
  const offer = await asVisitor(identity.database, (tx) =>
    repository.findProvenInvitation(tx, hashOf(secret)),
  );
  if (!offer || offer.revoked_at || offer.accepted_at) {
    throw new AppError(
      'expired',
      'This invitation was used, renewed or taken back. Ask for a new one.',
    );
  }
  if (offer.expires_at <= new Date()) {
    throw new AppError('expired', 'This invitation has expired. Ask for a new one.');
  }
  return offer;
}

/** Lets the bearer of a link in: with a new login, or the one they are signed in with. */
export async function acceptOffer(
  identity: Identity,
  visit: Visit,
  acceptance: {
    readonly token: string;
    /** Without a password only links by mail sign in. */
    readonly login: { readonly name: string; readonly password: string | null } | null;
  },
): Promise<readonly string[]> {
  const offer = await findOffer(identity, visit, acceptance.token);
  if (acceptance.login === null) {
    const visitor = await requireVisitor(identity, visit);
    requireSameAddress(visitor.email, offer.email);
    await admit(identity, offer, { userId: visitor.user_id, name: visitor.name });
    const login = { userId: visitor.user_id, sessionId: visitor.session_id };
    await rememberWorkspace(identity, login, offer.workspace_id);
    return [];
  }
  const { name } = acceptance.login;
  const { userId, cookies } = await createLogin(identity, visit, {
    name,
    password: acceptance.login.password ?? newSecret(),
    email: offer.email,
    path: ['login'],
  });
  try {
    await admit(identity, offer, { userId, name });
  } catch (error) {
    await discardLogin(identity, userId);
    throw error;
  }
  return cookies;
}

async function admit(
  identity: Identity,
  offer: repository.ProvenInvitation,
  user: Pick<Actor, 'userId' | 'name'>,
): Promise<void> {
  const earlier = await findMemberId(identity, user.userId, offer.workspace_id);
  const actor: Actor = {
    ...user,
    memberId: earlier ?? newId<MemberId>(),
    workspaceId: offer.workspace_id,
    personId: null,
    role: offer.role,
    email: offer.email,
    currency: offer.currency,
    timeZone: offer.time_zone,
    tokenScopes: null,
    sessionId: null,
  };
  await withScope(identity.database, actor, async (scope) => {
    if (!(await repository.closeInvitation(scope, offer.invitation_id, 'accepted'))) {
      throw new AppError('expired', 'This invitation was used just now.');
    }
    const isOurs = offer.role !== 'client';
    const personId = isOurs ? await members.findPersonToLink(scope, offer.email) : null;
    await members.admitMember(scope, { role: offer.role, personId });
    await repository.grantInvitedAccess(scope, offer.invitation_id);
    await repository.keepInvitedLanguage(scope, offer.invitation_id);
    const nameless = await repository.findNamelessAccess(scope);
    for (const { id, accountId } of nameless) {
      const contact = { accountId, email: offer.email, name: user.name };
      await repository.nameAccess(scope, id, await contactWithEmail(scope, contact));
    }
  });
}

/** Writes an invitation with a new secret; the link made before stops working. */
async function putInvitation(scope: Scope, draft: repository.InvitationDraft) {
  const id = await repository.putInvitation(scope, draft);
  const secret = newSecret();
  await repository.keepProof(scope, hashOf(secret), id);
  return { id, secret };
}

async function requireNoMember(scope: Scope, email: string): Promise<void> {
  const member = await members.findMemberByEmail(scope, email);
  if (!member) return;
  const detail =
    member.state === 'active'
      ? `${member.name} is a member already.`
      : `${member.name} is a deactivated member. Switch that login on again.`;
  throw new AppError('already-exists', detail, {
    issues: [{ path: ['email'], code: 'already-exists', message: detail }],
  });
}

function requireSameAddress(own: string, invited: string): void {
  if (own.toLowerCase() === invited.toLowerCase()) return;
  throw new AppError(
    'not-allowed',
    `This invitation is for ${invited}, but you are signed in as ${own}. Sign out first.`,
  );
}
