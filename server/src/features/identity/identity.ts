import type { Kysely } from 'kysely';
import type { Database } from '../../platform/db/database.ts';
import type { Gate } from '../../platform/http/mount.ts';
import type { Mailer } from '../../platform/mail/mailer.ts';
import { createLibrary, type Library, resetMinutes, sessionCookieName } from './better-auth.ts';
import { openIdentityDatabase, signingKey } from './database.ts';
import { createGate } from './gate.ts';
import { sendSignInLink } from './sign-in-link/letter.ts';
import type { IdentityTables } from './tables.ts';

export type IdentityOptions = {
  readonly database: Database;
  /** Past any pooler. */
  readonly directUrl: string;
  readonly publicUrl: string;
  /** Null: one is made and shared through the database. */
  readonly secret: string | null;
  /** Whether anybody may make a workspace, also when there is one. */
  readonly isSignUpOpen: boolean;
  readonly mailer: Mailer;
  readonly onError: (error: unknown) => void;
};

/** Everything that signing in needs. */
export type Identity = {
  readonly library: Library;
  /** The working database, restricted; for what a visitor may ask. */
  readonly database: Database;
  /** The schema `identity`, and nothing else. */
  readonly logins: Kysely<IdentityTables>;
  readonly gate: Gate;
  readonly secret: string;
  readonly cookieName: string;
  readonly publicUrl: string;
  readonly isSignUpOpen: boolean;
  readonly mailer: Mailer;
  /** Work that the answer must not wait for; `close` does. */
  background(work: Promise<void>): void;
  close(): Promise<void>;
};

export async function openIdentity(options: IdentityOptions): Promise<Identity> {
  const { database, publicUrl, mailer, isSignUpOpen } = options;
  const logins = openIdentityDatabase(options);
  const secret = await signingKey(logins, options.secret);
  const cookieName = sessionCookieName(publicUrl);
  const library = createLibrary({
    database: logins,
    secret,
    publicUrl,
    onReset: async ({ name, email, token }) => {
      await mailer.post(logins, {
        to: email,
        subject: 'Choose a new password',
        paragraphs: [
          `Hello ${name},`,
          `somebody asked for a new password for your login. The link works once, for ${resetMinutes} minutes. If it was not you, nothing has changed and you need do nothing.`,
        ],
        action: { label: 'Choose a new password', url: `${publicUrl}/reset-password#${token}` },
      });
    },
    onSignInLink: (to) => sendSignInLink({ logins, mailer, publicUrl }, to),
  });
  const underWay = new Set<Promise<void>>();
  const background = (work: Promise<void>) => {
    const watched = work.catch(options.onError).finally(() => underWay.delete(watched));
    underWay.add(watched);
  };
  return {
    library,
    database,
    logins,
    gate: createGate({ database: logins, cookieName, secret, background }),
    secret,
    cookieName,
    publicUrl,
    isSignUpOpen,
    mailer,
    background,
    async close() {
      await Promise.all(underWay);
      await logins.destroy();
    },
  };
}
