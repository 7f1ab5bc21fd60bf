import type { PortalPlannedStep } from '@evenkeel/contract/portal/overviews';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline-model.ts';

const day = calendarDate;
const today = day('2027-03-10');

function step(name: string, more: Partial<PortalPlannedStep> = {}): PortalPlannedStep {
  return {
    // A name does for an id here.
    id: name as TaskId,
    name,
    ...{ isMilestone: true, side: 'ours', day: null, doneOn: null, isDone: false, isLate: false },
    ...{ metric: null, earlierDays: [], waitsFor: [] },
    ...more,
  };
}

describe('the timeline of a client (U15)', () => {
  it('places days on one axis that holds them all, and today', () => {
    const found = timelineOf(
      [
        step('first', { day: day('2027-02-01') }),
        step('last', { day: day('2027-05-01'), earlierDays: [day('2027-04-15')] }),
      ],
      today,
    );
    const [first, last] = found?.rows ?? [];
    expect(first?.at).toBeGreaterThan(0);
    expect(last?.at).toBeLessThan(1);
    expect(last?.earlier[0]).toBeLessThan(last?.at ?? 0);
    expect(found?.today).toBeGreaterThan(first?.at ?? 1);
    expect(found?.ticks.map((tick) => tick.day)).toEqual([
      '2027-02-01',
      '2027-03-01',
      '2027-04-01',
      '2027-05-01',
    ]);
  });

  it('puts what is done on the day it was done, with the told one before it', () => {
    const done = { day: day('2027-02-20'), doneOn: day('2027-02-26'), isDone: true };
    const found = timelineOf([step('a', done), step('b', { day: today })], today);
    const [a] = found?.rows ?? [];
    expect(a?.earlier).toHaveLength(1);
    expect(a?.earlier[0]).toBeLessThan(a?.at ?? 0);
  });

  it('links what waits to what it waits for, where both have a day', () => {
    const found = timelineOf(
      [
        step('a', { day: day('2027-03-20') }),
        step('b', { waitsFor: ['a' as TaskId] }),
        step('c', { day: day('2027-04-01'), waitsFor: ['a' as TaskId, 'b' as TaskId] }),
      ],
      today,
    );
    expect(found?.links.map(({ id, from, to }) => [id, from.row, to.row])).toEqual([['a c', 0, 1]]);
  });

  it('has room for its names: months, then quarters, then years', () => {
    const over = (last: string) =>
      timelineOf([step('a', { day: today }), step('b', { day: day(last) })], today)?.ticks.map(
        (tick) => tick.day,
      );
    expect(over('2027-06-30')).toContain('2027-05-01');
    expect(over('2028-12-01')?.every((tick) => /-(01|04|07|10)-01$/.test(tick))).toBe(true);
    expect(over('2035-12-01')?.every((tick) => tick.endsWith('-01-01'))).toBe(true);
  });

  it('is left out where fewer than two steps have a day', () => {
    expect(timelineOf([step('a', { day: today }), step('b')], today)).toBeNull();
  });
});
