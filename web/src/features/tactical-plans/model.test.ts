import { expect, test } from 'vitest';
import { quotaInWords } from './model.ts';

test('a quota is said for each person and period', () => {
  expect(quotaInWords({ quota: 3, period: 'quarterly' })).toBe('3 a quarter each');
  expect(quotaInWords({ quota: null, period: null })).toBeNull();
});
