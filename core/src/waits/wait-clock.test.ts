import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dayNumber } from '../calendar-date.ts';
import type { CalendarId } from '../id.ts';
import { calendarBook } from '../projects/schedule-calendars.ts';
import { workBetween } from '../schedule/work-clock.ts';
import {
  addSplits,
  type Handover,
  holderNow,
  noWait,
  splitOf,
  stretchesAfter,
  stretchesOf,
  waitSides,
} from './wait-clock.ts';

/** Monday to Friday, 9 to 17, and Christmas off. */
const book = calendarBook({
  calendars: [
    {
      // A test's id: any text will do.
      id: 'office' as CalendarId,
      name: 'Office',
      isDefault: true,
      week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [{ from: 540, to: 1020 }] : [])),
      exceptions: [
        {
          name: 'Christmas',
          startOn: calendarDate('2026-12-24'),
          endOn: calendarDate('2026-12-26'),
          hours: [],
          isYearly: true,
        },
      ],
    },
  ],
});
const working = (from: number, to: number) => workBetween(book.clock('office'), from, to);
const at = (day: string, hour: number) => dayNumber(calendarDate(day)) * 1440 + hour * 60;

describe('the two-sided clock (B15)', () => {
  test('counts a side its working hours, and neither the nights and the weekend', () => {
    // Friday noon to Tuesday noon: theirs until Monday 11 o’clock, ours from then on.
    const stretches = stretchesOf(
      [
        { at: at('2026-11-27', 12), holder: 'theirs' },
        { at: at('2026-11-30', 11), holder: 'ours' },
        { at: at('2026-12-01', 12), holder: 'over' },
      ],
      at('2026-12-31', 0),
      working,
    );
    expect(splitOf(stretches)).toEqual({
      theirs: (5 + 2) * 60,
      ours: (6 + 3) * 60,
      neither: 96 * 60 - 16 * 60,
      elapsed: 96 * 60,
    });
  });

  test('counts a holiday for neither, and what rests by agreement for neither', () => {
    const over = { at: at('2026-12-28', 9), holder: 'over' } as const;
    const theirs: Handover[] = [{ at: at('2026-12-24', 0), holder: 'theirs' }, over];
    expect(splitOf(stretchesOf(theirs, at('2027-01-01', 0), working)).theirs).toBe(0);
    const resting: Handover[] = [{ at: at('2026-12-21', 9), holder: 'neither' }, over];
    expect(splitOf(stretchesOf(resting, at('2027-01-01', 0), working))).toMatchObject({
      ours: 0,
      theirs: 0,
      neither: 7 * 1440,
    });
  });

  test('an open wait runs until now, and what comes later has not happened', () => {
    const open: Handover[] = [{ at: at('2026-11-30', 9), holder: 'theirs' }];
    expect(splitOf(stretchesOf(open, at('2026-11-30', 11), working)).theirs).toBe(120);
    expect(holderNow(open)).toBe('theirs');
    expect(holderNow([...open, { at: at('2026-12-01', 9), holder: 'over' }])).toBeNull();
    expect(stretchesOf(open, at('2026-11-29', 0), working)).toEqual([]);
  });

  test('parts what came after the agreed day from what came before it', () => {
    const stretches = stretchesOf(
      [{ at: at('2026-11-30', 9), holder: 'theirs' }],
      at('2026-12-02', 12),
      working,
    );
    const late = stretchesAfter(stretches, at('2026-12-01', 24), working);
    expect(splitOf(late).theirs).toBe(3 * 60);
    expect(splitOf(stretchesAfter(stretches, at('2027-01-01', 0), working))).toEqual(noWait);
  });

  const start = at('2026-11-01', 0);
  const minute = fc.integer({ min: start, max: start + 120 * 1440 });
  const handovers = fc.array(
    fc.record({ at: minute, holder: fc.constantFrom(...waitSides, 'over' as const) }),
    { maxLength: 12 },
  );

  test('ours, theirs and neither sum to the time that went by, whatever the handovers', () => {
    fc.assert(
      fc.property(handovers, minute, (given, until) => {
        const stretches = stretchesOf(given, until, working);
        const split = splitOf(stretches);
        expect(split.ours + split.theirs + split.neither).toBe(split.elapsed);
        for (const side of waitSides) expect(split[side]).toBeGreaterThanOrEqual(0);
        // The time that went by, counted on its own: minutes not over, from the first on.
        const sorted = given.toSorted((a, b) => a.at - b.at);
        const elapsed = sorted.reduce((sum, one, place) => {
          const end = Math.min(until, sorted[place + 1]?.at ?? until);
          return one.holder === 'over' ? sum : sum + Math.max(0, end - one.at);
        }, 0);
        expect(split.elapsed).toBe(elapsed);
      }),
    );
  });

  test('is the same whether a stretch is cut in two or not, and late plus in time is the whole', () => {
    fc.assert(
      fc.property(handovers, minute, minute, (given, until, cut) => {
        const stretches = stretchesOf(given, until, working);
        const before = splitOf(stretchesOf(given, Math.min(cut, until), working));
        const after = splitOf(stretchesAfter(stretches, Math.min(cut, until), working));
        expect(addSplits(before, after)).toEqual(splitOf(stretches));
      }),
    );
  });
});
