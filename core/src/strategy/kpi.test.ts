import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '../calendar-date.ts';
import { isReached, type KpiPlan, kpiPace, kpiProgress, valueOnLine } from './kpi.ts';
import { actualDueOn, kpiFrequencies, nextActualOn, periodEnd } from './kpi-calendar.ts';
import { forecastReaches, kpiForecast } from './kpi-forecast.ts';

const startOn = calendarDate('2026-01-01');
const deadline = calendarDate('2026-12-31');
const halfTime = calendarDate('2026-07-02');
const rising = {
  baseline: 100,
  target: 200,
  direction: 'up',
  startOn,
  deadline,
  interimTargets: [],
  frequency: 'monthly',
} as const;
const falling = { ...rising, baseline: 12, target: 6, direction: 'down' } as const;

describe('the progress of a KPI (ST-27)', () => {
  test.each([
    ['rising half way', [20, 30, 25], 5_000],
    ['falling half way', [30, 20, 25], 5_000],
    ['falling below zero', [10, -10, 0], 5_000],
    ['reached', [0, 8, 8], 10_000],
    ['passed', [0, 8, 10], 12_500],
    ['moved away', [20, 30, 15], -5_000],
    ['not measured yet', [20, 30, null], null],
    ['without a baseline', [null, 30, 30], null],
    ['with no way to go', [5, 5, 5], null],
  ] as const)('%s', (_words, [baseline, target, value], progress) => {
    expect(kpiProgress({ baseline, target }, value)).toBe(progress);
  });

  test('is the same seen from above and from below', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(value, value, value, (baseline, target, actual) => {
        const mirrored = kpiProgress({ baseline: -baseline, target: -target }, -actual);
        expect(mirrored).toBe(kpiProgress({ baseline, target }, actual));
        expect(isReached({ target: -target, direction: 'down' }, -actual)).toBe(
          isReached({ target, direction: 'up' }, actual),
        );
      }),
    );
  });
});

describe('the line of a KPI', () => {
  test('is straight from the baseline to the target', () => {
    expect(valueOnLine(rising, halfTime)).toBe(150);
    expect(valueOnLine(falling, halfTime)).toBe(9);
    expect(valueOnLine(rising, addDays(startOn, -40))).toBe(100);
    expect(valueOnLine(rising, addDays(deadline, 40))).toBe(200);
    expect(valueOnLine({ ...rising, deadline: null }, halfTime)).toBeNull();
  });

  test('bends at each interim target, in whatever order they were written', () => {
    const bent = {
      ...rising,
      interimTargets: [
        { on: addDays(halfTime, 91), value: 120 },
        { on: halfTime, value: 110 },
        { on: addDays(deadline, 1), value: 999 },
      ],
    };
    expect(valueOnLine(bent, halfTime)).toBe(110);
    expect(valueOnLine(bent, addDays(halfTime, 91))).toBe(120);
    expect(valueOnLine(bent, addDays(startOn, 91))).toBe(105);
    expect(valueOnLine(bent, deadline)).toBe(200);
  });

  test('with a deadline before its start asks for all of it on the deadline', () => {
    const early: KpiPlan = { ...rising, startOn: deadline, deadline: startOn };
    expect(valueOnLine(early, startOn)).toBe(200);
    expect(valueOnLine(early, addDays(startOn, -1))).toBe(100);
  });

  test('stays between the lowest and the highest of its points', () => {
    const number = fc.integer({ min: -500, max: 500 });
    const day = fc.integer({ min: -100, max: 500 });
    const steps = fc.array(fc.record({ day, value: number }), { maxLength: 4 });
    fc.assert(
      fc.property(number, number, day, steps, (baseline, target, at, given) => {
        const interimTargets = given.map((step) => ({
          on: addDays(startOn, step.day),
          value: step.value,
        }));
        const plan = { ...rising, baseline, target, interimTargets };
        const all = [baseline, target, ...given.map((step) => step.value)];
        const value = valueOnLine(plan, addDays(startOn, at));
        expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
  });
});

describe('the standing of a KPI against its line (ST-38)', () => {
  test.each([
    [150, halfTime, 'on-track'],
    [149, halfTime, 'at-risk'],
    [130, halfTime, 'at-risk'],
    [129, halfTime, 'off-track'],
    [80, halfTime, 'off-track'],
    [200, halfTime, 'reached'],
    [100, startOn, 'on-track'],
    [100, addDays(startOn, -40), 'on-track'],
    [199, deadline, 'off-track'],
  ] as const)('at %s on %s is %s', (value, on, standing) => {
    expect(kpiPace(rising, { on, value }, on).standing).toBe(standing);
  });

  test('speaks for the day of its actual until the next is due, then for today', () => {
    const actual = { on: halfTime, value: 150 };
    expect(kpiPace(rising, actual, addDays(halfTime, 20)).standing).toBe('on-track');
    // The next was due at the end of August.
    expect(kpiPace(rising, actual, calendarDate('2026-09-01')).standing).toBe('at-risk');
    expect(kpiPace(rising, actual, addDays(deadline, 30)).standing).toBe('off-track');
  });

  test('says what each month needs from here, in the direction of the target', () => {
    const pace = kpiPace(rising, { on: halfTime, value: 150 }, halfTime);
    expect(pace).toMatchObject({ progress: 5_000, neededNow: 150, neededProgress: 5_000 });
    // 50 in the 182 days that are left, for each month of 30.4375 days.
    expect(pace.neededPerMonth).toBeCloseTo((50 / 182) * 30.4375, 10);
    expect(kpiPace(falling, { on: halfTime, value: 12 }, halfTime).neededPerMonth).toBeLessThan(0);
    expect(kpiPace(rising, { on: deadline, value: 120 }, deadline).neededPerMonth).toBeNull();
  });

  test('of a value to be held is on track while it holds, and reached at the end', () => {
    const held = { ...rising, baseline: 90, target: 90 };
    expect(kpiPace(held, { on: halfTime, value: 92 }, halfTime).standing).toBe('on-track');
    expect(kpiPace(held, { on: halfTime, value: 85 }, halfTime).standing).toBe('at-risk');
    expect(kpiPace(held, { on: halfTime, value: 60 }, halfTime).standing).toBe('off-track');
    expect(kpiPace(held, { on: deadline, value: 90 }, deadline).standing).toBe('reached');
  });

  test('is not known without an actual, though the line is', () => {
    expect(kpiPace(rising, null, halfTime)).toMatchObject({
      progress: null,
      neededNow: 150,
      standing: 'unknown',
    });
    const open = { ...rising, deadline: null };
    expect(kpiPace(open, { on: halfTime, value: 120 }, halfTime).standing).toBe('unknown');
  });
});

describe('when an actual is due', () => {
  test.each([
    ['weekly', '2026-11-25', '2026-11-29'],
    ['monthly', '2026-02-10', '2026-02-28'],
    ['quarterly', '2026-05-01', '2026-06-30'],
    ['quarterly', '2026-12-31', '2026-12-31'],
    ['yearly', '2026-05-01', '2026-12-31'],
  ] as const)('the %s period of %s ends on %s', (frequency, day, end) => {
    expect(periodEnd(frequency, calendarDate(day))).toBe(end);
  });

  test('is the end of the period after the last, or of the first', () => {
    const last = calendarDate('2026-10-15');
    expect(nextActualOn('monthly', { last, startOn })).toBe('2026-11-30');
    expect(nextActualOn('quarterly', { last: null, startOn })).toBe('2026-03-31');
  });

  test('is never again once the period of the deadline is measured', () => {
    const kpi = { frequency: 'quarterly', startOn, deadline } as const;
    expect(actualDueOn({ ...kpi, last: calendarDate('2026-09-30') })).toBe(deadline);
    expect(actualDueOn({ ...kpi, last: deadline })).toBeNull();
    expect(actualDueOn({ ...kpi, last: deadline, deadline: null })).toBe('2027-03-31');
  });

  test('comes after the last actual, by at most two periods', () => {
    const day = fc.integer({ min: 0, max: 2_000 });
    const longest = { weekly: 14, monthly: 62, quarterly: 184, yearly: 732 };
    fc.assert(
      fc.property(day, fc.constantFrom(...kpiFrequencies), (days, frequency) => {
        const last = addDays(startOn, days);
        const next = nextActualOn(frequency, { last, startOn });
        expect(next > last && next <= addDays(last, longest[frequency])).toBe(true);
        expect(periodEnd(frequency, next)).toBe(next);
      }),
    );
  });
});

describe('the forecast of a KPI', () => {
  const actuals = [0, 30, 60, 90].map((days, index) => ({
    on: addDays(startOn, days),
    value: 10 + index * 3,
  }));

  test('goes on as the latest actuals did', () => {
    const forecast = kpiForecast(actuals, addDays(startOn, 190));
    expect(forecast?.value).toBeCloseTo(29, 9);
    const last = actuals[3] ?? { on: startOn, value: 0 };
    expect(forecast && forecastReaches(last, forecast, 22)).toBe(addDays(startOn, 120));
    expect(forecast && forecastReaches(last, forecast, 40)).toBeNull();
  });

  test('is none from fewer than three actuals or for a day that has passed', () => {
    expect(kpiForecast(actuals.slice(0, 2), deadline)).toBeNull();
    expect(kpiForecast(actuals, addDays(startOn, 90))).toBeNull();
  });

  test('of actuals on a straight line lies on it', () => {
    const number = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 3, max: 9 }), (slope, from, count) => {
        const line = Array.from({ length: count }, (_, index) => ({
          on: addDays(startOn, index * 7),
          value: from + slope * index * 7,
        }));
        const forecast = kpiForecast(line, addDays(startOn, 700));
        expect(forecast?.value).toBeCloseTo(from + slope * 700, 6);
      }),
    );
  });
});
