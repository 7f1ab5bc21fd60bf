import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedEffort, type Effort, type EffortChange } from './effort.ts';

const day = 480;

function effort(type: Effort['type'], isEffortDriven = false): Effort {
  return {
    type,
    isEffortDriven,
    durationMinutes: 4 * day,
    shares: [{ resourceId: 'a', units: 1, workMinutes: 4 * day }],
  };
}

/** Days of duration, units and days of work of each person. */
function figures({ durationMinutes, shares }: Effort): number[] {
  return [durationMinutes / day, ...shares.flatMap((s) => [s.units, s.workMinutes / day])];
}

describe('changedEffort', () => {
  it.each<[Effort['type'], EffortChange, number[]]>([
    ['fixedUnits', { kind: 'units', resourceId: 'a', units: 0.5 }, [8, 0.5, 4]],
    ['fixedUnits', { kind: 'duration', minutes: 2 * day }, [2, 1, 2]],
    ['fixedUnits', { kind: 'work', resourceId: 'a', minutes: day }, [1, 1, 1]],
    ['fixedWork', { kind: 'units', resourceId: 'a', units: 0.5 }, [8, 0.5, 4]],
    ['fixedWork', { kind: 'duration', minutes: 2 * day }, [2, 2, 4]],
    ['fixedWork', { kind: 'work', resourceId: 'a', minutes: day }, [1, 1, 1]],
    ['fixedDuration', { kind: 'units', resourceId: 'a', units: 0.5 }, [4, 0.5, 2]],
    ['fixedDuration', { kind: 'duration', minutes: 2 * day }, [2, 1, 2]],
    ['fixedDuration', { kind: 'work', resourceId: 'a', minutes: day }, [4, 0.25, 1]],
  ])('PM-03 %s: %o', (type, change, expected) => {
    expect(figures(changedEffort(effort(type), change))).toEqual(expected);
  });

  it.each<[Effort['type'], boolean, number[]]>([
    ['fixedUnits', true, [2, 1, 2, 1, 2]],
    ['fixedUnits', false, [4, 1, 4, 1, 4]],
    ['fixedWork', false, [2, 1, 2, 1, 2]],
    ['fixedDuration', true, [4, 0.5, 2, 0.5, 2]],
    ['fixedDuration', false, [4, 1, 4, 1, 4]],
  ])('PM-03 a second person on %s, effort-driven %s', (type, isDriven, expected) => {
    const added = changedEffort(effort(type, isDriven), { kind: 'add', resourceId: 'b', units: 1 });
    expect(figures(added)).toEqual(expected);
  });

  it('keeps all work when people come and go on an effort-driven task', () => {
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        resourceId: fc.constantFrom('b', 'c', 'd'),
        units: fc.constantFrom(0.25, 0.5, 1, 2),
      }),
      fc.record({
        kind: fc.constant('remove' as const),
        resourceId: fc.constantFrom('b', 'c', 'd'),
      }),
    );
    const type = fc.constantFrom<Effort['type']>('fixedUnits', 'fixedWork', 'fixedDuration');
    fc.assert(
      fc.property(type, fc.array(change, { maxLength: 8 }), (kept, changes) => {
        const after = changes.reduce(changedEffort, effort(kept, true));
        const work = after.shares.reduce((sum, share) => sum + share.workMinutes, 0);
        expect(work).toBeCloseTo(4 * day, 6);
        if (kept === 'fixedDuration') expect(after.durationMinutes).toBe(4 * day);
      }),
    );
  });
});
