import { expect, test } from 'vitest';
import { lostConnection } from './lost-connection.ts';

test('says of a lost connection its reason and code, and nothing of the client', () => {
  const error = Object.assign(new Error('terminating connection'), {
    code: '57P01',
    client: { password: 'kite over the lake' },
  });
  expect(lostConnection(error)).toEqual({ reason: 'terminating connection', code: '57P01' });
  expect(JSON.stringify(lostConnection(error))).not.toContain('kite');
});

test('takes what is no error, and an error without a code', () => {
  expect(lostConnection('gone')).toEqual({ reason: 'gone', code: null });
  expect(lostConnection(new Error('read ECONNRESET'))).toEqual({
    reason: 'read ECONNRESET',
    code: null,
  });
});
