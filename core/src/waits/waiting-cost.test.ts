import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOf } from '../grouping.ts';
import type { PersonId } from '../id.ts';
import { waitSides } from './wait-clock.ts';
import { heldByDay, waitingCost } from './waiting-cost.ts';

const ann = 'ann' as PersonId;
const ben = 'ben' as PersonId;
/** 9 to 17 on every day. */
const working = (from: number, to: number) => {
  let minutes = 0;
  for (let day = Math.floor(from / 1440); day * 1440 < to; day += 1) {
    const [start, end] = [day * 1440 + 540, day * 1440 + 1020];
    minutes += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return minutes;
};
const clock = {
  working,
  dayOf: (minute: number) => Math.floor(minute / 1440),
  endOf: (day: number) => (day + 1) * 1440,
};

describe('the cost of waiting (B15, B09)', () => {
  test('is what was booked and not worked on the days that were late, on the side that held the ball', () => {
    const late = heldByDay(
      [
        { holder: 'theirs', from: 1440, to: 2 * 1440 + 780, workMinutes: 0 },
        { holder: 'ours', from: 2 * 1440 + 780, to: 3 * 1440, workMinutes: 0 },
      ],
      clock,
    );
    expect([...late]).toEqual([
      [1, { ours: 0, theirs: 480, neither: 0 }],
      [2, { ours: 240, theirs: 240, neither: 0 }],
    ]);
    const found = waitingCost({
      late,
      dayMinutes: 480,
      booked: [
        { day: 0, personId: ann, minutes: 480, costPerHourMinor: 6_000 },
        { day: 1, personId: ann, minutes: 480, costPerHourMinor: 6_000 },
        { day: 2, personId: ann, minutes: 480, costPerHourMinor: 6_000 },
        { day: 2, personId: ben, minutes: 240, costPerHourMinor: 12_000 },
      ],
      worked: [
        { day: 1, personId: ann, minutes: 120 },
        { day: 2, personId: ben, minutes: 300 },
      ],
    });
    // Day 1: six hours idle, theirs. Day 2: eight hours, half and half; Ben worked more than booked.
    expect(found).toEqual({
      theirs: { minutes: 360 + 240, costMinor: 60_000 },
      ours: { minutes: 240, costMinor: 24_000 },
      neither: { minutes: 0, costMinor: 0 },
    });
  });

  test('is never more than what was booked on late days, and nothing where nothing was late', () => {
    const day = fc.integer({ min: 0, max: 9 });
    const personId = fc.constantFrom(ann, ben, null);
    const minutes = fc.integer({ min: 1, max: 600 });
    const stretch = fc
      .record({
        holder: fc.constantFrom(...waitSides),
        from: fc.integer({ min: 0, max: 14_000 }),
        length: fc.integer({ min: 1, max: 5_000 }),
      })
      .map(({ holder, from, length }) => ({ holder, from, to: from + length, workMinutes: 0 }));
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 6 }),
        fc.array(fc.record({ day, personId, minutes, costPerHourMinor: fc.nat(20_000) })),
        fc.array(fc.record({ day, personId, minutes })),
        (stretches, booked, worked) => {
          const late = heldByDay(stretches, clock);
          const found = waitingCost({ late, dayMinutes: 480, booked, worked });
          const bound = sumOf(booked, (one) => (late.has(one.day) ? one.minutes : 0));
          expect(sumOf(waitSides, (side) => found[side].minutes)).toBeLessThanOrEqual(bound + 2);
          for (const side of waitSides) expect(found[side].costMinor).toBeGreaterThanOrEqual(0);
          const none = waitingCost({ late: new Map(), dayMinutes: 480, booked, worked });
          expect(none.theirs.minutes + none.ours.minutes).toBe(0);
          const held = sumOf([...late.values()], (one) => sumOf(waitSides, (side) => one[side]));
          expect(held).toBe(sumOf(stretches, ({ from, to }) => working(from, to)));
        },
      ),
    );
  });
});
