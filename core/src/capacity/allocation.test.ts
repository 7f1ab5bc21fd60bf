import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../calendar-date.ts';
import type { AllocationId } from '../id.ts';
import { allocationOf, day, fullTime, monday } from './allocation.fixture.ts';
import {
  type AllocationEffort,
  allocatedBetween,
  allocatedOn,
  cutPeriod,
  splitPeriod,
  standingAllocations,
} from './allocation.ts';

const first = dayNumber(monday);
const efforts = fc.oneof(
  fc.record({ by: fc.constant('day' as const), minutesPerDay: fc.integer({ min: 1, max: 1440 }) }),
  fc.record({
    by: fc.constant('share' as const),
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
  }),
);
const length = fc.integer({ min: 0, max: 60 });
const always = (effort: AllocationEffort, last: number) =>
  allocationOf({ effort, startOn: monday, endOn: day(last) });
const whole = { first: first - 100, last: first + 500 };

describe('what an allocation takes of a day', () => {
  test('is its minutes or its share on working days, nothing on days off and outside of it', () => {
    const half = allocationOf({ effort: { by: 'share', basisPoints: 2500 } });
    expect([-1, 0, 4, 5].map((n) => allocatedOn(half, fullTime, first + n))).toEqual([
      0, 120, 120, 0,
    ]);
    const hours = allocationOf({ endOn: day(13) });
    expect([0, 5, 6, 7].map((n) => allocatedOn(hours, fullTime, first + n))).toEqual([
      240, 0, 0, 240,
    ]);
    expect(allocatedOn(hours, () => 0, first)).toBe(0);
  });

  test('sums over days to what it takes between them', () => {
    fc.assert(
      fc.property(efforts, length, length, (effort, last, from) => {
        const allocation = always(effort, last);
        let sum = 0;
        for (let on = first + from; on <= first + from + 20; on += 1)
          sum += allocatedOn(allocation, fullTime, on);
        const span = { first: first + from, last: first + from + 20 };
        expect(allocatedBetween(allocation, fullTime, span)).toBe(sum);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an allocation that is split or cut', () => {
  test('takes together what the whole took', () => {
    fc.assert(
      fc.property(efforts, length, length, length, (effort, last, a, b) => {
        const allocation = always(effort, last);
        const sum = allocatedBetween(allocation, fullTime, whole);
        const halves = splitPeriod(allocation, day(a)) ?? [allocation];
        const { before, within, after } = cutPeriod(allocation, {
          from: day(Math.min(a, b)),
          to: day(Math.max(a, b)),
        });
        for (const parts of [halves, [before, within, after]]) {
          const minutes = parts.map((part) => (part ? allocatedBetween(part, fullTime, whole) : 0));
          expect(minutes.reduce((x, y) => x + y, 0)).toBe(sum);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is not split before its second day nor after its last', () => {
    expect(splitPeriod(allocationOf(), monday)).toBeNull();
    expect(splitPeriod(allocationOf(), day(5))).toBeNull();
    expect(splitPeriod(allocationOf(), day(4))?.[1].startOn).toBe(day(4));
  });
});

test('an allocation counts as its project’s state allows: tentative before approval, past only once over', () => {
  const states = ['executing', 'considered', 'completed', 'rejected'] as const;
  const all = states.map((projectState, index) => ({
    ...allocationOf({ id: `a${index}` as AllocationId, endOn: day(10) }),
    projectState,
  }));
  const found = standingAllocations(all, day(3));
  expect(found.map(({ certainty, endOn }) => [certainty, endOn])).toEqual([
    ['confirmed', day(10)],
    ['tentative', day(10)],
    ['confirmed', day(2)],
    ['confirmed', day(2)],
  ]);
  expect(standingAllocations(all, monday)).toHaveLength(2);
});
