import { addDays, calendarDate, weekday } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import type { TimelineRow } from './timeline-row.ts';
import {
  daysOfPixels,
  extentOf,
  lowerTicks,
  movedDays,
  scaleOf,
  upperTicks,
} from './timeline-scale.ts';

const today = calendarDate('2026-11-25');
const days = { start: calendarDate('2026-10-05'), end: calendarDate('2027-02-12') };
const row: TimelineRow = {
  key: 'row',
  name: 'Row',
  depth: 0,
  days,
  points: [],
  shape: 'bar',
  tone: 'client',
  progress: 0,
  isLate: false,
  detail: '',
  isMovable: true,
};

describe('the scale of a timeline', () => {
  test.each(['week', 'month', 'quarter'] as const)(
    'by %s holds every bar, from a Monday on',
    (zoom) => {
      const scale = scaleOf([row], today, zoom);
      expect(weekday(scale.from)).toBe(1);
      const { x, width } = extentOf(scale, days);
      expect(x).toBeGreaterThan(0);
      expect(x + width).toBeLessThan(scale.days * scale.dayWidth);
      expect(daysOfPixels(scale, scale.dayWidth * 3.4)).toBe(3);
      const upper = upperTicks(scale, zoom);
      expect(upper.reduce((sum, tick) => sum + tick.width, 0)).toBeCloseTo(
        scale.days * scale.dayWidth,
      );
    },
  );

  test('draws only the days that are looked at', () => {
    const scale = scaleOf([row], today, 'week');
    const ticks = lowerTicks(scale, 'week', { left: 300, right: 600 });
    expect(ticks[0]?.x).toBe(300);
    expect(ticks).toHaveLength(11);
  });

  test('moves a bar, or an end of it, and leaves it at least a day', () => {
    expect(movedDays(days, 'whole', 7)).toEqual({ start: '2026-10-12', end: '2027-02-19' });
    expect(movedDays(days, 'end', 3)).toEqual({ ...days, end: addDays(days.end, 3) });
    expect(movedDays(days, 'end', -999)).toEqual({ ...days, end: days.start });
    expect(movedDays(days, 'start', 999)).toEqual({ ...days, start: days.end });
  });
});
