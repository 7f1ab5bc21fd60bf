import { expect, test } from 'vitest';
import { withColumn } from './model.ts';

const columns = [
  { header: 'A', holds: 'name' as const, example: '' },
  { header: 'B', holds: null, example: '' },
  { header: 'C', holds: 'email' as const, example: '' },
];

test('a field is held by one column only', () => {
  expect(withColumn(columns, 1, 'name')).toEqual([null, 'name', 'email']);
  expect(withColumn(columns, 2, null)).toEqual(['name', null, null]);
  expect(withColumn(columns, 1, null)).toEqual(['name', null, 'email']);
});
