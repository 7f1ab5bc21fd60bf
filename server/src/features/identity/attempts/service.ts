import type { Kysely } from 'kysely';
import { AppError } from '../../../platform/app-error.ts';
import type { IdentityTables } from '../tables.ts';
import { countAttempt, forgetAttempts } from './repository.ts';

/** How often something may be tried, counted for one key such as an address or a login. */
export type Limit = {
  readonly name: string;
  readonly most: number;
  readonly windowSeconds: number;
};

export type Attempt = { readonly limit: Limit; readonly key: string };

const quarterHour = 15 * 60;
const hour = 60 * 60;

/**
 * A login is closed first to the address that guesses, so that a stranger cannot lock its owner
 * out, and only under an attack from many addresses for everybody.
 */
export const limits = {
  signInHere: { name: 'sign-in-here', most: 10, windowSeconds: quarterHour },
  signInAnywhere: { name: 'sign-in', most: 100, windowSeconds: hour },
  signInAddress: { name: 'sign-in-address', most: 100, windowSeconds: quarterHour },
  secondFactor: { name: 'second-factor', most: 30, windowSeconds: quarterHour },
  ownPassword: { name: 'own-password', most: 10, windowSeconds: quarterHour },
  resetLogin: { name: 'reset', most: 5, windowSeconds: hour },
  resetAddress: { name: 'reset-address', most: 30, windowSeconds: hour },
  signInLinkLogin: { name: 'sign-in-link', most: 5, windowSeconds: quarterHour },
  signInLinkAddress: { name: 'sign-in-link-address', most: 30, windowSeconds: hour },
  link: { name: 'link', most: 60, windowSeconds: quarterHour },
  bearer: { name: 'bearer', most: 60, windowSeconds: quarterHour },
  setUp: { name: 'set-up', most: 20, windowSeconds: hour },
} as const satisfies Record<string, Limit>;

/** Counts attempts and refuses with `too-many-requests` once one of the limits is passed. */
export async function spend(
  database: Kysely<IdentityTables>,
  attempts: readonly Attempt[],
): Promise<void> {
  for (const attempt of attempts) {
    const { count, resetsAt } = await countAttempt(
      database,
      keyOf(attempt),
      attempt.limit.windowSeconds,
    );
    if (count > attempt.limit.most) throw tooMany(resetsAt);
  }
}

/** Takes attempts back that turned out well. */
export function refund(
  database: Kysely<IdentityTables>,
  attempts: readonly Attempt[],
): Promise<void> {
  return forgetAttempts(database, attempts.map(keyOf));
}

function keyOf({ limit, key }: Attempt): string {
  return `${limit.name} ${key}`;
}

function tooMany(resetsAt: Date): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil((resetsAt.getTime() - Date.now()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new AppError('too-many-requests', `Too many attempts. Try again in ${wait}.`, {
    retryAfterSeconds,
  });
}
