import { expect, test } from 'vitest';
import { standingOf } from './loaded.tsx';

const refused = (status: number) =>
  Object.assign(new Error('refused'), { problem: { title: 'Refused', status } });
const standing = (data: unknown, error: Error | null) =>
  standingOf({ data, error, refetch: () => undefined });

test('a read is on its way until it has an answer', () => {
  expect(standing(undefined, null)).toBe('on-its-way');
  expect(standing({ name: 'Ada' }, null)).toBe('here');
});

test('an address that names nothing, or is no id, is missing even where it was here before', () => {
  expect(standing(undefined, refused(404))).toBe('missing');
  expect(standing(undefined, refused(422))).toBe('missing');
  expect(standing({ name: 'Ada' }, refused(404))).toBe('missing');
});

test('what is here stays when asking again fails, unless the server refuses it', () => {
  expect(standing({ name: 'Ada' }, new Error('The server cannot be reached.'))).toBe('here');
  expect(standing({ name: 'Ada' }, refused(500))).toBe('here');
  expect(standing({ name: 'Ada' }, refused(403))).toBe('failed');
  expect(standing(undefined, new Error('The server cannot be reached.'))).toBe('failed');
});
