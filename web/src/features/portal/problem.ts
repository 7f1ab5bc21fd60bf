import type { PortalLanguage } from '@evenkeel/core/words/language';
import { portalProblemWords } from '@evenkeel/core/words/portal-problems';
import { say } from '@evenkeel/core/words/words';
import { ApiError, OfflineError } from '../../lib/api-client.ts';

const keys = {
  'wrong-credentials': 'wrongCredentials',
  'too-many-requests': 'tooMany',
  expired: 'expired',
  'not-allowed': 'notAllowed',
  'not-found': 'notAllowed',
  'too-large': 'tooLarge',
} as const;

/** What did not work, in the reader's language: the server's own words are English. */
export function portalProblem(language: PortalLanguage, error: unknown): string {
  const word = say(portalProblemWords, language);
  if (error instanceof OfflineError) return word('offline');
  if (!(error instanceof ApiError)) return word('failed');
  const { code, issues } = error.problem;
  if (issues.some((issue) => issue.code === 'weak-password')) return word('weakPassword');
  return word(code in keys ? keys[code as keyof typeof keys] : 'failed'); // `in` has just shown it
}

/** Whether what was asked for is not there for the reader: whether it exists at all is not told. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiError && ['not-found', 'invalid-input'].includes(error.problem.code);
}
