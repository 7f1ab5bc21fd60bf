import { type ErrorCode, errorStatus } from '@evenkeel/contract/error';
import { identity } from '@evenkeel/contract/identity';
import { beforeEach, describe, expect, test } from 'vitest';
import { ApiError } from './api-client.ts';
import { apiKey } from './queries.ts';
import { queryClient } from './query-client.ts';

const session = apiKey(identity.session, {});

beforeEach(() => {
  queryClient.clear();
  queryClient.setQueryData(session, { user: { name: 'Olga' } });
});

describe('a read that is refused', () => {
  test('because the session ended asks anew who is signed in', async () => {
    await readRefusedWith('not-signed-in');
    expect(queryClient.getQueryState(session)?.isInvalidated).toBe(true);
  });

  test('for any other reason leaves the session as it is', async () => {
    await readRefusedWith('not-allowed');
    expect(queryClient.getQueryState(session)?.isInvalidated).toBe(false);
  });
});

async function readRefusedWith(code: ErrorCode): Promise<void> {
  const refused = new ApiError({
    type: `/problems/${code}`,
    title: code,
    status: errorStatus[code],
    code,
    detail: code,
    issues: [],
    requestId: 'request',
  });
  const read = queryClient.fetchQuery({
    queryKey: ['/api/v1/deals'],
    queryFn: () => Promise.reject(refused),
  });
  await expect(read).rejects.toBe(refused);
}
