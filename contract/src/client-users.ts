import type { AccountId, ContactId, Id, MemberId, ProjectId } from '@evenkeel/core/id';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { portalFace } from './branding.ts';
import { done, endpoint } from './endpoint.ts';
import { emailAddress, password, personalName } from './identity.ts';
import { id, instant, reference } from './scalars.ts';

/** What a client user may look at: a whole account, or one project of it. */
export const clientAccess = z.object({
  id: id<Id<'client-access'>>(),
  account: reference<AccountId>(),
  project: reference<ProjectId>().nullable().describe('Null: everything of the account.'),
  contact: reference<ContactId>().nullable(),
});
/** What a client user may look at. */
export type ClientAccess = z.infer<typeof clientAccess>;

/** Someone at an account with a login to the portal. */
export const clientUserView = z.object({
  id: id<MemberId>(),
  name: z.string(),
  email: z.string(),
  language: z.enum(portalLanguages),
  lastSeenAt: instant.nullable(),
  access: z.array(clientAccess),
});
/** Someone at an account with a login to the portal. */
export type ClientUserView = z.infer<typeof clientUserView>;

/** An invitation to the portal that waits to be accepted. */
export const clientInvitationView = z.object({
  id: id<Id<'invitation'>>(),
  email: z.string(),
  account: reference<AccountId>(),
  project: reference<ProjectId>().nullable(),
  contact: reference<ContactId>().nullable(),
  language: z.enum(portalLanguages),
  invitedBy: z.string(),
  expiresAt: instant,
  isExpired: z.boolean(),
});
/** An invitation to the portal that waits to be accepted. */
export type ClientInvitationView = z.infer<typeof clientInvitationView>;

/** What an invitation led to: a link for somebody new, or access at once for a client user. */
export const clientInvited = z.object({
  link: z.string().nullable().describe('Shown this once; null when access was given at once.'),
  isMailed: z.boolean(),
  email: z.string(),
});
/** What an invitation led to. */
export type ClientInvited = z.infer<typeof clientInvited>;

/** What a portal invitation offers, to whom. */
export const portalOffer = z.object({
  firm: portalFace,
  language: z.enum(portalLanguages),
  email: z.string(),
  invitedBy: z.string().nullable(),
  what: z.string().describe('The project, or the account.'),
  name: z.string().nullable().describe('The name of the contact, where the firm said who it is.'),
  hasLogin: z.boolean(),
});
/** What a portal invitation offers, to whom. */
export type PortalOffer = z.infer<typeof portalOffer>;

const linkToken = z.string().min(20).max(200);

/** Client users: who at an account may look at what (U06, U08). */
export const clientUsers = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/client-users',
    permission: 'read',
    summary: 'Client users and open invitations of an account, or of a project of it.',
    query: z.object({
      accountId: id<AccountId>().optional(),
      projectId: id<ProjectId>().optional(),
    }),
    output: z.object({
      users: z.array(clientUserView),
      invitations: z.array(clientInvitationView),
    }),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/v1/client-users/invitations',
    permission: 'manage',
    summary:
      'Invite somebody of an account to one project, or to all of the account; inviting again makes a new link. Who is a client user already gets access at once.',
    isSecret: true,
    body: z.object({
      email: emailAddress,
      accountId: id<AccountId>(),
      projectId: id<ProjectId>().nullable(),
      contactId: id<ContactId>().nullable().optional(),
      language: z.enum(portalLanguages).nullable().optional(),
    }),
    output: clientInvited,
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/api/v1/client-users/invitations/:id',
    permission: 'manage',
    summary: 'Take an invitation to the portal back.',
    params: z.object({ id: id<Id<'invitation'>>() }),
    output: done,
  }),
  revokeAccess: endpoint({
    method: 'DELETE',
    path: '/api/v1/client-users/access/:id',
    permission: 'manage',
    summary: 'End the access of a client user to an account or a project, at once.',
    params: z.object({ id: id<Id<'client-access'>>() }),
    output: done,
  }),
  showOffer: endpoint({
    method: 'POST',
    path: '/api/v1/portal-invitation',
    permission: 'public',
    summary: 'What an invitation to the portal offers.',
    body: z.object({ token: linkToken }),
    output: portalOffer,
  }),
  acceptOffer: endpoint({
    method: 'POST',
    path: '/api/v1/portal-invitation/accept',
    permission: 'public',
    summary:
      'Accept an invitation to the portal: with a new login, without a password (links by mail then sign in), or signed in with the invited address.',
    isSecret: true,
    body: z.object({
      token: linkToken,
      login: z.object({ name: personalName, password: password.nullable() }).nullable(),
    }),
    output: done,
  }),
};
