import type { Id, MemberId, PersonId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { emailAddress, memberRoles, password, personalName } from './identity.ts';
import { id, instant, reference, shortText, version } from './scalars.ts';

/** Someone of the firm with a login. */
export const memberView = z.object({
  id: id<MemberId>(),
  version,
  name: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  state: z.enum(['active', 'deactivated']),
  person: reference<PersonId>().nullable(),
  hasTwoFactor: z.boolean().nullable().describe('Null for those who do not administer.'),
  lastSeenAt: instant.nullable(),
});
/** Someone of the firm with a login. */
export type MemberView = z.infer<typeof memberView>;

/** An invitation that waits to be accepted. */
export const invitationView = z.object({
  id: id<Id<'invitation'>>(),
  email: z.string(),
  role: z.enum(memberRoles),
  invitedBy: z.string(),
  expiresAt: instant,
  isExpired: z.boolean(),
});
/** An invitation that waits to be accepted. */
export type InvitationView = z.infer<typeof invitationView>;

/** A fresh invitation: its link is shown this once. */
export const invitationMade = z.object({
  invitation: invitationView,
  link: z.string(),
  isMailed: z.boolean(),
});
/** A fresh invitation: its link is shown this once. */
export type InvitationMade = z.infer<typeof invitationMade>;

/** What somebody with an invitation link sees before they accept. */
export const invitationOffer = z.object({
  workspaceName: z.string(),
  email: z.string(),
  role: z.enum(memberRoles),
  invitedBy: z.string().nullable(),
  hasLogin: z.boolean().describe('There is a login with this address: sign in with its password.'),
});
/** What somebody with an invitation link sees before they accept. */
export type InvitationOffer = z.infer<typeof invitationOffer>;

/** What an API token may do at most; the role of its member may allow less. */
export const tokenScopes = ['read', 'write', 'admin'] as const;
/** What an API token may do at most. */
export type TokenScope = (typeof tokenScopes)[number];

/** An API token without its secret. */
export const apiTokenView = z.object({
  id: id<Id<'api-token'>>(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  member: reference<MemberId>(),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
});
/** An API token without its secret. */
export type ApiTokenView = z.infer<typeof apiTokenView>;

const linkToken = z.string().min(20).max(200);
const invitationParams = z.object({ id: id<Id<'invitation'>>() });
const invitedRole = z.enum(memberRoles);

/** The people of the firm with a login, and the invitations to become one. */
export const members = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/members',
    permission: 'read',
    summary: 'Everybody with a login in this workspace.',
    output: z.object({ rows: z.array(memberView) }),
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/members/:id',
    permission: 'administer',
    summary: 'Change a role, switch a login off or on, say whose time it plans.',
    ifMatch: true,
    params: z.object({ id: id<MemberId>() }),
    body: z
      .object({
        role: z.enum(memberRoles),
        state: z.enum(['active', 'deactivated']),
        personId: id<PersonId>().nullable(),
      })
      .partial(),
    output: memberView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/members/:id',
    permission: 'administer',
    summary: 'Take a login out of the workspace; what it did stays on record.',
    params: z.object({ id: id<MemberId>() }),
    output: done,
  }),
  invitations: endpoint({
    method: 'GET',
    path: '/api/v1/invitations',
    permission: 'administer',
    summary: 'Invitations that wait to be accepted.',
    output: z.object({ rows: z.array(invitationView) }),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/v1/invitations',
    permission: 'administer',
    summary: 'Invite somebody; inviting an address again makes a new link.',
    isSecret: true,
    body: z.object({ email: emailAddress, role: invitedRole }),
    output: invitationMade,
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/api/v1/invitations/:id',
    permission: 'administer',
    summary: 'Take an invitation back.',
    params: invitationParams,
    output: done,
  }),
  showOffer: endpoint({
    method: 'POST',
    path: '/api/v1/invitation-offer',
    permission: 'public',
    summary: 'What an invitation link offers.',
    body: z.object({ token: linkToken }),
    output: invitationOffer,
  }),
  acceptOffer: endpoint({
    method: 'POST',
    path: '/api/v1/invitation-offer/accept',
    permission: 'public',
    summary: 'Accept an invitation with a new login, or signed in with the invited address.',
    body: z.object({
      token: linkToken,
      login: z.object({ name: personalName, password }).nullable(),
    }),
    output: done,
  }),
};

/** Tokens for programs. */
export const apiTokens = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/api-tokens',
    permission: 'signed-in',
    summary: 'Your API tokens; all of the workspace for those who administer it.',
    output: z.object({ rows: z.array(apiTokenView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/api-tokens',
    permission: 'read',
    summary: 'Make an API token; its secret is shown this once.',
    isSecret: true,
    body: z.object({
      name: shortText.pipe(z.string().min(1, 'is needed').max(200)),
      scope: z.enum(tokenScopes),
      expiresInDays: z.int().min(1).max(3_650).nullable(),
    }),
    output: z.object({ token: apiTokenView, secret: z.string() }),
  }),
  revoke: endpoint({
    method: 'DELETE',
    path: '/api/v1/api-tokens/:id',
    permission: 'signed-in',
    summary: 'Make an API token useless.',
    params: z.object({ id: id<Id<'api-token'>>() }),
    output: done,
  }),
};
