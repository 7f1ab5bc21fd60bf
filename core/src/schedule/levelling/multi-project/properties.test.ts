import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../../../calendar-date.ts';
import { check } from '../check.ts';
import { day, firm, monday, person, project, task, taskId } from './firm.fixture.ts';
import type { FirmWork } from './firm-work.ts';
import { levelFirm } from './level-firm.ts';
import { problemOf } from './problem-of.ts';
import { standingPlan } from './standing-plan.ts';

const names = ['Ann', 'Ben', 'Cas'] as const;

/** A firm of three people, two projects and up to a dozen tasks, some linked, some begun or fixed. */
const anyFirm: fc.Arbitrary<FirmWork> = fc
  .record({
    away: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 3 }),
    partTime: fc.boolean(),
    tasks: fc.array(
      fc.record({
        on: fc.subarray([...names], { maxLength: 2 }),
        of: fc.constantFrom('P', 'Q'),
        estimateMinutes: fc.option(fc.integer({ min: 0, max: 3_000 })),
        startIn: fc.option(fc.integer({ min: -5, max: 20 })),
        days: fc.integer({ min: 0, max: 6 }),
        state: fc.constantFrom('open' as const, 'open' as const, 'started' as const),
        isMilestone: fc.boolean(),
        after: fc.option(fc.nat({ max: 11 })),
        isPinned: fc.boolean(),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ away, partTime, tasks }) => {
    const week = partTime ? [480, 480, 0, 480, 240, 0, 0] : [480, 480, 480, 480, 480, 0, 0];
    const leave = away.map((at) => ({ from: addDays(monday, at), to: addDays(monday, at + 2) }));
    return firm({
      holidays: [day('2026-12-08')],
      people: [person('Ann', { weekMinutes: week }), person('Ben', { leave }), person('Cas')],
      projects: [
        project('P', { endOn: day('2026-12-04') }),
        project('Q', { endOn: day('2026-12-18'), kind: 'initiative' }),
      ],
      tasks: tasks.map(({ startIn, days, after: _, isPinned, ...one }, index) => {
        const startOn = startIn === null ? null : addDays(monday, startIn);
        const dueOn = startOn === null ? null : addDays(startOn, days);
        return task(`t${index}`, { ...one, startOn, dueOn, isPinned: isPinned && index % 4 === 0 });
      }),
      dependencies: tasks.flatMap(({ after }, index) =>
        after !== null && after < index
          ? [
              {
                predecessorId: taskId(`t${after}`),
                successorId: taskId(`t${index}`),
                type: 'finish-start' as const,
                lagMinutes: 0,
              },
            ]
          : [],
      ),
    });
  });

describe('levelling any firm (PM-08, U14)', () => {
  it('gives a plan that the checker accepts, in which no link between movable tasks is broken', () => {
    fc.assert(
      fc.property(anyFirm, (work) => {
        const levelled = levelFirm(work, { seed: 1, maxSchedules: 60 });
        if (!levelled.ok) throw new Error(JSON.stringify(levelled));
        const { plan } = levelled;
        const planOf = new Map(plan.tasks.map((one) => [one.taskId, one]));
        const isFixed = new Set(
          work.tasks.filter((one) => one.state === 'started' || one.isPinned).map(({ id }) => id),
        );
        for (const { predecessorId, successorId } of work.dependencies) {
          const before = planOf.get(predecessorId);
          const after = planOf.get(successorId);
          if (!before || !after || isFixed.has(successorId) || isFixed.has(predecessorId)) continue;
          expect(daysBetween(before.dueOn, after.startOn)).toBeGreaterThanOrEqual(0);
        }
        for (const one of plan.projects) expect(one.earliestEnd <= one.endAfter).toBe(true);
        expect(plan.lateness.bound).toBeLessThanOrEqual(plan.lateness.after);
      }),
      { numRuns: 150 },
    );
  });

  it('what it proposes, once it is the plan, stays', () => {
    fc.assert(
      fc.property(anyFirm, (work) => {
        const options = { seed: 1, maxSchedules: 60 };
        const first = levelFirm(work, options);
        if (!first.ok) throw new Error(JSON.stringify(first));
        const daysOf = new Map(first.plan.tasks.map((one) => [one.taskId, one]));
        const tasks = work.tasks.map((one) => {
          const placed = daysOf.get(one.id);
          if (!placed || one.state === 'started' || one.isPinned) return one;
          return { ...one, startOn: placed.startOn, dueOn: placed.dueOn };
        });
        const again = problemOf({ ...work, tasks });
        const standing = standingPlan(again.problem);
        if (standing === null) return;
        expect(check(again.problem, standing)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
