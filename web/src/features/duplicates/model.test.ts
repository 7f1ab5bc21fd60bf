import type { Comparison } from '@evenkeel/contract/duplicates';
import { expect, test } from 'vitest';
import { reasonsInWords, takenFields, valueInWords } from './model.ts';

const comparison = {
  fields: [
    { field: 'name', first: 'Harbour', second: 'Harbour GmbH', proposed: 'first' },
    { field: 'sector', first: 'Logistics', second: 'Logistics', proposed: 'first' },
    { field: 'website', first: null, second: 'harbour.example', proposed: 'second' },
    { field: 'notes', first: 'a', second: 'b', proposed: 'both' },
    { field: 'country', first: null, second: '', proposed: 'first' },
  ],
  // Only the fields are looked at.
} as unknown as Comparison;

test('only what differs and is not the kept record’s own is taken', () => {
  expect(takenFields(comparison, {}, true)).toEqual([
    { field: 'website', from: 'merged' },
    { field: 'notes', from: 'both' },
  ]);
  expect(takenFields(comparison, { name: 'first', notes: 'second' }, false)).toEqual([
    { field: 'name', from: 'merged' },
  ]);
});

test('reasons and values are told in words', () => {
  expect(reasonsInWords(['same-email', 'near-name'])).toBe('Same e-mail, names alike');
  expect(valueInWords('preferredChannel', 'video', 'EUR')).toBe('Video call');
  expect(valueInWords('employees', 0, 'EUR')).toBeNull();
  expect(valueInWords('foundedYear', 1998, 'EUR')).toBe('1998');
});
