import type { ImportedContact } from '@evenkeel/contract/contact-imports';
import { expect, test } from 'vitest';
import { chosenRows, countsOf, proposedChoices } from './model.ts';

const known = '0198c0de-0000-7000-8000-000000000001';
const rows = (
  [
    ['update', 'Harbour'],
    ['add', 'Nowhere Ltd'],
    ['add', 'Nowhere'],
    ['skip', null],
  ] as const
).map(([proposed, organisation], index) => ({
  number: index + 1,
  proposed,
  account: null,
  matches: proposed === 'update' ? [{ id: known, name: 'Anna', isSure: true }] : [],
  contact: { name: `N${index}`, organisation },
  // Only these parts are looked at.
})) as unknown as ImportedContact[];

test('what is proposed is what is sent, unless somebody chooses otherwise', () => {
  const choices = proposedChoices(rows);
  expect(countsOf(rows, choices)).toEqual({ added: 2, updated: 1, skipped: 1, companies: 2 });
  expect(chosenRows(rows, choices).map(({ contactId }) => contactId)).toEqual([known, null, null]);
  const other = new Map(choices).set(1, 'skip').set(2, 'skip');
  expect(chosenRows(rows, other)).toHaveLength(1);
});
