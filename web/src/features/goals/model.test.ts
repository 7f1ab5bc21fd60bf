import { expect, test } from 'vitest';
import { targetInWords } from './model.ts';

test('a goal says from where to where its first KPI goes, as far as it is known', () => {
  const kpi = { baseline: 100, target: 150, unit: 'clients' };
  expect(targetInWords(kpi, 'en-GB')).toBe('from 100 to 150 clients');
  expect(targetInWords({ ...kpi, baseline: null }, 'en-GB')).toBe('to 150 clients');
  expect(targetInWords({ ...kpi, target: null }, 'en-GB')).toBeNull();
  expect(targetInWords(null, 'en-GB')).toBeNull();
});
