import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import type { RoleId, TaskId } from '../id.ts';
import { type ChangeEffect, differences, effectOf, priceOfWork } from './change-request.ts';

// A test's ids: any text will do.
const role = (name: string) => name as RoleId;
const task = (name: string) => name as TaskId;
const day = fc
  .integer({ min: 1, max: 28 })
  .map((n) => calendarDate(`2027-03-${String(n).padStart(2, '0')}`));
const effect: fc.Arbitrary<ChangeEffect> = fc.record({
  minutes: fc.nat(10_000),
  price: fc.option(fc.nat(1_000_000)),
  endBefore: day,
  endAfter: day,
  milestones: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c').map(task),
      name: fc.constant('M'),
      before: day,
      after: day,
    }),
    { selector: ({ id }) => id },
  ),
});

describe('a change request', () => {
  const piece = { name: 'Search', afterId: null, beforeId: null };

  test('costs its hours by the rate card, line by line; without a rate it has no price', () => {
    const rates = new Map([[role('dev'), 12_001]]);
    const work = [
      { ...piece, roleId: role('dev'), estimateMinutes: 90 },
      { ...piece, roleId: role('dev'), estimateMinutes: 30 },
    ];
    expect(priceOfWork(work, rates)).toBe(18_002 + 6_001);
    expect(priceOfWork([{ ...piece, roleId: null, estimateMinutes: 60 }], rates)).toBeNull();
  });

  test('names only milestones that move', () => {
    const plan = (a: string, b: string) => ({
      endOn: calendarDate(b),
      milestones: [
        { id: task('a'), name: 'Design', dueOn: calendarDate(a) },
        { id: task('b'), name: 'Launch', dueOn: calendarDate(b) },
      ],
    });
    const found = effectOf(plan('2027-03-01', '2027-03-10'), plan('2027-03-01', '2027-03-12'), {
      minutes: 960,
      price: 100,
    });
    expect(found.milestones.map(({ name }) => name)).toEqual(['Launch']);
    expect(found).toMatchObject({ endBefore: '2027-03-10', endAfter: '2027-03-12' });
  });

  test('is as it was shown exactly when nothing differs', () => {
    fc.assert(
      fc.property(effect, effect, (shown, now) => {
        expect(differences(shown, shown)).toEqual([]);
        const sorted = ({ milestones, ...rest }: ChangeEffect) => ({
          ...rest,
          milestones: milestones.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        });
        const isSame = JSON.stringify(sorted(shown)) === JSON.stringify(sorted(now));
        expect(differences(shown, now).length === 0).toBe(isSame);
      }),
    );
  });
});
