import type { Id, MemberId, PersonId, UserId, WorkspaceId } from '@evenkeel/core/id';
import { passwordMaxLength } from '@evenkeel/core/identity/password';
import { z } from 'zod';
import { done, endpoint, permissions } from './endpoint.ts';
import { basisPoints, currency, id, instant } from './scalars.ts';

/** What somebody may do in a workspace, from everything down to nothing inside the firm. */
export const memberRoles = ['owner', 'admin', 'manager', 'member', 'viewer', 'client'] as const;
/** The role of a member. */
export type MemberRole = (typeof memberRoles)[number];

/** An e-mail address, kept in lower case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(320, 'is longer than 320 characters')
  .pipe(z.email('is not an e-mail address'));

/** A password as typed; `passwordFault` of core says whether a new one will do. */
export const password = z.string().min(1, 'is needed').max(passwordMaxLength, 'is too long');

/** The name of a human being. */
export const personalName = z.string().trim().min(1, 'is needed').max(200, 'is too long');

/** An IANA time zone that this machine knows, such as Europe/Vienna. */
export const timeZone = z.string().max(100).refine(isTimeZone, 'is not a known time zone');

/** A workspace somebody belongs to. */
export const membership = z.object({
  id: id<WorkspaceId>(),
  name: z.string(),
  role: z.enum(memberRoles),
});
/** A workspace somebody belongs to. */
export type Membership = z.infer<typeof membership>;

/** Who looks at the screen, and what they may do. Everything is null for a visitor. */
export const sessionView = z.object({
  isSetUpNeeded: z.boolean().describe('No workspace exists yet: show the first visit.'),
  isSignUpOpen: z.boolean().describe('Anybody may make a workspace of their own.'),
  user: z
    .object({
      id: id<UserId>(),
      name: z.string(),
      email: z.string(),
      hasTwoFactor: z.boolean(),
    })
    .nullable(),
  workspace: z
    .object({
      id: id<WorkspaceId>(),
      name: z.string(),
      currency,
      timeZone: z.string(),
      strategicShareTarget: basisPoints,
      isSample: z.boolean(),
    })
    .nullable(),
  member: z
    .object({
      id: id<MemberId>(),
      role: z.enum(memberRoles),
      personId: id<PersonId>().nullable(),
      permission: z.enum(permissions).describe('The highest; it includes those before it.'),
    })
    .nullable(),
  workspaces: z.array(membership),
});
/** Who looks at the screen, and what they may do. */
export type SessionView = z.infer<typeof sessionView>;

/** A browser in which somebody is signed in. */
export const loginView = z.object({
  id: id<Id<'session'>>(),
  browser: z.string(),
  address: z.string(),
  startedAt: instant,
  lastSeenAt: instant,
  isCurrent: z.boolean(),
});
/** A browser in which somebody is signed in. */
export type LoginView = z.infer<typeof loginView>;

const code = z.string().trim().min(6, 'has 6 digits').max(20);
const withPassword = z.object({ password });
const backupCodes = z.array(z.string());

/** Signing in and out, and keeping one's own login safe. */
export const identity = {
  session: endpoint({
    method: 'GET',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Who is signed in, where, with which rights.',
    output: sessionView,
  }),
  signIn: endpoint({
    method: 'POST',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Sign in with e-mail and password.',
    body: z.object({ email: emailAddress, password }),
    output: z.object({ needsSecondFactor: z.boolean() }),
  }),
  signInWithCode: endpoint({
    method: 'POST',
    path: '/api/v1/session/second-factor',
    permission: 'public',
    summary: 'Finish signing in with a code of the authenticator app, or a backup code.',
    body: z.object({ kind: z.enum(['authenticator', 'backup']), code }),
    output: done,
  }),
  requestSignInLink: endpoint({
    method: 'POST',
    path: '/api/v1/sign-in-link',
    permission: 'public',
    summary:
      'Ask for a link by mail that signs you in once, for 15 minutes; the answer never says whether a login exists.',
    body: z.object({ email: emailAddress }),
    output: done,
  }),
  signInWithLink: endpoint({
    method: 'POST',
    path: '/api/v1/sign-in-link/confirm',
    permission: 'public',
    summary: 'Sign in with the link from the mail.',
    isSecret: true,
    body: z.object({ token: z.string().min(1).max(200) }),
    output: done,
  }),
  signOut: endpoint({
    method: 'DELETE',
    path: '/api/v1/session',
    permission: 'public',
    summary: 'Sign out in this browser.',
    output: done,
  }),
  openWorkspace: endpoint({
    method: 'PUT',
    path: '/api/v1/session/workspace',
    permission: 'public',
    summary: 'Go to another workspace of yours.',
    body: z.object({ workspaceId: id<WorkspaceId>() }),
    output: done,
  }),
  requestReset: endpoint({
    method: 'POST',
    path: '/api/v1/password-reset',
    permission: 'public',
    summary:
      'Ask for a link to choose a new password; the answer never says whether a login exists.',
    body: z.object({ email: emailAddress }),
    output: done,
  }),
  resetPassword: endpoint({
    method: 'POST',
    path: '/api/v1/password-reset/confirm',
    permission: 'public',
    summary: 'Choose a new password with the link from the mail; ends every session.',
    body: z.object({ token: z.string().min(1).max(200), password }),
    output: done,
  }),
  changeName: endpoint({
    method: 'PATCH',
    path: '/api/v1/profile',
    permission: 'signed-in',
    summary: 'Change your own name.',
    body: z.object({ name: personalName }),
    output: done,
  }),
  changePassword: endpoint({
    method: 'PUT',
    path: '/api/v1/profile/password',
    permission: 'signed-in',
    summary: 'Change your own password; ends your other sessions.',
    isSecret: true,
    body: z.object({ current: password, next: password }),
    output: done,
  }),
  requestEmailChange: endpoint({
    method: 'POST',
    path: '/api/v1/profile/email',
    permission: 'signed-in',
    summary:
      'Ask for another address to sign in with: a link goes to it, until then nothing changes.',
    isSecret: true,
    body: z.object({ email: emailAddress, password }),
    output: done,
  }),
  confirmEmailChange: endpoint({
    method: 'POST',
    path: '/api/v1/profile/email/confirm',
    permission: 'public',
    summary: 'Change the address with the link from the mail.',
    isSecret: true,
    body: z.object({ link: z.string().min(1).max(3_000) }),
    output: z.object({ email: z.string() }),
  }),
  logins: endpoint({
    method: 'GET',
    path: '/api/v1/sessions',
    permission: 'signed-in',
    summary: 'The browsers in which you are signed in.',
    output: z.object({ rows: z.array(loginView) }),
  }),
  endLogin: endpoint({
    method: 'DELETE',
    path: '/api/v1/sessions/:id',
    permission: 'signed-in',
    summary: 'Sign out in one of your browsers.',
    params: z.object({ id: id<Id<'session'>>() }),
    output: done,
  }),
  endAllLogins: endpoint({
    method: 'DELETE',
    path: '/api/v1/sessions',
    permission: 'signed-in',
    summary: 'Sign out everywhere, here too.',
    output: done,
  }),
  startTwoFactor: endpoint({
    method: 'POST',
    path: '/api/v1/two-factor',
    permission: 'signed-in',
    summary: 'Begin two-step sign-in: the key for the authenticator app, and the backup codes.',
    isSecret: true,
    body: withPassword,
    output: z.object({ uri: z.string(), backupCodes }),
  }),
  confirmTwoFactor: endpoint({
    method: 'POST',
    path: '/api/v1/two-factor/confirm',
    permission: 'signed-in',
    summary: 'Switch two-step sign-in on with a first code.',
    isSecret: true,
    body: z.object({ code }),
    output: done,
  }),
  stopTwoFactor: endpoint({
    method: 'POST',
    path: '/api/v1/two-factor/stop',
    permission: 'signed-in',
    summary: 'Switch two-step sign-in off.',
    isSecret: true,
    body: withPassword,
    output: done,
  }),
  renewBackupCodes: endpoint({
    method: 'POST',
    path: '/api/v1/two-factor/backup-codes',
    permission: 'signed-in',
    summary: 'New backup codes; the old ones stop working.',
    isSecret: true,
    body: withPassword,
    output: z.object({ backupCodes }),
  }),
};

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // An unknown zone is what this check is there to find.
    return false;
  }
}
