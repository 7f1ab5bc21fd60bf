import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, dayNumber, later, weekStart } from '../calendar-date.ts';
import { capacityOn, termOn } from '../capacity/person-capacity.ts';
import { forecastFinishes, weeksLater } from './finish.ts';
import { day, designer, emptyFirm, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { type PlannedWork, plannedWork } from './planned-work.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { sliceOfSpread } from './spread.ts';

// Monday; one designer with 2,400 minutes a week.
const firm: BalanceInput = {
  ...emptyFirm,
  today: day('2026-11-16'),
  roles: [designer],
  people: [person('Ada')],
};
const academy = project('Academy', { kind: 'initiative', priority: 1 });
const wiki = project('Wiki', { kind: 'initiative', priority: 2 });
const twoWeeks = { startOn: day('2026-11-16'), dueOn: day('2026-11-27') };
const finishes = (input: Partial<BalanceInput>) =>
  Object.fromEntries(
    forecastFinishes({ ...firm, ...input }).map((finish) => [
      finish.projectId,
      finish.finishWeek ?? finish.reason,
    ]),
  );

describe('the forecast of finishes', () => {
  test('follows the plan when there is room', () => {
    expect(
      finishes({
        projects: [academy],
        tasks: [task('t', 'Academy', { ...twoWeeks, estimateMinutes: 2000 })],
      }),
    ).toEqual({ Academy: '2026-11-23' });
  });

  test('serves client work first and pushes initiatives out, by priority', () => {
    // Client work takes 2,000 of 2,400 in both weeks. Academy wants 500 + 500, gets 400 + 400 and
    // the rest of 200 in week three; Wiki wants 1,000 a week and gets 2,200 only in week three …
    expect(
      finishes({
        projects: [wiki, academy, project('Site')],
        tasks: [
          task('a', 'Site', { ...twoWeeks, estimateMinutes: 4000 }),
          task('b', 'Academy', { ...twoWeeks, estimateMinutes: 1000 }),
          task('c', 'Wiki', { ...twoWeeks, estimateMinutes: 2201 }),
        ],
      }),
    ).toEqual({ Site: '2026-11-23', Academy: '2026-11-30', Wiki: '2026-12-07' });
  });

  test('never works ahead of the plan', () => {
    const later = { startOn: day('2027-01-04'), dueOn: day('2027-01-08') };
    expect(
      finishes({
        projects: [academy],
        tasks: [task('t', 'Academy', { ...later, estimateMinutes: 60 })],
      }),
    ).toEqual({ Academy: '2027-01-04' });
  });

  test('counts roles apart: designers do not build', () => {
    const builder = { ...designer, id: id<'role'>('builder') };
    expect(
      finishes({
        roles: [designer, builder],
        people: [person('Ada'), person('Ben', { roleId: builder.id, weeklyMinutes: 600 })],
        projects: [academy],
        tasks: [
          task('a', 'Academy', { ...twoWeeks, estimateMinutes: 100 }),
          task('b', 'Academy', { ...twoWeeks, estimateMinutes: 1800, roleId: builder.id }),
        ],
      }),
    ).toEqual({ Academy: '2026-11-30' });
  });

  test('counts the first week from today and stops with people who leave', () => {
    // Thursday: two days of 480 are left of this week, then Ada is gone.
    const thursday = {
      ...firm,
      today: day('2026-11-19'),
      people: [person('Ada', { leftOn: day('2026-11-20') })],
    };
    const work = (minutes: number) => ({
      projects: [academy],
      tasks: [task('t', 'Academy', { dueOn: day('2026-11-20'), estimateMinutes: minutes })],
    });
    expect(finishes({ ...thursday, ...work(960) })).toEqual({ Academy: '2026-11-16' });
    expect(finishes({ ...thursday, ...work(961) })).toEqual({ Academy: 'beyond-horizon' });
  });

  test.each([
    ['nothing is left', 'nothing-left', { isDone: true }],
    ['work names neither role nor person', 'no-role', { roleId: null }],
    ['nobody has the role', 'beyond-horizon', { roleId: id<'role'>('pilot') }],
    ['the plan ends after 104 weeks', 'beyond-horizon', { dueOn: day('2028-11-13') }],
  ])('names no week when %s', (_, reason, facts) => {
    expect(finishes({ projects: [academy], tasks: [task('t', 'Academy', facts)] })).toEqual({
      Academy: reason,
    });
  });

  test('serves people without a role from their own hours', () => {
    expect(
      finishes({
        people: [person('Ada'), person('Cy', { roleId: null, weeklyMinutes: 600 })],
        projects: [academy],
        tasks: [
          task('t', 'Academy', {
            dueOn: day('2026-11-20'),
            startOn: null,
            estimateMinutes: 601,
            assigneeIds: [id('Cy')],
          }),
        ],
      }),
    ).toEqual({ Academy: '2026-11-23' });
  });

  test('leaves out projects that are not committed', () => {
    expect(
      finishes({ projects: [{ ...academy, isCommitted: false }], tasks: [task('t', 'Academy')] }),
    ).toEqual({});
  });
});

test('weeks later are counted from finish to finish', () => {
  const finish = (finishWeek: string) =>
    ({
      projectId: id<'project'>('p'),
      remainingMinutes: 1,
      finishWeek: day(finishWeek),
      finishOn: day(finishWeek),
      reason: null,
    }) as const;
  expect(weeksLater(finish('2026-11-16'), finish('2027-01-04'))).toBe(7);
  expect(weeksLater(finish('2026-11-16'), finish('2026-11-09'))).toBe(-1);
  expect(weeksLater(undefined, finish('2026-11-09'))).toBeNull();
});

test('names the day: the planned one, or as far into the week as work carried over reaches', () => {
  const days = (input: Partial<BalanceInput>) =>
    Object.fromEntries(
      forecastFinishes({ ...firm, ...input }).map((finish) => [finish.projectId, finish.finishOn]),
    );
  const projects = [academy, project('Site')];
  const site = task('a', 'Site', { ...twoWeeks, estimateMinutes: 4000 });
  // 800 of 1,000 fit into the two weeks; 200 of 2,400 are left for the third, on its first day.
  const teach = (estimateMinutes: number) => task('b', 'Academy', { ...twoWeeks, estimateMinutes });
  expect(days({ projects, tasks: [site, teach(1000)] })).toEqual({
    Site: '2026-11-27',
    Academy: '2026-11-30',
  });
  // 1,300 of 2,400 are left for the third week: more than half of its five days.
  expect(days({ projects, tasks: [site, teach(2100)] })['Academy']).toBe('2026-12-02');
});

test('project by project gives the same as a plain simulation week by week', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const made = randomFirm(seed, { people: 6, projects: 8, months: 6 });
    const found = forecastFinishes(made).filter((finish) => finish.reason !== 'no-role');
    const simulated = simulate(made);
    for (const finish of found)
      expect([seed, finish.projectId, finish.finishWeek]).toEqual([
        seed,
        finish.projectId,
        simulated.get(finish.projectId) ?? null,
      ]);
  }
});

type Open = { readonly work: PlannedWork; minutes: number };

/** Week, then project, then task: the textbook order, kept apart from the code under test. */
function simulate(firm: BalanceInput): Map<string, string> {
  const open = plannedWork(firm)
    .filter((work) => work.roleId !== null || work.personId !== null)
    .map((work): Open => ({ work, minutes: work.minutes }));
  const order = firm.projects.toSorted(
    (a, b) => a.kind.localeCompare(b.kind) || a.priority - b.priority || a.id.localeCompare(b.id),
  );
  const finished = new Map<string, string>();
  for (let week = 0; week < 104; week += 1) {
    const monday = addDays(weekStart(firm.today), 7 * week);
    const free = freeMinutes(firm, monday);
    for (const one of order) {
      const mine = open.filter((item) => item.work.project.id === one.id);
      for (const item of mine) work(item, addDays(monday, 6), free);
      const isDone = mine.length > 0 && mine.every((item) => item.minutes === 0);
      if (isDone && !finished.has(one.id)) finished.set(one.id, monday);
    }
  }
  return finished;
}

function freeMinutes(firm: BalanceInput, monday: CalendarDate): Map<string | null, number> {
  const free = new Map<string | null, number>();
  for (const who of firm.people) {
    for (let on = later(monday, firm.today); on <= addDays(monday, 6); on = addDays(on, 1)) {
      const { roleId } = termOn(who.capacity, dayNumber(on));
      free.set(roleId, (free.get(roleId) ?? 0) + capacityOn(who.capacity, dayNumber(on)));
    }
  }
  return free;
}

function work(item: Open, sunday: CalendarDate, free: Map<string | null, number>): void {
  const released = sliceOfSpread(item.work, item.work.from, sunday);
  const room = free.get(item.work.roleId) ?? 0;
  const served = Math.min(released - (item.work.minutes - item.minutes), room);
  item.minutes -= served;
  free.set(item.work.roleId, room - served);
}
