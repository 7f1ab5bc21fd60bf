import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../calendar-date.ts';
import { instant } from '../instant.ts';
import { splitAtMidnight } from './split.ts';

function split(startedAt: string, endedAt: string, timeZone: string) {
  return splitAtMidnight({ startedAt: instant(startedAt), endedAt: instant(endedAt), timeZone });
}

describe('a stretch of time cut at midnight', () => {
  test('within one day stays whole, rounded to the minute, at least one', () => {
    expect(split('2026-05-04T08:00:00.000Z', '2026-05-04T09:30:29.000Z', 'Europe/Berlin')).toEqual([
      { on: '2026-05-04', minutes: 90 },
    ]);
    expect(split('2026-05-04T08:00:00.000Z', '2026-05-04T08:00:02.000Z', 'Europe/Berlin')).toEqual([
      { on: '2026-05-04', minutes: 1 },
    ]);
  });

  test('is cut at midnight of the zone, not of UTC', () => {
    expect(split('2026-05-04T21:30:00.000Z', '2026-05-04T22:45:00.000Z', 'Europe/Berlin')).toEqual([
      { on: '2026-05-04', minutes: 30 },
      { on: '2026-05-05', minutes: 45 },
    ]);
    expect(split('2026-05-04T21:30:00.000Z', '2026-05-04T22:45:00.000Z', 'UTC')).toEqual([
      { on: '2026-05-04', minutes: 75 },
    ]);
  });

  test('leaves out a day with less than half a minute', () => {
    expect(split('2026-05-04T21:59:50.000Z', '2026-05-04T22:30:00.000Z', 'Europe/Berlin')).toEqual([
      { on: '2026-05-05', minutes: 30 },
    ]);
  });

  test('gives the day that loses an hour 23 hours, the day that gains one 25', () => {
    const spring = split('2026-03-28T12:00:00.000Z', '2026-03-30T12:00:00.000Z', 'Europe/Berlin');
    expect(spring).toEqual([
      { on: '2026-03-28', minutes: 660 },
      { on: '2026-03-29', minutes: 1_380 },
      { on: '2026-03-30', minutes: 840 },
    ]);
    const autumn = split('2026-10-24T12:00:00.000Z', '2026-10-26T12:00:00.000Z', 'Europe/Berlin');
    expect(autumn.map(({ minutes }) => minutes)).toEqual([600, 1_500, 780]);
  });

  test('knows days that begin at one in the morning (São Paulo, 4 November 2018)', () => {
    expect(
      split('2018-11-04T02:00:00.000Z', '2018-11-04T04:00:00.000Z', 'America/Sao_Paulo'),
    ).toEqual([
      { on: '2018-11-03', minutes: 60 },
      { on: '2018-11-04', minutes: 60 },
    ]);
  });

  test('knows the day that Samoa left out (30 December 2011)', () => {
    expect(split('2011-12-30T09:00:00.000Z', '2011-12-30T11:00:00.000Z', 'Pacific/Apia')).toEqual([
      { on: '2011-12-29', minutes: 60 },
      { on: '2011-12-31', minutes: 60 },
    ]);
  });

  test('sums to the whole, day by day in order, whatever the zone and the length', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'];
    const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
    const lengths = fc.integer({ min: 0, max: 6 * 86_400_000 });
    fc.assert(
      fc.property(moments, lengths, fc.constantFrom(...zones), (from, length, timeZone) => {
        const [startedAt, endedAt] = [from, from + length].map((at) => new Date(at).toISOString());
        if (!startedAt || !endedAt) throw new Error('two moments');
        const parts = split(startedAt, endedAt, timeZone);
        const sum = parts.reduce((total, part) => total + part.minutes, 0);
        expect(sum).toBe(Math.max(1, Math.round(length / 60_000)));
        parts.forEach((part, index) => {
          expect(part.minutes).toBeGreaterThan(0);
          expect(part.minutes).toBeLessThanOrEqual(1_500);
          const before = parts[index - 1];
          if (before) expect(daysBetween(before.on, part.on)).toBeGreaterThan(0);
        });
        const inner = parts.slice(1, -1).map((part) => part.minutes);
        for (const minutes of inner) expect(minutes).toBeGreaterThanOrEqual(1_380);
      }),
      { numRuns: 400 },
    );
  });
});
