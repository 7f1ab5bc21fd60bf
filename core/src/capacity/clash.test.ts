import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateFromDayNumber, dayNumber } from '../calendar-date.ts';
import type { AllocationId, PersonId } from '../id.ts';
import { allocationOf, day, fullTime, monday } from './allocation.fixture.ts';
import { type Allocation, allocatedOn } from './allocation.ts';
import { type ClashPerson, clashes, clashesByAllocation } from './clash.ts';

const first = dayNumber(monday);
const days = { first: first - 7, last: first + 60 };
const ada: ClashPerson = {
  id: 'ada' as PersonId,
  capacity: fullTime,
  usual: fullTime,
  isEmployed: () => true,
};
const id = (text: string) => text as AllocationId;

describe('a clash', () => {
  test('names the days, what is too much and who collides; a weekend does not part it', () => {
    const own = [
      allocationOf({ endOn: day(11) }),
      allocationOf({
        id: id('a2'),
        startOn: day(3),
        endOn: day(7),
        effort: { by: 'day', minutesPerDay: 300 },
      }),
    ];
    expect(clashes([ada], own, days)).toEqual([
      {
        personId: 'ada',
        kind: 'over-allocated',
        from: day(3),
        to: day(7),
        days: 3,
        overMinutes: 180,
        worstMinutes: 60,
        allocationIds: ['a1', 'a2'],
        isTentative: false,
      },
    ]);
    expect(clashesByAllocation(clashes([ada], own, days)).get(id('a2'))).toHaveLength(1);
  });

  test('is only tentative where confirmed hours would fit', () => {
    const full = { by: 'share', basisPoints: 10_000 } as const;
    const own = [
      allocationOf({ effort: full }),
      allocationOf({ id: id('a2'), certainty: 'tentative' }),
    ];
    expect(clashes([ada], own, days)[0]?.isTentative).toBe(true);
  });

  test('is named leave where the person is away, and apart where they are no longer there', () => {
    const away: ClashPerson = {
      ...ada,
      capacity: (on) => (on >= first + 2 ? 0 : fullTime(on)),
      isEmployed: (on) => on < first + 4,
    };
    const found = clashes([away], [allocationOf()], days);
    expect(found.map(({ kind, from, to, overMinutes }) => [kind, from, to, overMinutes])).toEqual([
      ['on-leave', day(2), day(3), 480],
      ['not-employed', day(4), day(4), 240],
    ]);
  });

  test('adds up to what is beyond capacity, day by day', () => {
    const some = fc.array(
      fc.record({
        start: fc.integer({ min: -5, max: 30 }),
        length: fc.integer({ min: 0, max: 20 }),
        minutesPerDay: fc.integer({ min: 60, max: 480 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, (drafts) => {
        const own = drafts.map(
          ({ start, length, minutesPerDay }, index): Allocation =>
            allocationOf({
              id: id(`a${index}`),
              startOn: dateFromDayNumber(first + start),
              endOn: dateFromDayNumber(first + start + length),
              effort: { by: 'day', minutesPerDay },
            }),
        );
        let over = 0;
        for (let on = days.first; on <= days.last; on += 1) {
          const taken = own.reduce((sum, one) => sum + allocatedOn(one, fullTime, on), 0);
          over += Math.max(0, taken - fullTime(on));
        }
        const found = clashes([ada], own, days);
        expect(found.reduce((sum, clash) => sum + clash.overMinutes, 0)).toBe(over);
      }),
      { numRuns: 60 },
    );
  });
});
