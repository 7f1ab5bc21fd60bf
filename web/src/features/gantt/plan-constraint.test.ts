import { calendarDate } from '@evenkeel/core/calendar-date';
import type { PlanTask } from '@evenkeel/core/projects/schedule-plan';
import { expect, test } from 'vitest';
import { constraintOf } from './plan-constraint.ts';

const day = calendarDate('2026-12-04');

type Said = Pick<PlanTask, 'constraintType' | 'constraintOn' | 'constraintMinute' | 'scheduling'>;

/** A task of which only what bounds it is looked at. */
function bounded(said: Partial<Said>) {
  const task: Said = {
    constraintType: 'as-soon-as-possible',
    constraintOn: null,
    constraintMinute: null,
    scheduling: 'automatic',
    ...said,
  };
  // Nothing else of it is read.
  return constraintOf(task as PlanTask);
}

test('a bound on the start is marked on the morning of its day, one on the finish in the evening (PM-07)', () => {
  const on = { constraintOn: day } as const;
  const start = bounded({ ...on, constraintType: 'start-no-earlier-than' });
  const finish = bounded({ ...on, constraintType: 'must-finish-on' });
  expect(start).toMatchObject({ side: 'start', kind: 'earliest' });
  expect(start?.text).toMatch(/^Start no earlier than 4 Dec 2026$/);
  expect(finish).toMatchObject({ side: 'finish', kind: 'fixed' });
  expect((finish?.at ?? 0) - (start?.at ?? 0)).toBe(9 * 60);
});

test('a minute of the day is kept', () => {
  const morning = bounded({ constraintOn: day, constraintType: 'must-start-on' });
  const noon = bounded({
    constraintOn: day,
    constraintMinute: 12 * 60,
    constraintType: 'must-start-on',
  });
  expect((noon?.at ?? 0) - (morning?.at ?? 0)).toBe(4 * 60);
});

test('what names no day, or moves by people alone, has no mark', () => {
  expect(bounded({})).toBeNull();
  expect(bounded({ constraintType: 'as-late-as-possible' })).toBeNull();
  expect(
    bounded({
      constraintOn: day,
      constraintType: 'must-start-on',
      scheduling: 'manual',
    }),
  ).toBeNull();
});
