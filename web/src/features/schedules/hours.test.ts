import { describe, expect, test } from 'vitest';
import { hoursText, parseHours } from './hours.ts';

describe('hours of a day', () => {
  test.each([
    ['', []],
    ['8-12', [{ from: 480, to: 720 }]],
    [
      '8:00–12:00, 13.30 to 17:00',
      [
        { from: 480, to: 720 },
        { from: 810, to: 1_020 },
      ],
    ],
    ['22-24', [{ from: 1_320, to: 1_440 }]],
  ])('“%s” is understood, and written as it is read', (text, hours) => {
    expect(parseHours(text)).toEqual(hours);
    expect(parseHours(hoursText(hours))).toEqual(hours);
  });

  test.each(['12-8', '8-12, 11-14', 'all day', '8:75-9', '20-25'])('“%s” is not', (text) => {
    expect(parseHours(text)).toBeUndefined();
  });
});
