import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at, line } from './gantt.fixture.ts';
import {
  clampWidth,
  extentOf,
  fittingWidth,
  hourlyWidth,
  minuteAt,
  rangeOf,
  scaleOf,
  stepMinutes,
  workRange,
  xOf,
} from './gantt-scale.ts';
import { ticksOf, unitsOf } from './gantt-ticks.ts';

const hours = { from: 9 * 60, to: 17 * 60 };
const range = { first: 20_000, last: 20_200 };
const scaleAt = (dayWidth: number) => scaleOf({ range, dayWidth, hours, viewWidth: 900 });

describe('the scale of a Gantt chart', () => {
  test('begins on a Monday with room before the first and after the last day', () => {
    const scale = scaleAt(20);
    expect((scale.firstDay + 3) % 7).toBe(0);
    expect(scale.firstDay).toBeLessThan(range.first);
    expect(scale.firstDay + scale.days).toBeGreaterThan(range.last);
  });

  test('a task of one working day fills that day from afar, and its hours from close by', () => {
    const span = { start: at(20_010), finish: at(20_010, 17) };
    expect(extentOf(scaleAt(20), span).width).toBeCloseTo(20);
    expect(extentOf(scaleAt(480), span).width).toBeCloseTo(160);
  });

  test('the evening of a day and the next morning are one place from afar', () => {
    const scale = scaleAt(20);
    expect(xOf(scale, at(20_010, 17))).toBeCloseTo(xOf(scale, at(20_011)));
    expect(xOf(scale, at(20_010, 13))).toBeCloseTo(xOf(scale, at(20_010)) + 10);
  });

  test('a place stands for an instant that lies at that place', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1_400, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (dayWidth, part) => {
          const scale = scaleAt(dayWidth);
          const x = part * scale.days * scale.dayWidth;
          expect(xOf(scale, minuteAt(scale, x))).toBeCloseTo(x, 1);
        },
      ),
    );
  });

  test('later is never further left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1_400, noNaN: true }),
        fc.integer({ min: 0, max: 400_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        (dayWidth, minute, more) => {
          const scale = scaleAt(dayWidth);
          const start = scale.firstDay * 1440 + minute;
          expect(xOf(scale, start + more)).toBeGreaterThanOrEqual(xOf(scale, start));
        },
      ),
    );
  });

  test('the range covers bars, baselines, points and today', () => {
    const tasks = [
      line('a', { baseline: { start: at(19_990), finish: at(19_995) } }),
      line('b', {
        points: [{ key: 'p', name: 'P', at: at(20_050), isDone: false, isLate: false }],
      }),
    ];
    expect(rangeOf(tasks, at(20_020))).toEqual({ first: 19_990, last: 20_050 });
    expect(rangeOf([], at(20_020))).toEqual({ first: 20_020, last: 20_020 });
  });

  test('all of a plan fits into the view, within what can be looked at', () => {
    expect(fittingWidth(range, 1_125) * 201).toBeCloseTo(1_005);
    expect(clampWidth(1e9)).toBe(1440);
    expect(clampWidth(0)).toBeGreaterThan(0);
  });

  test('one places things by days from afar and by quarters of an hour from close by', () => {
    expect(stepMinutes(scaleAt(20), 15)).toBe(1440);
    expect(stepMinutes(scaleAt(1_200), 15)).toBe(15);
    expect(stepMinutes(scaleAt(1_200), 1440)).toBe(1440);
  });
});

describe('the axis of a Gantt chart', () => {
  test('goes from years to hours', () => {
    const lower = [0.1, 1, 3, 10, 100, 500].map((width) => unitsOf(width).lower);
    expect(lower).toEqual(['year', 'quarter', 'month', 'week', 'day', 'hour']);
    expect(hourlyWidth).toBe(260);
  });

  test.each([0.2, 1, 3, 12, 60, 600])('fills the view without gaps at %s pixels a day', (width) => {
    const scale = scaleAt(width);
    const view = { left: 200, right: 1_400 };
    for (const unit of Object.values(unitsOf(width))) {
      const ticks = ticksOf(scale, unit, view);
      expect(ticks[0]?.x).toBeLessThanOrEqual(200);
      for (const [index, tick] of ticks.entries()) {
        const next = ticks[index + 1];
        if (next) expect(tick.x + tick.width).toBeCloseTo(next.x);
      }
    }
  });
});

describe('what a chart shows first', () => {
  test('are the bars, also when today lies years after them', () => {
    const today = at(21_000);
    const ended = [line('a'), line('b', { span: { start: at(20_010), finish: at(20_030, 17) } })];
    expect(workRange(ended)).toEqual({ first: 20_000, last: 20_030 });
    expect(rangeOf(ended, today).last).toBe(21_000);
    expect(workRange([line('c', { span: null })])).toBeNull();
  });
});
