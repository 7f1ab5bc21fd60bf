import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDay, standardCalendar } from '../day-hours.ts';
import { minuteOf } from '../minute.ts';
import { linkTypes, type ScheduleLink, type ScheduleProject, type ScheduleTask } from '../model.ts';
import { book, clashIn, emptyBooking } from './booking.ts';
import type { PeopleLimits } from './people-limits.ts';
import { type Simulation, simulate } from './simulate.ts';
import type { Spread } from './spread.ts';

const start = minuteOf('2026-03-02T08:00');
const everyMinute = { id: 'always', week: Array.from({ length: 7 }, () => allDay) };
const pert: Spread = { kind: 'betaPert', optimistic: 0.6, likely: 1, pessimistic: 2.4 };

function task(id: string, minutes: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes, unit: 'working' }, ...more };
}

function plan(
  tasks: readonly ScheduleTask[],
  links: readonly ScheduleLink[] = [],
  calendar = 'always',
): ScheduleProject {
  const calendars = [everyMinute, standardCalendar('standard')];
  return { start, calendars, defaultCalendarId: calendar, tasks, links };
}

/** Each target is one task, beside the end of all. */
function run(project: ScheduleProject, of: Partial<Simulation> = {}) {
  const targets = project.tasks.map(({ id }) => ({ id, taskIds: [id], isEnd: false }));
  return simulate({
    project,
    spreads: new Map(project.tasks.map(({ id }) => [id, pert])),
    targets: [{ id: 'end', isEnd: true }, ...targets],
    seed: 7,
    samples: 60,
    ...of,
  });
}

function endOf(found: ReturnType<typeof simulate>): readonly number[] {
  return [...(found.targets.find(({ id }) => id === 'end')?.finishes ?? [])];
}

const all = (...ids: string[]): PeopleLimits =>
  new Map(ids.map((id) => [id, [{ worker: 'ann', share: 10_000 }]]));

/** Plans with links of all types, summaries, dates, shares of people, some fixed or begun. */
const anyPlan = fc
  .record({
    tasks: fc.array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 3_000 }),
        on: fc.subarray(['ann', 'ben'], { maxLength: 2 }),
        share: fc.constantFrom(2_500, 5_000, 10_000),
        kind: fc.constantFrom('free', 'free', 'free', 'dated', 'manual', 'begun', 'finish'),
        day: fc.integer({ min: 0, max: 12 }),
        isChild: fc.boolean(),
      }),
      { minLength: 1, maxLength: 9 },
    ),
    links: fc.array(
      fc.record({
        one: fc.nat({ max: 8 }),
        other: fc.nat({ max: 8 }),
        type: fc.constantFrom(...linkTypes),
        lag: fc.constantFrom(0, 0, 480, -300),
      }),
      { maxLength: 8 },
    ),
    calendar: fc.constantFrom('always', 'standard'),
  })
  .map(({ tasks, links, calendar }) => {
    const date = (day: number) => start + day * 1_440;
    const more = ({ kind, day }: (typeof tasks)[number]): Partial<ScheduleTask> => {
      if (kind === 'dated') return { constraint: { type: 'startNoEarlierThan', date: date(day) } };
      if (kind === 'finish')
        return { constraint: { type: 'finishNoEarlierThan', date: date(day) } };
      if (kind === 'manual') return { manual: { start: date(day), finish: date(day) + 600 } };
      return kind === 'begun' ? { progress: { actualStart: start, percentComplete: 30 } } : {};
    };
    const rows = tasks.map((one, i) =>
      task(`t${i}`, one.minutes, {
        ...more(one),
        ...(one.isChild ? { parentId: 'sum' } : {}),
      }),
    );
    const kept = links
      .filter(({ one, other }) => one < other && other < tasks.length)
      .map(({ one, other, type, lag }) => ({
        predecessorId: `t${one}`,
        successorId: `t${other}`,
        type,
        lag: { minutes: lag, unit: 'working' as const },
      }));
    const limits: PeopleLimits = new Map(
      tasks.map(({ on, share }, i) => [`t${i}`, on.map((worker) => ({ worker, share }))]),
    );
    return { project: plan([...rows, task('sum', 0)], kept, calendar), limits };
  });

describe("simulating with people's limits (PM-08, U14)", () => {
  it('one person does one thing after the other, so lengths add up where networks take the longer', () => {
    const project = plan([task('a', 1_000), task('b', 1_000)]);
    const free = run(project, { spreads: new Map(), samples: 1 });
    expect(endOf(free)).toEqual([start + 1_000]);
    const held = run(project, { spreads: new Map(), samples: 1, limits: all('a', 'b') });
    expect(endOf(held)).toEqual([start + 2_000]);
    expect(held.tasks.map(({ criticality }) => criticality)).toEqual([1, 1]);
  });

  it('halves of a person fit beside each other, and work goes on where the day does', () => {
    const project = plan([task('a', 480), task('b', 480), task('c', 480)], [], 'standard');
    const half = new Map(
      ['a', 'b', 'c'].map((id) => [id, [{ worker: 'ann', share: 5_000 }]] as const),
    );
    const held = run(project, { spreads: new Map(), samples: 1, limits: half });
    expect(endOf(held)).toEqual([minuteOf('2026-03-03T17:00')]);
  });

  it('what is fixed is booked first; what fits before it goes there', () => {
    const fixed = { manual: { start: start + 1_000, finish: start + 1_500 } };
    const project = plan([task('long', 1_200), task('short', 900), task('fixed', 500, fixed)]);
    const held = run(project, {
      spreads: new Map(),
      samples: 1,
      limits: all('long', 'short', 'fixed'),
    });
    const finish = (name: string) => held.targets.find(({ id }) => id === name)?.finishes[0];
    expect([finish('short'), finish('fixed'), finish('long')]).toEqual(
      [900, 1_500, 2_700].map((minutes) => start + minutes),
    );
  });

  it('with time enough for all, the figures are those of the network for the same seed', () => {
    fc.assert(
      fc.property(anyPlan, ({ project }) => {
        // Everybody works on one thing only.
        const alone: PeopleLimits = new Map(
          project.tasks.map(({ id }) => [id, [{ worker: id, share: 10_000 }]]),
        );
        expect(run(project, { limits: alone, samples: 8 })).toEqual(run(project, { samples: 8 }));
      }),
      { numRuns: 150 },
    );
  });

  it('is never done before the network alone, in any sample, for no task', () => {
    fc.assert(
      fc.property(anyPlan, ({ project, limits }) => {
        for (let seed = 1; seed <= 4; seed += 1) {
          const one = { samples: 1, seed };
          const free = new Map(
            run(project, one).targets.map(({ id, finishes }) => [id, finishes[0] ?? 0]),
          );
          for (const { id, finishes } of run(project, { ...one, limits }).targets)
            expect(finishes[0]).toBeGreaterThanOrEqual(free.get(id) ?? Number.NaN);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('comes out the same in whatever order the blocks are worked, and however many samples', () => {
    fc.assert(
      fc.property(anyPlan, ({ project, limits }) => {
        expect(run(project, { limits })).toEqual(run(project, { limits }));
      }),
      { numRuns: 30 },
    );
  });

  it('books nobody beyond the whole of them where there is room for each stretch', () => {
    const stretch = fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 0, max: 20 }),
      share: fc.constantFrom(2_500, 4_000, 10_000),
    });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 25 }), (stretches) => {
        const booking = emptyBooking();
        const minutes = new Int32Array(2_000);
        stretches.forEach(({ start: begin, length, share }, task) => {
          let at = begin;
          const asked = () => ({ start: at, finish: at + length, share });
          for (let clash = clashIn(booking, asked()); clash; clash = clashIn(booking, asked()))
            at = clash.until;
          book(booking, asked(), task);
          for (let minute = at; minute < at + length; minute += 1)
            minutes[minute] = (minutes[minute] ?? 0) + share;
        });
        expect(Math.max(...minutes)).toBeLessThanOrEqual(10_000);
        expect(booking.times).toEqual([...new Set(booking.times)].sort((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });
});
