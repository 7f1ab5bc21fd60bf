import { ApiError } from '../../lib/api-client.ts';

/**
 * Asks what the secret of a link opens. A link that has lost it on its way (some mail programs cut what
 * stands behind the `#`) opens nothing, which the server need not be asked.
 * @throws {ApiError} `expired`, without a secret.
 */
export async function withSecret<Answer>(
  secret: string,
  ask: (secret: string) => Promise<Answer>,
): Promise<Answer> {
  if (secret !== '') return ask(secret);
  throw new ApiError({
    type: '/problems/expired',
    title: 'This link is not whole.',
    status: 410,
    code: 'expired',
    detail: 'What stood behind the # is missing.',
    issues: [],
    requestId: '',
  });
}
