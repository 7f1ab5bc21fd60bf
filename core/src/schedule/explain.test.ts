import { describe, expect, it } from 'vitest';
import { standardCalendar } from './day-hours.ts';
import { drivingPath, nearCritical } from './explain.ts';
import { minuteOf } from './minute.ts';
import { schedule } from './schedule.ts';

const lengths: Record<string, number> = { a: 480, b: 960, c: 480, d: 480 };
const result = schedule({
  start: minuteOf('2026-03-02T08:00'),
  calendars: [standardCalendar('standard')],
  defaultCalendarId: 'standard',
  tasks: Object.entries(lengths).map(([id, minutes]) => ({
    id,
    duration: { minutes, unit: 'working' },
  })),
  links: ['ac', 'bc', 'cd'].map((pair) => ({
    predecessorId: pair[0] ?? '',
    successorId: pair[1] ?? '',
    type: 'finishToStart',
  })),
});

describe('drivingPath', () => {
  it('PM-08 leads from what holds the plan to the task asked for', () => {
    expect(drivingPath(result, 'd').map(({ id }) => id)).toEqual(['b', 'c', 'd']);
    expect(drivingPath(result, 'nobody')).toEqual([]);
  });
});

describe('nearCritical', () => {
  it('lists what would be critical with little delay', () => {
    expect(nearCritical(result, 480).map(({ id }) => id)).toEqual(['a']);
    expect(nearCritical(result, 479)).toEqual([]);
  });
});
