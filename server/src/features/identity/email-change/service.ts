import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Actor } from '../../../platform/db/scope.ts';
import { limits, refund, spend } from '../attempts/service.ts';
import type { Visit } from '../better-auth.ts';
import type { Identity } from '../identity.ts';
import { verifyPassword } from '../password.ts';
import { requireBrowserSession } from '../policy.ts';
import { findUserByEmail } from '../repository.ts';
import { readLink, writeLink } from './link.ts';
import * as repository from './repository.ts';

const validMinutes = 60;

/**
 * Sends a link to the new address of somebody's own login; until it is opened nothing changes. The
 * answer never says whether the address has a login: its owner hears of it by mail.
 */
export async function requestEmailChange(
  identity: Identity,
  actor: Actor,
  asked: { readonly email: string; readonly password: string },
): Promise<void> {
  requireBrowserSession(actor);
  await requireOwnPassword(identity, actor, asked.password);
  const { email: to } = asked;
  if (to === actor.email) throw invalid(['email'], 'invalid', 'This is your address already.');
  const taken = await findUserByEmail(identity.logins, to);
  if (taken) return identity.mailer.post(identity.logins, takenLetter(to));
  const until = Date.now() + validMinutes * 60_000;
  const link = writeLink({ userId: actor.userId, from: actor.email, to, until }, identity.secret);
  await identity.mailer.post(identity.logins, {
    to,
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      `Hello ${actor.name},`,
      `this is to become the address you sign in with. The link works once, for ${validMinutes} minutes. If you did not ask for it, you need do nothing.`,
    ],
    // Behind the hash a browser tells nobody.
    action: { label: 'Confirm the address', url: `${identity.publicUrl}/confirm-email#${link}` },
  });
}

/** Makes the change that a link tells, and says so to the old address. */
export async function confirmEmailChange(
  identity: Identity,
  visit: Visit,
  link: string,
): Promise<{ email: string }> {
  await spend(identity.logins, [{ limit: limits.link, key: visit.address }]);
  const change = readLink(link, identity.secret, Date.now());
  if (change === null || !(await repository.changeEmail(identity.logins, change)))
    throw new AppError('expired', 'This link is over or was used. Ask for a new one.');
  await identity.mailer.post(identity.logins, {
    to: change.from,
    subject: 'Your e-mail address was changed',
    paragraphs: [
      'Hello,',
      `your login now has the address ${change.to}. If it was not you, tell the owner of your workspace at once.`,
    ],
  });
  return { email: change.to };
}

/** Somebody who found an open browser must not take the login over, nor guess on. */
async function requireOwnPassword(
  identity: Identity,
  actor: Actor,
  password: string,
): Promise<void> {
  const attempts = [{ limit: limits.ownPassword, key: actor.userId }];
  await spend(identity.logins, attempts);
  const hash = await repository.findPasswordHash(identity.logins, actor.userId);
  if (hash === undefined || !(await verifyPassword({ hash, password }))) throw wrongPassword();
  await refund(identity.logins, attempts);
}

function wrongPassword(): AppError {
  const message = 'The password is not right.';
  const issues = [{ path: ['password'], code: 'wrong-credentials', message }];
  return new AppError('wrong-credentials', message, { issues });
}

function takenLetter(to: string) {
  return {
    to,
    subject: 'Your e-mail address',
    paragraphs: [
      'Hello,',
      'somebody wanted to use this address for another login. It has one already, so nothing was changed. If it was you, sign in with it, or choose another address.',
    ],
  };
}
