import { describe, expect, test } from 'vitest';
import { designer, id, person } from '../balance/firm.fixture.ts';
import { rateBook } from '../balance/rates.ts';
import { calendarDate } from '../calendar-date.ts';
import { allocationOf, day, fullTime, monday, placeholderOf } from './allocation.fixture.ts';
import { type BurnInput, burn } from './burn.ts';

/** Ada costs 60 an hour until the Wednesday, 90 from then on. */
const input: BurnInput = {
  today: monday,
  isCharged: true,
  budgetMinor: 500_000,
  priceMinor: 1_000_000,
  worked: [{ on: calendarDate('2027-02-26'), minutes: 600, costMinor: 60_000, billMinor: 120_000 }],
  allocations: [
    allocationOf({ personId: id('ada') }),
    placeholderOf({ id: id('a2'), certainty: 'tentative' }),
  ],
  capacities: {
    firm: fullTime,
    people: new Map([
      [
        id<'person'>('ada'),
        {
          personId: id('ada'),
          terms: [
            {
              validFrom: 0,
              weekMinutes: [480, 480, 480, 480, 480, 0, 0],
              roleId: designer.id,
              teamId: null,
            },
          ],
          joinedOn: 0,
          leftOn: null,
          holidays: [],
          leaves: [],
        },
      ],
    ]),
  },
  rates: rateBook({
    people: [person('ada')],
    roles: [designer],
    rates: [
      { personId: id('ada'), validFrom: day(2), costPerHourMinor: 9000, billPerHourMinor: 12_000 },
    ],
  }),
};

describe('burn (U13)', () => {
  test('adds future allocations at the rates of their days to what was worked, at cost and bill rate', () => {
    const { months, worked, confirmed, tentative } = burn(input);
    // Two days of four hours at 60, three at 90; billed at 120 throughout.
    expect(confirmed).toEqual({ minutes: 1200, costMinor: 156_000, billMinor: 240_000 });
    expect(tentative).toEqual({ minutes: 1200, costMinor: 120_000, billMinor: 240_000 });
    expect(worked.costMinor).toBe(60_000);
    expect(
      months.map(({ month, ...kinds }) => [month, kinds.worked.minutes, kinds.confirmed.minutes]),
    ).toEqual([
      ['2027-02', 600, 0],
      ['2027-03', 0, 1200],
    ]);
  });

  test('names the day on which budget or price is used up by confirmed work, and what is left', () => {
    expect(burn(input).budget).toEqual({ limitMinor: 500_000, usedUpOn: null, leftMinor: 284_000 });
    const tight = burn({ ...input, budgetMinor: 110_000, priceMinor: null });
    // 60,000 worked, 24,000 on Monday and Tuesday, 36,000 a day from Wednesday on.
    expect(tight.budget).toEqual({ limitMinor: 110_000, usedUpOn: day(2), leftMinor: -106_000 });
    expect(tight.price).toBeNull();
  });

  test('of an initiative bills nobody', () => {
    expect(burn({ ...input, isCharged: false }).confirmed.billMinor).toBe(0);
  });
});
