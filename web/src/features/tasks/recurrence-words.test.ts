import { describe, expect, test } from 'vitest';
import { ruleInWords } from './recurrence-words.ts';

describe('a recurrence in words', () => {
  test.each([
    [{ frequency: 'daily', interval: 1, weekdaysOnly: true }, 'Every day, not at weekends'],
    [{ frequency: 'weekly', interval: 2, weekdays: [4, 1] }, 'Every 2 weeks on Mon, Thu'],
    [{ frequency: 'monthly', interval: 1, monthDay: 31 }, 'Every month on the last day'],
    [{ frequency: 'monthly', interval: 3, monthDay: 15 }, 'Every 3 months on day 15'],
    [
      { frequency: 'monthly-weekday', interval: 1, weekday: 5, week: -1 },
      'Every month on the last Fri',
    ],
  ] as const)('%j is %s', (rule, words) => {
    expect(ruleInWords(rule)).toBe(words);
  });
});
