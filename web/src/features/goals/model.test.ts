import { describe, expect, test } from 'vitest';
import { formatMeasured, paceInWords, targetInWords } from './model.ts';

const pace = {
  progress: 2_500,
  neededNow: 125,
  neededProgress: 5_000,
  neededPerMonth: 11.4321,
  standing: 'far-behind',
} as const;

describe('a goal in words', () => {
  test('writes measured values with their unit', () => {
    expect(formatMeasured(1234.567, 'clients', 'en-GB')).toBe('1,234.57 clients');
    expect(formatMeasured(8, '%', 'en-GB')).toBe('8%');
    expect(formatMeasured(0, '', 'en-GB')).toBe('0');
  });

  test('says from where to where, as far as it is known', () => {
    const goal = { baseline: 100, target: 150, unit: 'clients' };
    expect(targetInWords(goal, 'en-GB')).toBe('from 100 to 150 clients');
    expect(targetInWords({ ...goal, baseline: null }, 'en-GB')).toBe('to 150 clients');
    expect(targetInWords({ ...goal, target: null }, 'en-GB')).toBeNull();
  });

  test('says what each month needs, in the direction of the goal and no more exactly than known', () => {
    expect(paceInWords({ pace, unit: 'clients' }, 'en-GB')).toBe(
      'needs 11 clients more each month',
    );
    const falling = { ...pace, neededPerMonth: -0.456 };
    expect(paceInWords({ pace: falling, unit: '%' }, 'en-GB')).toBe('needs 0.46% less each month');
    expect(paceInWords({ pace: { ...pace, neededPerMonth: null }, unit: '' })).toBeNull();
  });
});
