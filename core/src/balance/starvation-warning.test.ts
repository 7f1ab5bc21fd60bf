import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar-date.ts';
import { seededRandom } from '../random.ts';
import { day } from './firm.fixture.ts';
import { type MadeHistory, madeHistory } from './starvation-history.fixture.ts';
import { forecastPace } from './starvation-warning.ts';

const today = day('2026-12-07');
const weeks = (...given: number[]) =>
  given.map((givenMinutes) => ({ promisedMinutes: 600, givenMinutes }));
const target = { remainingMinutes: 3000, today, dueOn: day('2027-01-17') };

describe('the forecast at the present pace (B06)', () => {
  test('lets recent weeks weigh more', () => {
    const fading = forecastPace(weeks(600, 600, 600, 0, 50, 0, 0, 0), target);
    const rising = forecastPace(weeks(0, 100, 200, 600, 600, 600), target);
    expect(fading.paceMinutes).toBeLessThan(rising.paceMinutes);
    expect(fading.isStarving).toBe(true);
    expect(rising.isStarving).toBe(false);
  });

  test('names the week in which the work is done, if ever', () => {
    expect(forecastPace(weeks(600, 600, 600), target)).toMatchObject({
      paceMinutes: 600,
      paceBasisPoints: 10_000,
      finishWeek: '2027-01-04',
      lackingMinutes: 0,
      isStarving: false,
    });
    expect(forecastPace(weeks(0, 0, 0), target)).toMatchObject({
      finishWeek: null,
      lackingMinutes: 3000,
      isStarving: true,
    });
    expect(forecastPace(weeks(0, 0), { ...target, remainingMinutes: 0 }).finishWeek).toBe(today);
  });

  test('warns neither on two weeks nor of what gets more than was promised', () => {
    expect(forecastPace(weeks(0, 0), target).isStarving).toBe(false);
    const most = { ...target, remainingMinutes: 60_000 };
    expect(forecastPace(weeks(700, 700, 700), most).isStarving).toBe(false);
  });
});

test('of simulated histories nine in ten starving ones are named two weeks ahead, of the others one in ten (B06)', () => {
  let [starved, inTime, healthy, falseAlarms] = [0, 0, 0, 0];
  for (let seed = 0; seed < 600; seed += 1) {
    const history = madeHistory(seededRandom(5_000_000 + seed), seed % 2 === 0);
    const first = warnedAt(history);
    if (history.onset === null && !history.isMissed) {
      healthy += 1;
      if (first !== undefined) falseAlarms += 1;
    }
    if (history.onset === null || !history.isMissed) continue;
    starved += 1;
    if (first !== undefined && history.weeks.length - 1 - first >= 2) inTime += 1;
  }
  expect(inTime / starved).toBeGreaterThanOrEqual(0.9);
  expect(falseAlarms / healthy).toBeLessThanOrEqual(0.1);
});

/** The first week after which the rule warns: since the planted onset, where there is one. */
function warnedAt({ weeks: all, neededMinutes, onset }: MadeHistory): number | undefined {
  let given = 0;
  for (const [index, week] of all.slice(0, -1).entries()) {
    given += week.givenMinutes;
    const forecast = forecastPace(all.slice(0, index + 1), {
      remainingMinutes: Math.max(0, neededMinutes - given),
      today: addDays(today, (index + 1) * 7),
      dueOn: addDays(today, all.length * 7 - 1),
    });
    if (forecast.isStarving && index >= (onset ?? 0)) return index;
  }
  return undefined;
}
