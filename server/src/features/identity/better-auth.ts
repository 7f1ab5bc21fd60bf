import type { UserId } from '@evenkeel/core/id';
import { passwordMaxLength, passwordMinLength } from '@evenkeel/core/identity/password';
import { betterAuth } from 'better-auth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { CamelCasePlugin, type Kysely } from 'kysely';
import { newId } from '../../platform/ids.ts';
import { refusal, refusedLink } from './better-auth-refusal.ts';
import { newSecret } from './credentials.ts';
import { hashPassword, verifyPassword } from './password.ts';
import type { IdentityTables } from './tables.ts';

/** What the library may know of the browser that asks. */
export type Visit = {
  readonly cookie: string | undefined;
  readonly userAgent: string | undefined;
  readonly address: string;
};

/** Cookies to send with the answer. */
export type Cookies = readonly string[];

export type LibraryOptions = {
  readonly database: Kysely<IdentityTables>;
  readonly secret: string;
  readonly publicUrl: string;
  readonly onReset: (to: { name: string; email: string; token: string }) => Promise<void>;
  /** Sends somebody the link that signs them in once. */
  readonly onSignInLink: (to: { email: string; token: string }) => Promise<void>;
};

export const resetMinutes = 60;
export const signInLinkMinutes = 15;
const day = 24 * 60 * 60;
const addressHeader = 'x-evenkeel-address';

/** Whether cookies may travel over https only. */
export function isSecure(publicUrl: string): boolean {
  return publicUrl.startsWith('https://');
}

export function sessionCookieName(publicUrl: string): string {
  return `${isSecure(publicUrl) ? '__Secure-' : ''}evenkeel.session_token`;
}

/**
 * The only place that knows better-auth. Its HTTP handler is not mounted: our own endpoints call
 * these functions, so that one contract, one limit and one permission check hold for every call.
 * Every function throws an `AppError` for a refusal.
 */
export type Library = ReturnType<typeof createLibrary>;

export function createLibrary(options: LibraryOptions) {
  const { api } = configure(options);
  return { ...entrance(api), ...safety(api) };
}

type Api = ReturnType<typeof configure>['api'];

/** Getting in and out, and back in after a forgotten password. */
function entrance(api: Api) {
  return {
    async signUp(visit: Visit, body: { name: string; email: string; password: string }) {
      const { headers, response } = await api
        .signUpEmail({ body, headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      // Ids of the library are made by `newId` below.
      return { userId: response.user.id as UserId, cookies: headers.getSetCookie() };
    },
    async signIn(visit: Visit, body: { email: string; password: string }) {
      const { headers, response } = await api
        .signInEmail({ body, headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      const needsSecondFactor = 'twoFactorRedirect' in response;
      return { needsSecondFactor, cookies: headers.getSetCookie() };
    },
    async signInWithCode(visit: Visit, code: string): Promise<Cookies> {
      const { headers } = await api
        .verifyTOTP({ body: { code }, headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      return headers.getSetCookie();
    },
    async signInWithBackupCode(visit: Visit, code: string): Promise<Cookies> {
      const { headers } = await api
        .verifyBackupCode({ body: { code }, headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      return headers.getSetCookie();
    },
    async requestSignInLink(visit: Visit, email: string): Promise<void> {
      await api.signInMagicLink({ body: { email }, headers: headersOf(visit) }).catch(refusal);
    },
    /** Works once; a link that was used, or that is over, is refused. */
    async signInWithLink(visit: Visit, token: string): Promise<Cookies> {
      const { headers } = await api
        .magicLinkVerify({ query: { token }, headers: headersOf(visit), returnHeaders: true })
        .catch(refusedLink);
      return headers.getSetCookie();
    },
    async signOut(visit: Visit): Promise<Cookies> {
      const { headers } = await api
        .signOut({ headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      return headers.getSetCookie();
    },
    /** Prolongs a session that is used, at most once a day. */
    async prolong(visit: Visit): Promise<Cookies> {
      const { headers } = await api
        .getSession({ headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      return headers.getSetCookie();
    },
    async requestReset(email: string): Promise<void> {
      await api.requestPasswordReset({ body: { email } }).catch(refusal);
    },
    async resetPassword(body: { token: string; newPassword: string }): Promise<void> {
      await api.resetPassword({ body }).catch(refusal);
    },
  };
}

/** What somebody who is signed in does for the safety of their login. */
function safety(api: Api) {
  return {
    /** Ends every other session; this one goes on with a new token. */
    async changePassword(visit: Visit, passwords: { current: string; next: string }) {
      const { headers } = await api
        .changePassword({
          body: {
            currentPassword: passwords.current,
            newPassword: passwords.next,
            revokeOtherSessions: true,
          },
          headers: headersOf(visit),
          returnHeaders: true,
        })
        .catch(refusal);
      return headers.getSetCookie();
    },
    async startTwoFactor(visit: Visit, password: string) {
      const started = await api
        .enableTwoFactor({ body: { password, method: 'totp' }, headers: headersOf(visit) })
        .catch(refusal);
      if (started.method !== 'totp') throw new Error('better-auth answered with another method');
      return { uri: started.totpURI, backupCodes: started.backupCodes };
    },
    async stopTwoFactor(visit: Visit, password: string): Promise<Cookies> {
      const { headers } = await api
        .disableTwoFactor({ body: { password }, headers: headersOf(visit), returnHeaders: true })
        .catch(refusal);
      return headers.getSetCookie();
    },
    async renewBackupCodes(visit: Visit, password: string): Promise<readonly string[]> {
      const made = await api
        .generateBackupCodes({ body: { password }, headers: headersOf(visit) })
        .catch(refusal);
      return made.backupCodes;
    },
  };
}

function configure(options: LibraryOptions) {
  return betterAuth({
    appName: 'Evenkeel',
    baseURL: options.publicUrl,
    secret: options.secret,
    database: {
      // The library names columns in camel case; the plugin turns them into ours.
      db: options.database.withPlugin(new CamelCasePlugin()),
      type: 'postgres',
      schemaName: 'identity',
      transaction: true,
    },
    advanced: {
      cookiePrefix: 'evenkeel',
      useSecureCookies: isSecure(options.publicUrl),
      database: { generateId: () => newId() },
      // Made by `headersOf` below, never taken from the browser.
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    session: { expiresIn: 30 * day, updateAge: day, freshAge: 0 },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordMinLength,
      maxPasswordLength: passwordMaxLength,
      password: { hash: hashPassword, verify: verifyPassword },
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) =>
        options.onReset({ name: user.name, email: user.email, token }),
    },
    plugins: [
      twoFactor({ issuer: 'Evenkeel' }),
      magicLink({
        expiresIn: signInLinkMinutes * 60,
        // Whom the firm has not invited has no login, and gets none by asking for a link.
        disableSignUp: true,
        storeToken: 'hashed',
        generateToken: newSecret,
        sendMagicLink: ({ email, token }) => options.onSignInLink({ email, token }),
      }),
    ],
    // Limits are counted by us, for our own endpoints; refusals are answers, not log lines.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

function headersOf(visit: Visit): Headers {
  const headers = new Headers({ [addressHeader]: visit.address });
  if (visit.cookie) headers.set('cookie', visit.cookie);
  if (visit.userAgent) headers.set('user-agent', visit.userAgent);
  return headers;
}
