import { expect, test } from 'vitest';
import { rankCommands } from './rank-commands.ts';

const entries = [
  { label: 'Deals' },
  { label: 'New deal' },
  { label: 'Accounts', keywords: 'clients companies' },
  { label: 'Client projects' },
  { label: 'Réviser' },
];
const labels = (query: string) => rankCommands(query, entries).map((entry) => entry.label);

test('no query keeps everything in its order', () => {
  expect(labels('')).toHaveLength(5);
});

test('the start of the label comes before the start of a later word', () => {
  expect(labels('deal')).toEqual(['Deals', 'New deal']);
});

test('keywords, initials and letters without accents find too', () => {
  expect(labels('client')).toEqual(['Client projects', 'Accounts']);
  expect(labels('cp')).toEqual(['Client projects']);
  expect(labels('revi')).toEqual(['Réviser']);
});

test('every word must match', () => {
  expect(labels('new deal')).toEqual(['New deal']);
  expect(labels('new account')).toEqual([]);
});
