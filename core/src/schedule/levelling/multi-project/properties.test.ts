import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayNumber, daysBetween } from '../../../calendar-date.ts';
import { capacityOn } from '../../../capacity/person-capacity.ts';
import { check } from '../check.ts';
import type { LevelledActivity, LevellingProblem } from '../problem.ts';
import { solve } from '../solve.ts';
import { day, firm, monday, person, project, task, taskId } from './firm.fixture.ts';
import type { FirmWork } from './firm-work.ts';
import { levelFirm } from './level-firm.ts';
import { type FirmProblem, problemOf } from './problem-of.ts';
import { standingPlan } from './standing-plan.ts';
import { type Usage, usageOf, workReader } from './usage.ts';

const halfDays = [240, 240, 240, 240, 240, 0, 0];
const names = ['Ann', 'Ben', 'Cas'] as const;

/** A firm of three people, two projects and up to a dozen tasks, some linked, some begun or fixed. */
const anyFirm: fc.Arbitrary<FirmWork> = fc
  .record({
    half: fc.option(fc.integer({ min: 1, max: 15 })),
    joins: fc.option(fc.integer({ min: 1, max: 15 })),
    leaves: fc.option(fc.integer({ min: 0, max: 25 })),
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
  .map(({ away, partTime, half, joins, leaves, tasks }) => {
    const week = partTime ? [480, 480, 0, 480, 240, 0, 0] : [480, 480, 480, 480, 480, 0, 0];
    const leave = away.map((at) => ({ from: addDays(monday, at), to: addDays(monday, at + 2) }));
    return firm({
      holidays: [day('2026-12-08')],
      people: [
        person('Ann', {
          weekMinutes: week,
          later: half === null ? [] : [{ from: addDays(monday, half), weekMinutes: halfDays }],
        }),
        person('Ben', {
          leave,
          halfLeave: leave.map(({ to }) => ({ from: to, to: addDays(to, 3) })),
        }),
        person('Cas', {
          ...(joins === null ? {} : { joinedOn: addDays(monday, joins) }),
          ...(leaves === null ? {} : { leftOn: addDays(monday, (joins ?? 0) + leaves) }),
        }),
      ],
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

function expectHoursKept(found: Pick<FirmProblem, 'work' | 'axis' | 'staff'> & { usage: Usage }) {
  for (const { id, capacity } of found.work.people) {
    const member = found.staff.people.get(id);
    const taken = found.usage.get(member?.resource ?? '')?.taken ?? new Int32Array();
    taken.forEach((minutes, slot) => {
      const has = capacityOn(capacity, dayNumber(found.axis.dayOf(slot)));
      if (slot < (member?.goneFrom ?? slot + 1)) expect(minutes).toBeLessThanOrEqual(has);
      else expect(has).toBe(0);
    });
  }
}

/** Work of one person comes to its minutes, wherever it lies. */
function expectAllDone(problem: LevellingProblem, placed: readonly LevelledActivity[]) {
  const reader = workReader(problem);
  const starts = new Map(placed.map(({ id, start }) => [id, start]));
  for (const activity of problem.activities) {
    const [part, second] = activity.parts ?? [];
    const resource = part?.takes[0]?.resource ?? '';
    if (second !== undefined || !resource.startsWith('person')) continue;
    const days = reader.days(activity, starts.get(activity.id) ?? 0);
    const done = days.reduce((sum, { taken }) => sum + (taken.get(resource) ?? 0), 0);
    expect(done).toBe(part?.units);
  }
}

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

  it('no day holds more minutes than the terms of that day give, and all work is done', () => {
    fc.assert(
      fc.property(anyFirm, (any) => {
        // What has begun or is fixed stands whatever the hours are; here nothing is.
        const tasks = any.tasks.map((one) => ({ ...one, state: 'open' as const, isPinned: false }));
        const work = { ...any, tasks };
        const { problem, axis, staff } = problemOf(work);
        const solved = solve(problem, { seed: 1, maxSchedules: 40 });
        if (!solved.ok) throw new Error(JSON.stringify(solved));
        expect(check(problem, solved.solution)).toEqual([]);
        const usage = usageOf(problem, solved.solution.activities);
        expectHoursKept({ work, axis, staff, usage });
        expectAllDone(problem, solved.solution.activities);
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
