import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../random.ts';
import { allDay, standardCalendar } from '../day-hours.ts';
import { minuteOf } from '../minute.ts';
import { linkTypes, type ScheduleLink, type ScheduleProject, type ScheduleTask } from '../model.ts';
import { schedule } from '../schedule.ts';
import { chanceBy, finishAt, histogramOf } from './finishes.ts';
import { type Simulation, simulate } from './simulate.ts';
import { type Spread, spreadMean, spreadQuantile, spreadVariance } from './spread.ts';

const start = minuteOf('2026-03-02T08:00');
const everyMinute = { id: 'always', week: Array.from({ length: 7 }, () => allDay) };
const whole = { id: 'end', isEnd: true };
const pert: Spread = { kind: 'betaPert', optimistic: 0.6, likely: 1, pessimistic: 2.4 };
const triangle: Spread = { kind: 'triangular', optimistic: 0.6, likely: 1, pessimistic: 2.4 };
const past: Spread = { kind: 'lognormal', logMean: 0.2, logDeviation: 0.4 };

function task(id: string, minutes: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes, unit: 'working' }, ...more };
}

function follows(predecessorId: string, successorId: string): ScheduleLink {
  return { predecessorId, successorId, type: 'finishToStart' };
}

function plan(
  tasks: readonly ScheduleTask[],
  links: readonly ScheduleLink[] = [],
  more: Partial<ScheduleProject> = {},
): ScheduleProject {
  const calendars = [everyMinute, standardCalendar('standard')];
  return { start, calendars, defaultCalendarId: 'always', tasks, links, ...more };
}

function run(project: ScheduleProject, of: Partial<Simulation> = {}) {
  const spreads = new Map(project.tasks.map(({ id }) => [id, pert]));
  return simulate({ project, spreads, targets: [whole], seed: 7, ...of });
}

function lengths(project: ScheduleProject, of: Partial<Simulation> = {}): Float64Array {
  return (run(project, of).targets[0]?.finishes ?? new Float64Array()).map((date) => date - start);
}

function moments(values: Float64Array): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) };
}

const far = 1_000_000;

describe('simulate, against closed forms (U14)', () => {
  it.each([pert, triangle, past])(
    'one task has the mean and variance of its $kind spread',
    (spread) => {
      const found = moments(lengths(plan([task('a', far)]), { spreads: new Map([['a', spread]]) }));
      expect(found.mean / far).toBeCloseTo(spreadMean(spread), 2);
      expect(found.variance / far ** 2 / spreadVariance(spread)).toBeCloseTo(1, 1);
    },
  );

  it('in a series means and variances add up', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `t${i}`);
    const links = ids.slice(1).map((id, i) => follows(ids[i] ?? '', id));
    const found = moments(
      lengths(
        plan(
          ids.map((id) => task(id, far)),
          links,
        ),
        { samples: 4_000 },
      ),
    );
    expect(found.mean / far).toBeCloseTo(12 * spreadMean(pert), 1);
    expect(found.variance / far ** 2 / (12 * spreadVariance(pert))).toBeGreaterThan(0.93);
    expect(found.variance / far ** 2 / (12 * spreadVariance(pert))).toBeLessThan(1.07);
  });

  it('tasks that run over together spread a series as far as their correlation says', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const spreads = new Map(ids.map((id) => [id, past] as const));
    const links = ids.slice(1).map((id, i) => follows(ids[i] ?? '', id));
    const of = { spreads, samples: 20_000, correlation: 0.5 };
    const found = moments(
      lengths(
        plan(
          ids.map((id) => task(id, far)),
          links,
        ),
        of,
      ),
    );
    // Of two lognormals with normal correlation r: (exp(r s²) - 1) / (exp(s²) - 1).
    const own = Math.expm1(0.5 * 0.16) / Math.expm1(0.16);
    const variance = spreadVariance(past) * (4 + 12 * own);
    expect(found.variance / far ** 2 / variance).toBeGreaterThan(0.93);
    expect(found.variance / far ** 2 / variance).toBeLessThan(1.07);
  });

  it('of two in parallel the mean of the longer comes out, by numeric integration', () => {
    const project = plan([task('a', far), task('b', far)]);
    const found = moments(lengths(project, { samples: 4_000 }));
    // E[max] is the integral of 1 - F(x)²; with the quantile Q, the integral of 2 u Q(u).
    let wanted = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const u = (i + 0.5) / 20_000;
      wanted += (2 * u * spreadQuantile(pert, u)) / 20_000;
    }
    expect(found.mean / far).toBeCloseTo(wanted, 2);
    const shares = run(project).tasks.map(({ criticality }) => criticality);
    expect(shares[0]).toBeCloseTo(0.5, 1);
    expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeGreaterThanOrEqual(1);
  });

  it('a series shares its spread by variance, and ranks its tasks by it', () => {
    const spreads = new Map<string, Spread>([
      ['a', { ...pert, pessimistic: 4 }],
      ['b', pert],
      ['c', { kind: 'fixed', factor: 1 }],
    ]);
    const project = plan(
      [task('a', far), task('b', far), task('c', far)],
      [follows('a', 'b'), follows('b', 'c')],
    );
    const { drivers } = run(project, { spreads, samples: 2_000 });
    const found = drivers.get('end') ?? [];
    expect(found.map(({ taskId }) => taskId)).toEqual(['a', 'b']);
    expect(found.reduce((sum, { sensitivity }) => sum + sensitivity ** 2, 0)).toBeCloseTo(1, 1);
  });
});

describe('simulate, on real calendars (U14)', () => {
  it('without uncertainty every sample is the plan, whatever the plan has', () => {
    fc.assert(
      fc.property(anyPlan, (project) => {
        const planned = schedule(project);
        const ids = project.tasks.map(({ id }) => id);
        const targets = [whole, ...ids.map((id) => ({ id, taskIds: [id], isEnd: false }))];
        const { targets: found } = simulate({
          project,
          spreads: new Map(),
          targets,
          seed: 1,
          samples: 3,
        });
        for (const { id, finishes } of found.slice(1)) {
          const dates = planned.tasks[ids.indexOf(id)];
          expect([id, ...finishes]).toEqual([id, dates?.finish, dates?.finish, dates?.finish]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a factor for all tasks gives the dates of the plan with those lengths', () => {
    fc.assert(
      fc.property(anyPlan, (project) => {
        const spreads = new Map(
          ids(project).map((id) => [id, { kind: 'fixed', factor: 2 } as const]),
        );
        const doubled = project.tasks.map((one) => ({
          ...one,
          duration: { ...one.duration, minutes: 2 * one.duration.minutes },
        }));
        const planned = schedule({ ...project, tasks: doubled });
        const targets = ids(project).map((id) => ({ id, taskIds: [id], isEnd: false }));
        const { targets: found } = simulate({ project, spreads, targets, seed: 1, samples: 1 });
        const finishes = new Map(planned.tasks.map(({ id, finish }) => [id, finish]));
        for (const { id, finishes: own } of found)
          expect([id, own[0]]).toEqual([id, finishes.get(id)]);
      }),
      { numRuns: 300 },
    );
  });

  it('P50 ≤ P80 ≤ P95, criticality from 0 to 1, and the same in any order of tasks', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: 1, max: 1e6 }), (project, seed) => {
        const spreads = new Map(ids(project).map((id) => [id, triangle]));
        const first = simulate({ project, spreads, targets: [whole], seed, samples: 50 });
        const turned = {
          ...project,
          tasks: project.tasks.toReversed(),
          links: project.links.toReversed(),
        };
        const second = simulate({ project: turned, spreads, targets: [whole], seed, samples: 50 });
        expect(second.targets).toEqual(first.targets);
        expect(second.tasks.toReversed()).toEqual(first.tasks);
        const finishes = first.targets[0]?.finishes ?? new Float64Array();
        expect(finishAt(finishes, 0.5)).toBeLessThanOrEqual(finishAt(finishes, 0.8));
        expect(finishAt(finishes, 0.8)).toBeLessThanOrEqual(finishAt(finishes, 0.95));
        for (const { criticality } of first.tasks) {
          expect(criticality).toBeGreaterThanOrEqual(0);
          expect(criticality).toBeLessThanOrEqual(1);
        }
        expect(
          first.tasks.some(({ criticality }) => criticality === 1) || first.tasks.length > 1,
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('a more pessimistic estimate never ends earlier, in any sample', () => {
    fc.assert(
      fc.property(linkedPlan, fc.double({ min: 0, max: 3, noNaN: true }), (project, more) => {
        const finishesOf = (pessimistic: number) => {
          const spreads = new Map(ids(project).map((id) => [id, { ...triangle, pessimistic }]));
          return simulate({ project, spreads, targets: [whole], seed: 3, samples: 40 }).targets[0]
            ?.finishes;
        };
        const [before, after] = [finishesOf(2.4), finishesOf(2.4 + more)];
        before?.forEach((date, i) => {
          expect(after?.[i]).toBeGreaterThanOrEqual(date);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('with nothing uncertain the critical tasks are the plan’s own', () => {
    fc.assert(
      fc.property(linkedPlan, (project) => {
        const planned = schedule(project).tasks.map(({ id, isCritical }) => [id, isCritical]);
        const found = run(project, { spreads: new Map(), samples: 1 });
        expect(found.tasks.map(({ id, criticality }) => [id, criticality === 1])).toEqual(planned);
      }),
      { numRuns: 300 },
    );
  });

  it('work done does not stretch again, finished work never', () => {
    const spreads = new Map<string, Spread>([['a', { kind: 'fixed', factor: 3 }]]);
    const half = task('a', 1_000, { progress: { actualStart: start, percentComplete: 50 } });
    expect([...lengths(plan([half]), { spreads, samples: 1 })]).toEqual([2_000]);
    const done = task('a', 1_000, { progress: { actualStart: start, actualFinish: start + 900 } });
    expect([...lengths(plan([done]), { spreads, samples: 1 })]).toEqual([900]);
  });

  it('a plan counted back from its finish is run from where its tasks stand', () => {
    const finish = minuteOf('2026-03-31T17:00');
    const project = plan([task('a', 960), task('b', 960)], [follows('a', 'b')], {
      finish,
      defaultCalendarId: 'standard',
    });
    expect([
      ...(run(project, { spreads: new Map(), samples: 1 }).targets[0]?.finishes ?? []),
    ]).toEqual([finish]);
    const late = run(project).targets[0]?.finishes ?? new Float64Array();
    expect(finishAt(late, 0.95)).toBeGreaterThan(finish);
  });

  it('same seed, same figures; another seed, others; stopped, what was done counts', () => {
    const project = plan([task('a', far), task('b', far)], [follows('a', 'b')]);
    expect(lengths(project)).toEqual(lengths(project));
    expect(lengths(project, { seed: 8 })).not.toEqual(lengths(project));
    let blocks = 0;
    const stopped = run(project, { shouldStop: () => ++blocks > 2 });
    expect(stopped.samples).toBe(256);
    expect(stopped.targets[0]?.finishes).toHaveLength(256);
  });

  it('targets are summaries with all below them, and ends of their own', () => {
    const project = plan([
      task('p', 0),
      task('a', far, { parentId: 'p' }),
      task('q', 0),
      task('b', 2 * far, { parentId: 'q' }),
    ]);
    const targets = ['p', 'q'].map((id) => ({ id, taskIds: [id], isEnd: true }));
    const found = run(project, { targets });
    expect(found.tasks.map(({ criticality }) => criticality)).toEqual([1, 1, 1, 1]);
    expect([...found.drivers].map(([id, list]) => [id, list.map(({ taskId }) => taskId)])).toEqual([
      ['p', ['a']],
      ['q', ['b']],
    ]);
  });
});

describe('finishes', () => {
  const finishes = Float64Array.from({ length: 10 }, (_, i) => (i + 1) * 1440);

  it('percentiles are nearest ranks, chances count what is done by then', () => {
    expect([0.5, 0.8, 0.95, 1].map((share) => finishAt(finishes, share) / 1440)).toEqual([
      5, 8, 10, 10,
    ]);
    expect(chanceBy(finishes, 8 * 1440)).toBe(0.8);
    expect(chanceBy(finishes, 0)).toBe(0);
  });

  it('a histogram holds every sample once, in single days or whole weeks', () => {
    expect(histogramOf(finishes, 10).map(({ count }) => count)).toEqual(Array(10).fill(1));
    const bars = histogramOf(finishes, 4);
    expect(bars.map(({ count }) => count)).toEqual([7, 3]);
    expect(bars[0]).toMatchObject({ firstDay: 0, lastDay: 6 });
  });
});

function ids(project: ScheduleProject): string[] {
  return project.tasks.map(({ id }) => id);
}

/** Work on the standard week with links of every type, lags, dates, people and summaries. */
const anyPlan = fc.integer({ min: 1, max: 1e9 }).map((seed) => planOf(seed, true));
/** The same with links from finish to start alone. */
const linkedPlan = fc.integer({ min: 1, max: 1e9 }).map((seed) => planOf(seed, false));

function planOf(seed: number, isRich: boolean): ScheduleProject {
  const random = seededRandom(seed);
  const chance = (share: number) => isRich && random() < share;
  const count = 2 + Math.floor(random() * 10);
  const id = (i: number) => `t${i}`;
  const summaries = isRich ? 1 + Math.floor(random() * 2) : 0;
  const constraints = (): Partial<ScheduleTask> => {
    const date = start + Math.floor(random() * 20) * 1440 + 60 * Math.floor(random() * 10);
    const kinds = ['startNoEarlierThan', 'finishNoEarlierThan', 'mustStartOn'] as const;
    const type = kinds[Math.floor(random() * 8)];
    return isRich && type ? { constraint: { type, date } } : {};
  };
  const tasks = Array.from({ length: count }, (_, i): ScheduleTask => {
    if (i < summaries) return task(id(i), 0);
    const minutes = chance(0.15) ? 0 : 30 * (1 + Math.floor(random() * 100));
    const isBelow = chance(0.5) && summaries > 0;
    return {
      id: id(i),
      duration: { minutes, unit: chance(0.1) ? 'elapsed' : 'working' },
      ...(isBelow ? { parentId: id(Math.floor(random() * summaries)) } : {}),
      ...constraints(),
      ...(chance(0.1) ? { levellingDelayMinutes: 600 } : {}),
    };
  });
  const links: ScheduleLink[] = [];
  for (let i = 0; i < count * 1.5; i += 1) {
    const from = Math.floor(random() * count);
    const to = from + 1 + Math.floor(random() * (count - from));
    if (to >= count) continue;
    const type = isRich
      ? (linkTypes[Math.floor(random() * 4)] ?? 'finishToStart')
      : 'finishToStart';
    const lag = chance(0.4)
      ? ({
          minutes: 60 * Math.floor(random() * 40) - 600,
          unit: chance(0.5) ? 'elapsed' : 'working',
        } as const)
      : ({ percent: chance(0.3) ? 50 : 0, unit: 'percent' } as const);
    links.push({ predecessorId: id(from), successorId: id(to), type, lag });
  }
  const people = ['x', 'y'];
  const worked = tasks.filter(
    ({ duration }) => duration.unit === 'working' && duration.minutes > 0 && chance(0.5),
  );
  return plan(tasks, links, {
    defaultCalendarId: 'standard',
    calendars: [
      everyMinute,
      standardCalendar('standard'),
      { id: 'x', baseId: 'standard', week: [[], null, null, null, [], null, null] },
    ],
    resources: people.map((person) => ({
      id: person,
      kind: 'work',
      ...(person === 'x' ? { calendarId: 'x' } : {}),
    })),
    assignments: worked.flatMap(({ id: taskId }) =>
      people.filter(() => chance(0.7)).map((resourceId) => ({ taskId, resourceId, units: 1 })),
    ),
  });
}
