import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDate, dayNumber, isWeekdayDate, weekdaysThrough } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import type { TaskId } from '../id.ts';
import { day, monday, planOf, taskId, theProject, typed } from '../projects/schedule.fixture.ts';
import { schedulePlan } from '../projects/schedule-dates.ts';
import type { SchedulePlan } from '../projects/schedule-plan.ts';
import { dayOf, delayReasons, planAsOf } from './delay-reasons.ts';
import type { CauseFacts } from './plan-difference.ts';
import { slip, workingDaysFrom } from './slip.ts';

const none: CauseFacts = {
  projectId: theProject,
  clientTasks: new Set(),
  levelledTasks: new Set(),
  overdueTasks: new Set(),
};
const working = isWeekdayDate;
const dayMinutes = 480;

/** A chain of tasks by their days, each after those that it names. */
type Network = readonly { readonly days: number; readonly after: readonly number[] }[];

const network = fc
  .array(
    fc.record({
      days: fc.integer({ min: 1, max: 9 }),
      seeds: fc.array(fc.nat(), { maxLength: 3 }),
    }),
    {
      minLength: 2,
      maxLength: 9,
    },
  )
  .map(
    (rows): Network =>
      rows.map(({ days, seeds }, place) => ({
        days,
        after: place === 0 ? [] : [...new Set(seeds.map((seed) => seed % place))],
      })),
  );

function planFor(tasks: Network): SchedulePlan {
  return planOf({
    tasks: tasks.map(({ days }, place) => ({
      name: `t${place}`,
      durationMinutes: days * dayMinutes,
      startOn: monday,
    })),
    links: tasks.flatMap(({ after }, place) =>
      after.map((before) => ({
        id: `${before}-${place}` as never,
        predecessorId: taskId(`t${before}`),
        successorId: taskId(`t${place}`),
      })),
    ),
  });
}

/** Working days from the start to the end of a task along its longest path; no engine, no calendar. */
function longestPath(tasks: Network, place: number): number {
  const task = tasks[place];
  if (!task) return 0;
  return task.days + Math.max(0, ...task.after.map((before) => longestPath(tasks, before)));
}

const dueOf = (plan: SchedulePlan, id: TaskId) =>
  dayOf(schedulePlan(plan), { kind: 'task', id }) ?? monday;

describe('why a date slips (B07)', () => {
  test('the reasons of a slip add up to the difference of the longest paths, found without the engine', () => {
    fc.assert(
      fc.property(
        network,
        fc.array(fc.record({ place: fc.nat(), more: fc.integer({ min: -3, max: 6 }) }), {
          maxLength: 4,
        }),
        fc.nat(),
        (tasks, edits, picked) => {
          const changed = tasks.map((task, place) => ({
            ...task,
            days: Math.max(
              1,
              task.days +
                sumOf(
                  edits.filter((edit) => edit.place % tasks.length === place),
                  ({ more }) => more,
                ),
            ),
          }));
          const place = picked % tasks.length;
          const id = taskId(`t${place}`);
          const [before, after] = [planFor(tasks), planFor(changed)];
          const found = delayReasons({
            subject: { kind: 'task', id },
            before,
            after,
            promised: dueOf(before, id),
            facts: none,
            isWorking: working,
          });
          const expected = longestPath(changed, place) - longestPath(tasks, place);
          expect(found.slipDays).toBe(expected);
          expect(sumOf(found.reasons, ({ days }) => days)).toBe(expected);
          // Only work on which the date hangs, and that was changed, is blamed.
          for (const { cause, taskId: blamed } of found.reasons) {
            expect(cause).toBe('estimate');
            const index = Number(blamed?.slice(1));
            expect(changed[index]?.days).not.toBe(tasks[index]?.days);
          }
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  test('whatever was changed, the days of the reasons and of the reserve are the slip', () => {
    fc.assert(
      fc.property(
        network,
        network,
        fc.nat(),
        fc.integer({ min: -8, max: 8 }),
        (one, other, picked, reserve) => {
          const shared = picked % Math.min(one.length, other.length);
          const id = taskId(`t${shared}`);
          const [before, after] = [planFor(one), planFor(other)];
          const planned = dueOf(before, id);
          const promised = nthWeekday(planned, reserve);
          const facts = { ...none, clientTasks: new Set([taskId('t1')]) };
          const found = delayReasons({
            subject: { kind: 'task', id },
            before,
            after,
            promised,
            facts,
            isWorking: working,
          });
          expect(sumOf(found.reasons, ({ days }) => days)).toBe(found.slipDays);
          expect(found.slipDays).toBe(slip(promised, found.forecast ?? promised, working));
          expect(found.reasons.every(({ days }) => days !== 0)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  const facts = (more: Partial<CauseFacts>): CauseFacts => ({ ...none, ...more });
  const base: Network = [
    { days: 5, after: [] },
    { days: 5, after: [0] },
    { days: 1, after: [1] },
  ];
  const end = taskId('t2');
  const why = (after: SchedulePlan, given: CauseFacts = none) => {
    const before = planFor(base);
    return delayReasons({
      subject: { kind: 'task', id: end },
      before,
      after,
      promised: dueOf(before, end),
      facts: given,
      isWorking: working,
    }).reasons.map(({ cause, taskId: blamed, days }) => [cause, blamed, days]);
  };
  const patched = (name: string, fields: object) => {
    const plan = planFor(base);
    return {
      ...plan,
      tasks: plan.tasks.map((task) => (task.id === taskId(name) ? { ...task, ...fields } : task)),
    };
  };

  test('work that takes longer is an estimate that was short', () => {
    expect(why(patched('t1', { durationMinutes: 8 * dayMinutes }))).toEqual([
      ['estimate', 't1', 3],
    ]);
  });

  test('the same on the side of the client is their input that came late (B15)', () => {
    expect(
      why(
        patched('t0', { durationMinutes: 7 * dayMinutes }),
        facts({ clientTasks: new Set([taskId('t0')]) }),
      ),
    ).toEqual([['client-input', 't0', 2]]);
  });

  test('a task that was not there is scope added', () => {
    const more: Network = [...base, { days: 4, after: [1] }];
    const plan = planFor(more.map((task, place) => (place === 2 ? { ...task, after: [3] } : task)));
    expect(why(plan)).toEqual([['scope', 't3', 4]]);
  });

  test('waiting that levelling found is people on other work; waiting that somebody planned is a new plan', () => {
    const later = { constraintType: 'start-no-earlier-than', constraintOn: day('2026-06-10') };
    expect(why(patched('t1', later), facts({ levelledTasks: new Set([taskId('t1')]) }))).toEqual([
      ['people', 't1', 2],
    ]);
    expect(why(patched('t1', later))).toEqual([['replanned', 't1', 2]]);
  });

  test('work of another project is something that this work waits for, whatever moved it', () => {
    const other = 'other' as typeof theProject;
    const abroad = (plan: SchedulePlan): SchedulePlan => ({
      ...plan,
      projects: [...plan.projects, ...plan.projects.map((project) => ({ ...project, id: other }))],
      tasks: plan.tasks.map((task) =>
        task.id === taskId('t0') ? { ...task, projectId: other } : task,
      ),
    });
    const before = abroad(planFor(base));
    const found = delayReasons({
      subject: { kind: 'task', id: end },
      before,
      after: abroad(patched('t0', { durationMinutes: 6 * dayMinutes })),
      promised: dueOf(before, end),
      facts: none,
      isWorking: working,
    });
    expect(found.reasons).toEqual([{ cause: 'dependency', taskId: 't0', days: 1 }]);
  });

  test('days that were held in reserve are used up first', () => {
    const before = planFor(base);
    const found = delayReasons({
      subject: { kind: 'task', id: end },
      before,
      after: patched('t1', { durationMinutes: 8 * dayMinutes }),
      promised: nthWeekday(dueOf(before, end), 2),
      facts: none,
      isWorking: working,
    });
    expect(found.slipDays).toBe(1);
    expect(found.reasons.map(({ cause, days }) => [cause, days])).toEqual([
      ['reserve', -2],
      ['estimate', 3],
    ]);
  });

  test('the end of a project is the last day of its tasks', () => {
    const found = delayReasons({
      subject: { kind: 'client-project', id: theProject },
      before: planFor(base),
      after: patched('t0', { durationMinutes: 6 * dayMinutes }),
      promised: dueOf(planFor(base), end),
      facts: none,
      isWorking: working,
    });
    expect(found.reasons).toEqual([{ cause: 'estimate', taskId: 't0', days: 1 }]);
  });

  test('what should be over and is not ends today at the earliest, and moves what waits for it', () => {
    const plan = planOf({
      tasks: [
        { name: 'input', ...typed(monday, day('2026-06-05')) },
        { name: 'work', durationMinutes: 2 * dayMinutes },
      ],
      links: [['input', 'work']],
    });
    const scheduled = schedulePlan(plan);
    const standing = {
      ...plan,
      tasks: plan.tasks.map((task) => ({
        ...task,
        dueOn: scheduled.dates.get(task.id)?.dueOn ?? task.dueOn,
      })),
    };
    const asOf = planAsOf(standing, day('2026-06-10'));
    expect([...asOf.overdueTasks]).toEqual(['input', 'work']);
    expect(dueOf(asOf.plan, taskId('work'))).toBe('2026-06-12');
  });
});

/** So many weekdays later, or earlier. */
function nthWeekday(from: CalendarDate, count: number): CalendarDate {
  const target = weekdaysThrough(dayNumber(from)) + count;
  let at = from;
  while (weekdaysThrough(dayNumber(at)) !== target || !isWeekdayDate(at)) {
    const step = weekdaysThrough(dayNumber(at)) < target ? 1 : -1;
    at = day(new Date((dayNumber(at) + step) * 86_400_000).toISOString().slice(0, 10));
  }
  return at;
}

test('working days add up over any stops, and read backwards are negative', () => {
  const date = fc
    .integer({ min: 20_000, max: 20_400 })
    .map((number) => day(new Date(number * 86_400_000).toISOString().slice(0, 10)));
  fc.assert(
    fc.property(date, date, date, (a, b, c) => {
      expect(workingDaysFrom(a, b, working) + workingDaysFrom(b, c, working)).toBe(
        workingDaysFrom(a, c, working),
      );
    }),
  );
});
