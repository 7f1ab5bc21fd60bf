import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../calendar-date.ts';
import {
  daysWithoutTime,
  isLocked,
  type TimesheetState,
  timesheetAfter,
  timesheetStates,
  timesheetSteps,
} from './timesheet.ts';

describe('the timesheet of a week (U18)', () => {
  test('goes from open by submitted to approved, and back only by the steps that say so', () => {
    const table = timesheetStates.map((state) =>
      timesheetSteps.map((step) => timesheetAfter(state, step)),
    );
    expect(table).toEqual([
      ['submitted', null, null, null, null],
      [null, 'open', 'approved', 'returned', null],
      [null, null, null, null, 'returned'],
      ['submitted', null, null, null, null],
    ]);
  });

  test('is never approved without having been submitted, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...timesheetSteps), { maxLength: 30 }), (steps) => {
        let state: TimesheetState = 'open';
        for (const step of steps) {
          const next = timesheetAfter(state, step);
          if (next === 'approved') expect(state).toBe('submitted');
          // Only a person's own step or a decision with a reason opens what is locked.
          if (next !== null && isLocked(state) && !isLocked(next)) {
            expect(['recall', 'return', 'reopen']).toContain(step);
          }
          state = next ?? state;
        }
      }),
    );
  });

  test('names the working days without time, not the weekend, the future or days off', () => {
    const capacity = [0, 480, 480, 480, 480, 0, 0];
    const days = new Set([calendarDate('2026-11-04')]);
    const missing = (today: string) =>
      daysWithoutTime(calendarDate('2026-11-05'), capacity, { days, today: calendarDate(today) });
    expect(missing('2026-11-30')).toEqual(['2026-11-03', '2026-11-05', '2026-11-06']);
    expect(missing('2026-11-05')).toEqual(['2026-11-03', '2026-11-05']);
  });
});
