import { type ErrorCode, errorStatus, type Problem } from '@evenkeel/contract/error';
import { AppError } from '../app-error.ts';

const titles: Record<ErrorCode, string> = {
  'invalid-input': 'Some of the input is not valid.',
  'not-signed-in': 'Sign in first.',
  'wrong-credentials': 'The e-mail address or the password is wrong.',
  'second-factor-needed': 'A code from your authenticator app is needed.',
  'not-allowed': 'Your role does not allow this.',
  'cross-site': 'The request came from another site.',
  'not-found': 'There is no such thing here.',
  'already-exists': 'This exists already.',
  'stale-version': 'Somebody changed this in the meantime.',
  'wrong-state': 'This cannot be done in its present state.',
  'still-in-use': 'Something else still uses this.',
  'reserve-short': 'This takes hours that are held back for initiatives.',
  'key-reused': 'This idempotency key was used for another request.',
  expired: 'This has expired.',
  'version-needed': 'Say which version you changed (If-Match).',
  'too-large': 'That is too large.',
  'unsupported-media': 'This kind of content is not understood here.',
  'too-many-requests': 'Too many attempts. Wait a little.',
  internal: 'Something went wrong on our side. Nothing was changed.',
  unavailable: 'The service is not available at the moment.',
};

/** RFC 9457 problem details for anything thrown. A bug shows its request id and nothing else. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof AppError) {
    return problem(
      error.code,
      error.message === error.code ? '' : error.message,
      requestId,
      error.issues,
    );
  }
  const issues = issuesOf(error);
  return problem(frameworkCode(error), detailOf(error, issues), requestId, issues);
}

function detailOf(error: unknown, [first]: AppError['issues']): string {
  if (first) return `${first.path.join('.')} ${first.message}`;
  const isBroken = property(error, 'code') === 'FST_ERR_CTP_INVALID_JSON_BODY';
  return isBroken ? 'The body is not valid JSON.' : '';
}

function problem(
  code: ErrorCode,
  detail: string,
  requestId: string,
  issues: AppError['issues'],
): Problem {
  return {
    type: `/problems/${code}`,
    title: titles[code],
    status: errorStatus[code],
    code,
    detail: detail || titles[code],
    issues: issues.map(({ path, code: issueCode, message }) => ({
      path: [...path],
      code: issueCode,
      message,
    })),
    requestId,
  };
}

/** A foreign key that points to nothing names its field: `deal_workspace_id_owner_id_fkey`. */
function issuesOf(error: unknown): AppError['issues'] {
  const constraint = property(error, 'constraint');
  if (property(error, 'code') !== '23503' || typeof constraint !== 'string') return [];
  const column = /_workspace_id_(.+)_fkey$/.exec(constraint)?.[1];
  if (column === undefined) return [];
  const field = column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return [{ path: [field], code: 'unknown', message: 'names something that does not exist here' }];
}

/** What the HTTP framework or the database refused, in our own words. */
function frameworkCode(error: unknown): ErrorCode {
  const status = property(error, 'statusCode');
  if (status === 413) return 'too-large';
  if (status === 415) return 'unsupported-media';
  if (status === 404) return 'not-found';
  if (typeof status === 'number' && status >= 400 && status < 500) return 'invalid-input';
  const code = property(error, 'code');
  if (typeof code === 'string' && refusedInput.has(code)) return 'invalid-input';
  // Raised by triggers that keep what may not change any more.
  if (code === '55000') return 'wrong-state';
  if (code === '40001' || code === '40P01') return 'stale-version';
  if (code === 'ECONNREFUSED' || code === '57P01' || code === '57P03') return 'unavailable';
  return 'internal';
}

/** What the database says of input that no schema caught. */
const refusedInput: ReadonlySet<string> = new Set([
  '23503', // foreign key
  '23514', // check constraint
  '22003', // number out of range
  '22008', // date out of range
  '22021', // the character NUL in a text
  '22P05', // the same within JSON
]);

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name] // `in` has just shown that the property exists
    : undefined;
}
