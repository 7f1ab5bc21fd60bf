import type { AccountId, ContactId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import { letterVoice } from '@evenkeel/core/portal/letter-voice';
import { type PortalLanguage, portalLanguage } from '@evenkeel/core/words/language';
import { portalEntranceWords } from '@evenkeel/core/words/portal-entrance';
import { say } from '@evenkeel/core/words/words';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { getBranding } from '../branding/service.ts';
import { contactWithEmail } from '../contacts/service.ts';
import type { Identity } from '../identity/service.ts';
import {
  clientValidDays,
  inviteClientUser,
  revokeClientInvitation,
} from '../members/invitations/service.ts';
import { findMemberByEmail } from '../members/service.ts';
import * as repository from './repository.ts';

export type ClientInvitationDraft = {
  readonly email: string;
  readonly accountId: AccountId;
  readonly projectId: ProjectId | null;
  readonly contactId?: ContactId | null | undefined;
  readonly language?: PortalLanguage | null | undefined;
};

/** Client users of a place, with the invitations that are open. */
export async function listClientUsers(scope: Scope, place: repository.Place) {
  return {
    access: await repository.listAccess(scope, place),
    lastSeen: await repository.listLastSeen(scope),
    invitations: await repository.listInvitations(scope, place),
  };
}

/**
 * Invites somebody of an account to one project or to all of it (U08). Who is a client user of the
 * firm already needs no invitation: the access is given at once, and a letter says so.
 */
export async function inviteToPortal(
  identity: Identity,
  scope: Scope,
  draft: ClientInvitationDraft,
): Promise<{ readonly link: string | null; readonly isMailed: boolean }> {
  const place = await findPlace(scope, draft);
  const member = await findMemberByEmail(scope, draft.email);
  if (member && member.role !== 'client') {
    throw invalid(['email'], 'already-exists', `${member.name} is a member of the firm.`);
  }
  const { isConfigured: isMailed } = identity.mailer;
  if (member?.state === 'active') {
    const { name, id: memberId } = member;
    const person = { accountId: place.accountId, email: draft.email, name };
    const contactId = place.contactId ?? (await contactWithEmail(scope, person));
    const isNew = await repository.insertAccess(scope, { ...place, contactId, memberId });
    if (!isNew)
      throw invalid(['email'], 'already-exists', `${member.name} has this access already.`);
    const language = portalLanguage(member.language ?? place.language ?? place.accountLanguage);
    await write(identity, scope, { ...place, language, email: draft.email }, null);
    return { link: null, isMailed };
  }
  const { secret } = await inviteClientUser(scope, draft.email, place);
  // Behind the hash a browser tells nobody: the secret reaches no log and no Referer header.
  const link = `${identity.publicUrl}/portal-invitation#${secret}`;
  const language = portalLanguage(place.language ?? place.accountLanguage);
  await write(identity, scope, { ...place, language, email: draft.email }, link);
  return { link, isMailed };
}

export async function revokeInvitation(scope: Scope, id: Id<'invitation'>): Promise<void> {
  const found = await repository.findInvitation(scope, id);
  if (found && (await revokeClientInvitation(scope, id))) return;
  throw new AppError('not-found', 'There is no such open invitation.');
}

/** Ends an access at once; with the last one the login of the client user closes here. */
export async function revokeAccess(scope: Scope, id: Id<'client-access'>): Promise<void> {
  const memberId: MemberId | undefined = await repository.deleteAccess(scope, id);
  if (memberId === undefined) throw new AppError('not-found', 'There is no such access.');
  if (!(await repository.hasAccess(scope, memberId)))
    await repository.removeClientUser(scope, memberId);
}

async function findPlace(scope: Scope, draft: ClientInvitationDraft) {
  const account = await repository.findAccount(scope, draft.accountId);
  if (!account) throw invalid(['accountId'], 'unknown', 'There is no such account.');
  const project = draft.projectId
    ? await repository.findProject(scope, draft.projectId, account.id)
    : null;
  if (project === undefined)
    throw invalid(['projectId'], 'unknown', 'This account has no such client project.');
  const contact = draft.contactId ? await repository.findContact(scope, draft.contactId) : null;
  if (contact === undefined) throw invalid(['contactId'], 'unknown', 'There is no such contact.');
  return {
    accountId: account.id,
    projectId: project?.id ?? null,
    contactId: contact?.id ?? null,
    what: project?.name ?? account.name,
    language: draft.language ?? contact?.language ?? null,
    accountLanguage: account.language,
  };
}

type Letter = {
  readonly email: string;
  readonly what: string;
  readonly language: PortalLanguage;
  readonly projectId: ProjectId | null;
};

/** The letter with a link that lets somebody in, or that somebody who is in sees more now. */
async function write(
  identity: Identity,
  scope: Scope,
  { email, what, language, projectId }: Letter,
  link: string | null,
): Promise<void> {
  const { name: firm, accent } = await getBranding(scope);
  const word = say(portalEntranceWords, language);
  const values = { firm, what, inviter: scope.actor.name, days: clientValidDays };
  const portal = `${identity.publicUrl}/portal${projectId ? `/projects/${projectId}` : ''}`;
  const isNew = link !== null;
  await identity.mailer.post(scope.tx, {
    to: email,
    subject: word(isNew ? 'inviteSubject' : 'sharedSubject', values),
    paragraphs: [
      word('greetingNobody'),
      word(isNew ? 'inviteText' : 'sharedText', values),
      ...(isNew ? [word('inviteValid', values)] : []),
    ],
    action: {
      label: word(isNew ? 'inviteAction' : 'sharedAction'),
      url: link ?? portal,
    },
    ...letterVoice(language, { name: firm, accent }),
  });
}
