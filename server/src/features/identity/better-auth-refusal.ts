import type { ErrorCode } from '@evenkeel/contract/error';
import { isAPIError } from 'better-auth/api';
import { AppError } from '../../platform/app-error.ts';

const wrongPassword = ['wrong-credentials', 'The password is not right.'] as const;
const wrongCode = [
  'wrong-credentials',
  'The code is not right. Codes change every 30 seconds.',
] as const;
const startAgain = ['expired', 'This took too long. Sign in again with your password.'] as const;
const noSecondFactor = ['wrong-state', 'Two-step sign-in is not switched on.'] as const;

const refusals: Record<string, readonly [ErrorCode, string]> = {
  INVALID_EMAIL_OR_PASSWORD: ['wrong-credentials', ''],
  INVALID_PASSWORD: wrongPassword,
  CREDENTIAL_ACCOUNT_NOT_FOUND: wrongPassword,
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: ['wrong-credentials', 'This backup code is not right or was used before.'],
  INVALID_TWO_FACTOR_COOKIE: startAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: startAgain,
  ACCOUNT_TEMPORARILY_LOCKED: [
    'too-many-requests',
    'Too many wrong codes. Wait a quarter of an hour, then try again.',
  ],
  TOTP_ALREADY_ENABLED: ['wrong-state', 'Two-step sign-in is switched on already.'],
  TOTP_NOT_ENABLED: noSecondFactor,
  TWO_FACTOR_NOT_ENABLED: noSecondFactor,
  BACKUP_CODES_NOT_ENABLED: noSecondFactor,
  INVALID_TOKEN: ['expired', 'This link has expired or was used before. Ask for a new one.'],
  USER_NOT_FOUND: ['expired', 'This link has expired or was used before. Ask for a new one.'],
  USER_ALREADY_EXISTS: ['already-exists', 'There is a login with this e-mail address already.'],
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: [
    'already-exists',
    'There is a login with this e-mail address already.',
  ],
  INVALID_EMAIL: ['invalid-input', 'This is not an e-mail address.'],
  PASSWORD_TOO_SHORT: ['invalid-input', 'The password is too short.'],
  PASSWORD_TOO_LONG: ['invalid-input', 'The password is too long.'],
  UNAUTHORIZED: ['not-signed-in', ''],
};
const lockSeconds = 15 * 60;

/** Throws what the library refused in our own words; anything unknown stays the bug it is. */
export function refusal(error: unknown): never {
  if (!isAPIError(error)) throw error;
  const known = refusals[error.body?.code ?? ''];
  if (!known) throw error;
  const [code, detail] = known;
  throw new AppError(
    code,
    detail,
    code === 'too-many-requests' ? { retryAfterSeconds: lockSeconds } : {},
  );
}

/** The library answers a link that does not work by sending the browser elsewhere. */
export function refusedLink(error: unknown): never {
  if (!isAPIError(error) || error.statusCode !== 302) return refusal(error);
  throw new AppError('expired', 'This link has expired or was used before. Ask for a new one.');
}
