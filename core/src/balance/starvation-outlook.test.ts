import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar-date.ts';
import { sumOf } from '../grouping.ts';
import { day, designer, emptyFirm, entry, id, person, project, task } from './firm.fixture.ts';
import type { BalanceInput } from './input.ts';
import { randomFirm } from './random-firm.fixture.ts';
import { initiativePromises } from './starvation.ts';
import { outlookDays, starvationOutlooks } from './starvation-outlook.ts';

const today = day('2026-11-18');
const academy = project('Academy', {
  kind: 'initiative',
  promisedWeeklyMinutes: 600,
  startOn: day('2026-09-07'),
  endOn: day('2027-02-26'),
});
const milestone = {
  taskId: id<'task'>('Pilot'),
  projectId: academy.id,
  name: 'Pilot',
  dueOn: day('2026-12-16'),
};

/** Ten weeks: the first four as promised, then nothing but client work of the same person. */
function firm(more: Partial<BalanceInput> = {}): BalanceInput {
  const monday = (week: number) => addDays(day('2026-09-07'), week * 7);
  return {
    ...emptyFirm,
    ...outlookDays(today),
    today,
    roles: [designer],
    people: [person('Ada')],
    projects: [academy, project('Site')],
    tasks: [task('Teach', 'Academy', { estimateMinutes: 6000, dueOn: day('2026-12-10') })],
    logs: [
      ...[0, 1, 2, 3].map((week) => entry('Academy', monday(week), { minutes: 600 })),
      ...[4, 5, 6, 7, 8, 9].map((week) => entry('Site', monday(week), { minutes: 2400 })),
    ],
    ...more,
  };
}

describe('the outlook of an initiative (B06)', () => {
  test('names the milestone it misses at its pace, and who took the hours', () => {
    const [outlook] = starvationOutlooks(firm(), [milestone]);
    expect(outlook).toMatchObject({
      target: { milestone: { name: 'Pilot' }, remainingMinutes: 6000, isEstimated: true },
      forecast: { isStarving: true },
    });
    const { promise } = outlook ?? expect.fail();
    expect(promise.culprits).toEqual([
      { projectId: 'Site', minutes: promise.shortfallMinutes - promise.unexplainedMinutes },
    ]);
  });

  test('takes what is missing of the promise and what is to come where no task is estimated', () => {
    const unknown = firm({ tasks: [task('Teach', 'Academy', { estimateMinutes: null })] });
    const [outlook] = starvationOutlooks(unknown, [milestone]);
    // Twenty weekdays until the milestone are four weeks of the promise.
    const { promise, target } = outlook ?? expect.fail();
    expect(target).toMatchObject({
      remainingMinutes: promise.shortfallMinutes + 2400,
      isEstimated: false,
    });
  });

  test('is held against the end without a milestone, and there is none without a day ahead', () => {
    const [outlook] = starvationOutlooks(firm(), []);
    expect(outlook?.target).toMatchObject({ milestone: null, dueOn: '2027-02-26' });
    const over = { ...academy, endOn: null };
    expect(starvationOutlooks(firm({ projects: [over, project('Site')] }), [])).toEqual([]);
  });

  test('of one that gets its hours is calm', () => {
    const kept = firm().logs.filter((log) => log.projectId === academy.id);
    const more = [4, 5, 6, 7, 8, 9].map((week) =>
      entry('Academy', addDays(day('2026-09-07'), week * 7), { minutes: 620 }),
    );
    const fine = firm({
      logs: [...kept, ...more],
      tasks: [task('Teach', 'Academy', { estimateMinutes: 2400, dueOn: day('2026-12-10') })],
    });
    expect(starvationOutlooks(fine, [milestone])[0]?.forecast.isStarving).toBe(false);
  });
});

test('displaced hours by culprit and what nothing explains add up to the shortfall, to the minute (B06)', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (seed) => {
      const input = randomFirm(seed, { people: 6, projects: 8, months: 4 });
      for (const promise of initiativePromises(input)) {
        const taken = sumOf(promise.culprits, ({ minutes }) => minutes);
        expect(taken + promise.unexplainedMinutes).toBe(promise.shortfallMinutes);
        expect(promise.unexplainedMinutes).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});
