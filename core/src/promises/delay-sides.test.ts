import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate, dayNumber } from '../calendar-date.ts';
import type { CalendarId, TaskId } from '../id.ts';
import { calendarBook } from '../projects/schedule-calendars.ts';
import { workBetween } from '../schedule/work-clock.ts';
import { heldMinutes, stretchesAfter, stretchesOf, waitSides } from '../waits/wait-clock.ts';
import { delaySides } from './delay-sides.ts';
import { delayCauses } from './plan-difference.ts';

/** Monday to Friday, 9 to 17; Christmas and New Year off. */
const book = calendarBook({
  calendars: [
    {
      // A test's id: any text will do.
      id: 'office' as CalendarId,
      name: 'Office',
      isDefault: true,
      week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? [{ from: 540, to: 1020 }] : [])),
      exceptions: [
        ['2026-12-24', '2026-12-26'],
        ['2027-01-01', '2027-01-01'],
      ].map(([from = '', to = '']) => ({
        name: 'Holiday',
        startOn: calendarDate(from),
        endOn: calendarDate(to),
        hours: [],
        isYearly: true,
      })),
    },
  ],
});
const working = (from: number, to: number) => workBetween(book.clock('office'), from, to);
const at = (day: string, hour: number) => dayNumber(calendarDate(day)) * 1440 + hour * 60;
const input = 'input' as TaskId;

const start = at('2026-12-01', 0);
const minute = fc.integer({ min: start, max: start + 60 * 1440 });
const handovers = fc.array(
  fc.record({ at: minute, holder: fc.constantFrom(...waitSides, 'over' as const) }),
  { maxLength: 12 },
);
const reasons = fc.array(
  fc.record({
    cause: fc.constantFrom(...delayCauses),
    days: fc.integer({ min: -9, max: 15 }),
    taskId: fc.constantFrom(input, 'other' as TaskId, null),
  }),
  { maxLength: 8 },
);

/** Who held the ball after the agreed day, by handovers that may fall on weekends and holidays. */
function late(given: Parameters<typeof stretchesOf>[0], until: number, due: number) {
  return heldMinutes(stretchesAfter(stretchesOf(given, until, working), due, working), working);
}

describe('whose the days of a slip are (B15)', () => {
  test('ours, theirs and neither add up to the slip, whatever the handovers and reasons', () => {
    fc.assert(
      fc.property(reasons, handovers, minute, minute, (given, passed, until, due) => {
        const held = new Map([[input, late(passed, until, due)]]);
        const sides = delaySides(given, held);
        const slip = given.reduce((sum, { days }) => sum + days, 0);
        expect(sides.ours + sides.theirs + sides.neither).toBe(slip);
      }),
    );
  });

  test('late input is shared as the working time was, to the day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        handovers,
        minute,
        minute,
        (days, passed, until, due) => {
          const held = late(passed, until, due);
          const sides = delaySides(
            [{ cause: 'client-input', days, taskId: input }],
            new Map([[input, held]]),
          );
          const whole = held.ours + held.theirs + held.neither;
          for (const side of waitSides) {
            const share = whole === 0 ? Number(side === 'theirs') : held[side] / whole;
            expect(Math.abs(sides[side] - share * days)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  test('charges nobody with a Christmas, and us with the days on which we looked at the answer', () => {
    // Due on Wednesday; answered on Monday after Christmas at 9, confirmed on Wednesday at 17.
    const held = late(
      [
        { at: at('2026-12-14', 9), holder: 'theirs' },
        { at: at('2026-12-28', 9), holder: 'ours' },
        { at: at('2026-12-30', 17), holder: 'over' },
      ],
      at('2027-01-10', 0),
      at('2026-12-23', 24),
    );
    expect(held).toEqual({ ours: 3 * 480, theirs: 0, neither: 0 });
    const sides = delaySides(
      [
        { cause: 'client-input', days: 3, taskId: input },
        { cause: 'estimate', days: 2, taskId: 'build' as TaskId },
        { cause: 'reserve', days: -1, taskId: null },
      ],
      new Map([[input, held]]),
    );
    expect(sides).toEqual({ ours: 5, theirs: 0, neither: -1 });
  });

  test('what rests by agreement is neither’s', () => {
    const held = late(
      [
        { at: at('2026-12-07', 9), holder: 'neither' },
        { at: at('2026-12-09', 9), holder: 'theirs' },
      ],
      at('2026-12-11', 9),
      at('2026-12-06', 24),
    );
    expect(held).toEqual({ ours: 0, theirs: 2 * 480, neither: 2 * 480 });
    const found = delaySides(
      [{ cause: 'client-input', days: 4, taskId: input }],
      new Map([[input, held]]),
    );
    expect(found).toEqual({ ours: 0, theirs: 2, neither: 2 });
  });
});
