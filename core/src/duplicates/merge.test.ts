import { expect, test } from 'vitest';
import { type MergeSide, proposeMerge } from './merge.ts';

const older: MergeSide = {
  id: 'older',
  createdAt: '2024-01-01T00:00:00.000Z',
  values: { name: 'Harbour Logistics', sector: 'Logistics', notes: 'Met in Kiel.' },
};
const newer: MergeSide = {
  id: 'newer',
  createdAt: '2026-01-01T00:00:00.000Z',
  values: { name: 'Harbour Logistics GmbH', website: 'harbour.example', notes: 'Wants a study.' },
};
const choicesOf = (first: MergeSide, second: MergeSide) =>
  new Map(
    proposeMerge('account', first, second).choices.map(({ field, choice }) => [field, choice]),
  );

test('of two equally full records the older is kept, and takes what it lacks (CR-10)', () => {
  expect(proposeMerge('account', newer, older).keptId).toBe('older');
  const choices = choicesOf(newer, older);
  expect(choices.get('name')).toBe('second');
  expect(choices.get('website')).toBe('first');
  expect(choices.get('notes')).toBe('both');
  expect(choices.get('country')).toBe('second');
});

test('the fuller record is kept even when it is newer', () => {
  const fuller = { ...newer, values: { ...newer.values, country: 'Germany' } };
  expect(proposeMerge('account', older, fuller).keptId).toBe('newer');
});

test('not to be contacted is never lost', () => {
  const side = (id: string, doNotContact: boolean): MergeSide => ({
    id,
    createdAt: id,
    values: { name: 'Anna', doNotContact },
  });
  const { choices, keptId } = proposeMerge('contact', side('a', false), side('b', true));
  expect(keptId).toBe('b');
  expect(choices.find(({ field }) => field === 'doNotContact')?.choice).toBe('second');
  const other = proposeMerge(
    'contact',
    {
      ...side('a', false),
      values: { name: 'Anna', jobTitle: 'Head', notes: 'x', doNotContact: false },
    },
    side('b', true),
  );
  expect(other.keptId).toBe('a');
  expect(other.choices.find(({ field }) => field === 'doNotContact')?.choice).toBe('second');
});
