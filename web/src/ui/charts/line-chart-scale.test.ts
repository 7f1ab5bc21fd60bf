import { calendarDate } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { chartScale, monthTicks, nearestPoint, spreadLabels } from './line-chart-scale.ts';

const day = calendarDate;
const frame = { width: 400, height: 200, left: 0, right: 50, top: 10, bottom: 20 };

describe('the scale of a line chart', () => {
  const points = [
    { on: day('2026-01-01'), value: 12 },
    { on: day('2026-12-31'), value: 33 },
  ];

  test('lays the first day left, the last right, and ends on round values', () => {
    const scale = chartScale(points, frame, { x: 6, y: 4 });
    expect(scale.x(day('2026-01-01'))).toBe(0);
    expect(scale.x(day('2026-12-31'))).toBe(350);
    expect(scale.yTicks).toEqual([10, 15, 20, 25, 30, 35]);
    expect(scale.y(35)).toBe(10);
  });

  test('has a height and a width for a single value', () => {
    const scale = chartScale([{ on: day('2026-01-01'), value: 0 }], frame, { x: 6, y: 3 });
    expect(Number.isFinite(scale.y(0)) && Number.isFinite(scale.x(day('2026-01-01')))).toBe(true);
  });
});

test('months are named at even distances, and no more of them than there is room for', () => {
  expect(monthTicks(day('2025-12-15'), day('2026-04-01'), 6)).toEqual([
    '2026-01',
    '2026-02',
    '2026-03',
    '2026-04',
  ]);
  expect(monthTicks(day('2025-01-01'), day('2026-12-31'), 4)).toEqual([
    '2025-01',
    '2025-07',
    '2026-01',
    '2026-07',
  ]);
  expect(monthTicks(undefined, undefined, 4)).toEqual([]);
});

test('labels at one edge are moved apart, in their order', () => {
  expect(spreadLabels([50, 52, 10], 12)).toEqual([50, 62, 10]);
  expect(spreadLabels([52, 50], 12)).toEqual([62, 50]);
});

test('the point nearest to a day is the one pointed at', () => {
  const points = ['2026-01-01', '2026-01-31'].map((on) => ({ on: day(on), value: 1 }));
  expect(nearestPoint(points, 0)).toBe(0);
  expect(nearestPoint(points, 1e6)).toBe(1);
});
