import type { MemberId, UserId, WorkspaceId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { Actor, Scope } from '../../platform/db/scope.ts';
import { asVisitor } from '../../platform/db/visitor.ts';
import { type Attempt, limits, refund, spend } from './attempts/service.ts';
import type { Cookies, Visit } from './better-auth.ts';
import { sessionToken } from './credentials.ts';
import type { Identity } from './identity.ts';
import { requireBrowserSession, requireGoodPassword } from './policy.ts';
import * as repository from './repository.ts';

export type { Visit } from './better-auth.ts';
export { apiTokenPrefix, hashOf, newSecret } from './credentials.ts';
export type { Identity } from './identity.ts';
export { requireBrowserSession } from './policy.ts';
export { anyWorkspaceExists } from './repository.ts';
export { sendCookies, visitOf } from './visit.ts';

/** Who a browser's cookie belongs to, also without any workspace; null for a visitor. */
export async function findVisitor(
  identity: Identity,
  visit: Visit,
): Promise<repository.ProvenSession | null> {
  const token = tokenOf(identity, visit);
  if (token === null) return null;
  return asVisitor(identity.database, (tx) => repository.findSession(tx, token));
}

export async function requireVisitor(
  identity: Identity,
  visit: Visit,
): Promise<repository.ProvenSession> {
  const visitor = await findVisitor(identity, visit);
  if (!visitor) throw new AppError('not-signed-in');
  return visitor;
}

/** What the first page needs to know. */
export async function describeSession(identity: Identity, visit: Visit) {
  const token = tokenOf(identity, visit);
  const found = await asVisitor(identity.database, async (tx) => {
    const user = token === null ? null : await repository.findSession(tx, token);
    return { user, isSetUpNeeded: user === null && !(await repository.anyWorkspaceExists(tx)) };
  });
  const { user } = found;
  const memberships = user ? await repository.listMemberships(identity.logins, user.user_id) : [];
  return { ...found, memberships };
}

/**
 * Makes a login and signs it in. A login with this address that belongs to no workspace is one that
 * an earlier try left behind: it makes room. `path` is where the login stands in the input.
 */
export async function createLogin(
  identity: Identity,
  visit: Visit,
  { path, ...login }: { name: string; email: string; password: string; path: readonly string[] },
): Promise<{ userId: UserId; cookies: Cookies }> {
  requireGoodPassword(login.password, login.email, [...path, 'password']);
  const earlier = await repository.findUserByEmail(identity.logins, login.email);
  if (earlier && (await repository.listMemberships(identity.logins, earlier.id)).length === 0) {
    await repository.deleteUser(identity.logins, earlier.id);
  }
  return identity.library.signUp(visit, login);
}

/** Takes a login away again whose first membership could not be written. */
export function discardLogin(identity: Identity, userId: UserId): Promise<void> {
  return repository.deleteUser(identity.logins, userId);
}

/** The member that a user is or was in a workspace. */
export async function findMemberId(
  identity: Identity,
  userId: UserId,
  workspaceId: WorkspaceId,
): Promise<MemberId | null> {
  const memberships = await repository.listMemberships(identity.logins, userId);
  return memberships.find((one) => one.workspace_id === workspaceId)?.member_id ?? null;
}

/** The workspace that this browser shows now, and the next sign-in opens. */
export function rememberWorkspace(
  identity: Identity,
  login: { readonly userId: UserId; readonly sessionId: string | null },
  workspaceId: WorkspaceId,
): Promise<void> {
  return repository.setActiveWorkspace(identity.logins, login, workspaceId);
}

/** Counts attempts with a link that somebody may be guessing. */
export function limitLinkAttempts(identity: Identity, visit: Visit): Promise<void> {
  return spend(identity.logins, [{ limit: limits.link, key: visit.address }]);
}

export function limitSetUpAttempts(identity: Identity, visit: Visit): Promise<void> {
  return spend(identity.logins, [{ limit: limits.setUp, key: visit.address }]);
}

/** Whether nobody has made a workspace on this server yet. */
export async function isSetUpNeeded(identity: Identity): Promise<boolean> {
  return asVisitor(identity.database, async (tx) => !(await repository.anyWorkspaceExists(tx)));
}

export async function signIn(
  identity: Identity,
  visit: Visit,
  credentials: { email: string; password: string },
): Promise<{ needsSecondFactor: boolean; cookies: Cookies }> {
  const { email } = credentials;
  const own: Attempt[] = [
    { limit: limits.signInHere, key: `${email} ${visit.address}` },
    { limit: limits.signInAnywhere, key: email },
  ];
  await spend(identity.logins, [{ limit: limits.signInAddress, key: visit.address }, ...own]);
  const answer = await identity.library.signIn(visit, credentials);
  await refund(identity.logins, own);
  // Whoever signs in anew leaves no older session of this browser behind.
  const earlier = tokenOf(identity, visit);
  if (earlier !== null) await repository.deleteSessionByToken(identity.logins, earlier);
  return answer;
}

export async function signInWithCode(
  identity: Identity,
  visit: Visit,
  proof: { kind: 'authenticator' | 'backup'; code: string },
): Promise<Cookies> {
  await spend(identity.logins, [{ limit: limits.secondFactor, key: visit.address }]);
  // With a living session the library would take the code for its confirmation.
  if (await findVisitor(identity, visit)) {
    throw new AppError('wrong-state', 'You are signed in already.');
  }
  const code = proof.code.trim();
  return proof.kind === 'backup'
    ? identity.library.signInWithBackupCode(visit, code)
    : identity.library.signInWithCode(visit, code.replaceAll(' ', ''));
}

export async function openWorkspace(
  identity: Identity,
  visit: Visit,
  workspaceId: WorkspaceId,
): Promise<void> {
  const visitor = await requireVisitor(identity, visit);
  const memberships = await repository.listMemberships(identity.logins, visitor.user_id);
  const isMember = memberships.some(
    (membership) => membership.workspace_id === workspaceId && membership.state === 'active',
  );
  if (!isMember) throw new AppError('not-found', 'You belong to no such workspace.');
  await repository.setActiveWorkspace(
    identity.logins,
    { userId: visitor.user_id, sessionId: visitor.session_id },
    workspaceId,
  );
}

/** Answers before it looks, so that neither words nor time say whether there is such a login. */
export async function requestReset(identity: Identity, visit: Visit, email: string): Promise<void> {
  await spend(identity.logins, [
    { limit: limits.resetAddress, key: visit.address },
    { limit: limits.resetLogin, key: email },
  ]);
  identity.background(identity.library.requestReset(email));
}

export async function resetPassword(
  identity: Identity,
  visit: Visit,
  body: { token: string; password: string },
): Promise<void> {
  await spend(identity.logins, [{ limit: limits.link, key: visit.address }]);
  requireGoodPassword(body.password, '', ['password']);
  await identity.library.resetPassword({ token: body.token, newPassword: body.password });
}

/** In this workspace at once, and for workspaces that come. */
export async function changeName(identity: Identity, scope: Scope, name: string): Promise<void> {
  requireBrowserSession(scope.actor);
  await repository.renameMember(scope, name);
  await repository.renameUser(identity.logins, scope.actor.userId, name);
}

export async function changePassword(
  identity: Identity,
  visit: Visit,
  actor: Actor,
  passwords: { current: string; next: string },
): Promise<Cookies> {
  requireBrowserSession(actor);
  requireGoodPassword(passwords.next, actor.email, ['next']);
  const cookies = await withOwnPassword(identity, actor, () =>
    identity.library.changePassword(visit, passwords),
  );
  await identity.mailer.post(identity.logins, {
    to: actor.email,
    subject: 'Your password was changed',
    paragraphs: [
      `Hello ${actor.name},`,
      'the password of your login was changed just now, and your other sessions were ended. If it was not you, choose a new password at once.',
    ],
    action: { label: 'Choose a new password', url: `${identity.publicUrl}/forgot-password` },
  });
  return cookies;
}

export function listLogins(identity: Identity, actor: Actor) {
  return repository.listSessions(identity.logins, actor.userId);
}

export async function endLogin(identity: Identity, actor: Actor, id: string): Promise<void> {
  requireBrowserSession(actor);
  if (await repository.deleteSession(identity.logins, actor.userId, id)) return;
  throw new AppError('not-found', 'This session has ended already.');
}

export async function endAllLogins(
  identity: Identity,
  visit: Visit,
  actor: Actor,
): Promise<Cookies> {
  requireBrowserSession(actor);
  const cookies = await identity.library.signOut(visit);
  await repository.deleteSessions(identity.logins, actor.userId);
  return cookies;
}

export function startTwoFactor(identity: Identity, visit: Visit, actor: Actor, password: string) {
  requireBrowserSession(actor);
  return withOwnPassword(identity, actor, () => identity.library.startTwoFactor(visit, password));
}

export function confirmTwoFactor(
  identity: Identity,
  visit: Visit,
  actor: Actor,
  code: string,
): Promise<Cookies> {
  requireBrowserSession(actor);
  return withOwnPassword(identity, actor, () =>
    identity.library.signInWithCode(visit, code.replaceAll(' ', '')),
  );
}

export function stopTwoFactor(identity: Identity, visit: Visit, actor: Actor, password: string) {
  requireBrowserSession(actor);
  return withOwnPassword(identity, actor, () => identity.library.stopTwoFactor(visit, password));
}

export function renewBackupCodes(
  identity: Identity,
  visit: Visit,
  actor: Actor,
  password: string,
): Promise<readonly string[]> {
  requireBrowserSession(actor);
  return withOwnPassword(identity, actor, () => identity.library.renewBackupCodes(visit, password));
}

/** Somebody who found an open browser must not guess on: counted for the login until it succeeds. */
async function withOwnPassword<T>(
  identity: Identity,
  actor: Actor,
  work: () => Promise<T>,
): Promise<T> {
  const attempts = [{ limit: limits.ownPassword, key: actor.userId }];
  await spend(identity.logins, attempts);
  const result = await work();
  await refund(identity.logins, attempts);
  return result;
}

function tokenOf(identity: Identity, visit: Visit): string | null {
  return sessionToken(visit.cookie, identity.cookieName, identity.secret);
}
