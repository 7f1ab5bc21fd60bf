import { expect, it } from 'vitest';
import { type Draft, draftAfter, groundOf, isOvertaken } from './draft.ts';

const typed = (over: Partial<Draft<string>> = {}): Draft<string> => ({
  value: 'mine',
  over: '"before"',
  state: 'typed',
  ...over,
});

it('keeps what is being typed when somebody else saves the field, and says so', () => {
  const draft = draftAfter(typed(), '"theirs"', false);
  expect(draft).toEqual(typed());
  expect(isOvertaken(draft, '"theirs"')).toBe(true);
});

it('has no conflict when both wrote the same', () => {
  expect(draftAfter(typed(), '"mine"', false)).toBeUndefined();
  expect(isOvertaken(typed(), '"mine"')).toBe(false);
});

it('keeps what is on its way until it is known whether it was taken', () => {
  const sending = typed({ state: 'sending' });
  expect(draftAfter(sending, '"theirs"', true)).toEqual(sending);
});

it('shows what the server made of a draft once it is saved', () => {
  expect(draftAfter(typed({ value: 'mine ', state: 'saved' }), '"mine"', true)).toBeUndefined();
});

it('goes on from one’s own write with what was typed since', () => {
  const since = typed({ value: 'mine and more', over: groundOf(typed({ state: 'sending' }), '') });
  expect(since.over).toBe('"mine"');
  const after = draftAfter({ ...since, over: '"mine "' }, '"mine"', true);
  expect(after).toEqual(since);
  expect(isOvertaken(after, '"mine"')).toBe(false);
});
