import { describe, expect, test } from 'vitest';
import { day } from './schedule.fixture.ts';
import { type EditedTask, editedTask, type ScheduleEdit } from './schedule-edit.ts';

const today = day('2026-06-10');
const bare: EditedTask = {
  state: 'open',
  isMilestone: false,
  startOn: null,
  dueOn: null,
  doneOn: null,
  scheduling: 'automatic',
  constraintType: 'as-soon-as-possible',
  constraintOn: null,
  constraintMinute: null,
  splits: [],
  typedDueOn: null,
  durationMinutes: null,
  percentComplete: 0,
  actualStartOn: null,
};
const week: EditedTask = {
  ...bare,
  startOn: day('2026-06-01'),
  dueOn: day('2026-06-05'),
  constraintType: 'start-no-earlier-than',
  constraintOn: day('2026-06-01'),
  typedDueOn: day('2026-06-05'),
  durationMinutes: 2_400,
};

function edited(task: EditedTask, edit: ScheduleEdit): EditedTask {
  const result = editedTask(task, edit, today);
  if (!result.ok) throw new Error(result.message);
  return result.task;
}

describe('what somebody types', () => {
  test.each<[string, EditedTask, ScheduleEdit, Partial<EditedTask>]>([
    [
      'both days: a bound and a due day',
      bare,
      { startOn: day('2026-06-01'), dueOn: day('2026-06-05') },
      {
        constraintType: 'start-no-earlier-than',
        constraintOn: day('2026-06-01'),
        typedDueOn: day('2026-06-05'),
      },
    ],
    [
      'a due day alone: a bound on the end',
      bare,
      { dueOn: day('2026-06-05') },
      {
        constraintType: 'finish-no-earlier-than',
        constraintOn: day('2026-06-05'),
        typedDueOn: null,
      },
    ],
    [
      'a start for a task that had a due day alone: a stretch',
      edited(bare, { dueOn: day('2026-06-05') }),
      { startOn: day('2026-06-02') },
      { constraintType: 'start-no-earlier-than', typedDueOn: day('2026-06-05') },
    ],
    [
      'another start: the duration stays',
      week,
      { startOn: day('2026-06-08') },
      {
        constraintOn: day('2026-06-08'),
        durationMinutes: 2_400,
        typedDueOn: null,
        dueOn: day('2026-06-12'),
      },
    ],
    [
      'another due day: the duration follows',
      week,
      { dueOn: day('2026-06-12') },
      { constraintOn: day('2026-06-01'), durationMinutes: null, typedDueOn: day('2026-06-12') },
    ],
    [
      'no start: nothing binds it',
      week,
      { startOn: null },
      { constraintType: 'as-soon-as-possible', constraintOn: null },
    ],
    [
      'a start under another constraint: its day',
      { ...week, constraintType: 'must-start-on' },
      { startOn: day('2026-06-08') },
      { constraintType: 'must-start-on', constraintOn: day('2026-06-08') },
    ],
    [
      'by hand: the days as they are',
      week,
      { scheduling: 'manual' },
      { constraintOn: null, startOn: day('2026-06-01'), durationMinutes: null },
    ],
    [
      'a milestone: its due day alone',
      week,
      { isMilestone: true },
      { constraintType: 'finish-no-earlier-than', constraintOn: day('2026-06-05'), startOn: null },
    ],
    [
      'done: all of it, today',
      week,
      { state: 'done' },
      { doneOn: today, percentComplete: 100, actualStartOn: day('2026-06-01') },
    ],
    [
      'half done: under way',
      week,
      { percentComplete: 50 },
      { state: 'started', percentComplete: 50, actualStartOn: day('2026-06-01') },
    ],
    [
      'open again: not begun',
      edited(week, { state: 'done' }),
      { state: 'open' },
      { doneOn: null, percentComplete: 0, actualStartOn: null },
    ],
  ])('%s', (_, task, edit, expected) => {
    expect(edited(task, edit)).toMatchObject(expected);
  });

  test.each<[ScheduleEdit, string]>([
    [{ startOn: day('2026-06-09'), dueOn: day('2026-06-08') }, 'dueOn'],
    [{ constraintType: 'must-finish-on', constraintOn: null }, 'constraintOn'],
    [
      { state: 'done', doneOn: day('2026-06-02'), actualStartOn: day('2026-06-03') },
      'actualStartOn',
    ],
  ])('%j is refused at %s', (edit, field) => {
    expect(editedTask(week, edit, today)).toMatchObject({ ok: false, field });
  });
});
