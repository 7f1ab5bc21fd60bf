import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CustomerAims, goalPrompts, makesCircle, workByGoal } from './customer-aims.ts';

const goal = (id: string, servesId: string | null = null) =>
  ({ id, state: 'open', servesId }) as const;
const deal = (id: string, part: Partial<CustomerAims['work'][number]>) => ({
  id,
  kind: 'deal' as const,
  name: id,
  isLost: false,
  isOver: false,
  goalIds: [],
  initiativeIds: [],
  ...part,
});

describe('prompts (B12, CR-11)', () => {
  test('a goal that nothing of ours serves is one; work reaches it through initiatives and lower goals', () => {
    const aims: CustomerAims = {
      goals: [goal('top'), goal('low', 'top'), goal('alone'), goal('ended')],
      initiatives: [{ id: 'gate', goalIds: ['low'] }],
      work: [
        deal('serves the gate', { initiativeIds: ['gate'] }),
        deal('lost', { goalIds: ['alone'], isLost: true }),
        deal('past', { goalIds: ['ended'], isOver: true }),
      ],
    };
    expect(goalPrompts(aims)).toEqual([
      { goalId: 'alone', reason: 'no-work' },
      { goalId: 'ended', reason: 'work-ended' },
    ]);
    expect(
      workByGoal(aims)
        .get('top')
        ?.map(({ id }) => id),
    ).toEqual(['serves the gate']);
  });

  test('a goal that was reached or dropped prompts nobody', () => {
    const goals = (['reached', 'dropped'] as const).map((state) => ({
      id: state,
      state,
      servesId: null,
    }));
    expect(goalPrompts({ goals, initiatives: [], work: [] })).toEqual([]);
  });

  test('an open goal with no deal and no project always is one, whatever the ladder', () => {
    fc.assert(
      fc.property(anyAims, (aims) => {
        const prompted = new Set(goalPrompts(aims).map(({ goalId }) => goalId));
        for (const { id, state } of aims.goals) {
          if (state === 'open' && !isServed(aims, id)) expect(prompted.has(id)).toBe(true);
          if (state !== 'open') expect(prompted.has(id)).toBe(false);
        }
      }),
    );
  });
});

test('a ladder never comes back to itself, whatever is tried', () => {
  const moves = fc.array(fc.tuple(fc.nat(7), fc.option(fc.nat(7))), { maxLength: 40 });
  fc.assert(
    fc.property(moves, (tried) => {
      const serves = new Map<string, string | null>(
        Array.from({ length: 8 }, (_, index) => [String(index), null]),
      );
      for (const [from, to] of tried) {
        const goals = [...serves].map(([id, servesId]) => ({ id, servesId }));
        const move = { goalId: String(from), servesId: to === null ? null : String(to) };
        if (!makesCircle(goals, move)) serves.set(move.goalId, move.servesId);
      }
      for (const start of serves.keys()) {
        let at: string | null = start;
        for (let steps = 0; at !== null; steps += 1) {
          expect(steps).toBeLessThanOrEqual(8);
          at = serves.get(at) ?? null;
        }
      }
    }),
  );
});

const ids = fc.subarray(['a', 'b', 'c', 'd', 'e']);
const anyAims: fc.Arbitrary<CustomerAims> = fc.record({
  goals: fc
    .array(
      fc.tuple(
        fc.constantFrom('open', 'reached', 'dropped'),
        fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
      ),
      {
        minLength: 5,
        maxLength: 5,
      },
    )
    .map((lines) =>
      lines.map(([state, servesId], index) => ({
        id: 'abcde'[index] ?? '',
        state: state as 'open',
        servesId,
      })),
    ),
  initiatives: fc
    .array(ids, { maxLength: 3 })
    .map((lists) => lists.map((goalIds, index) => ({ id: `i${index}`, goalIds }))),
  work: fc.array(
    fc.record({
      id: fc.uuid(),
      kind: fc.constantFrom('deal' as const, 'project' as const),
      name: fc.constant('w'),
      isLost: fc.boolean(),
      isOver: fc.boolean(),
      goalIds: ids,
      initiativeIds: fc.subarray(['i0', 'i1', 'i2']),
    }),
    { maxLength: 4 },
  ),
});

/** The same by brute force: follow every link downwards from the goal. */
function isServed(aims: CustomerAims, goalId: string, seen: readonly string[] = []): boolean {
  if (seen.includes(goalId)) return false;
  const initiatives = aims.initiatives.filter(({ goalIds }) => goalIds.includes(goalId));
  const isDirect = aims.work.some(
    (work) =>
      !work.isLost &&
      (work.goalIds.includes(goalId) ||
        initiatives.some(({ id }) => work.initiativeIds.includes(id))),
  );
  const lower = aims.goals.filter(({ servesId }) => servesId === goalId);
  return isDirect || lower.some(({ id }) => isServed(aims, id, [...seen, goalId]));
}
