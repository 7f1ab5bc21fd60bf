import { describe, expect, it } from 'vitest';
import { clockBookOf } from './clock-book.ts';
import { standardCalendar } from './day-hours.ts';
import { instantOf, minuteOf } from './minute.ts';
import type { ScheduleProject, ScheduleTask } from './model.ts';
import { piecesOf } from './pieces.ts';
import { schedule } from './schedule.ts';

function pieces(days: number, more: Partial<ScheduleTask>, start: string): string[] {
  const task = { id: 'a', duration: { minutes: days * 480, unit: 'working' as const }, ...more };
  const project: ScheduleProject = {
    start: minuteOf(start),
    calendars: [standardCalendar('standard')],
    defaultCalendarId: 'standard',
    tasks: [task],
    links: [],
    options: { remainingAfterStatusDate: false },
  };
  const [found] = schedule(project).tasks;
  if (!found) throw new Error('no task');
  const clock = clockBookOf(project, []).ofTask(task);
  return piecesOf(task, found, clock).map(
    (piece) => `${instantOf(piece.start)} ${instantOf(piece.finish)}`,
  );
}

describe('PM-08 the pieces of a task', () => {
  it('lie round its pauses, which count in working time, as in Microsoft Project', () => {
    const splits = [
      { afterMinutes: 3 * 480, gapMinutes: 2 * 480 },
      { afterMinutes: 10 * 480, gapMinutes: 3 * 480 },
    ];
    expect(pieces(15, { splits }, '2006-09-21T08:00')).toEqual([
      '2006-09-21T08:00 2006-09-25T17:00',
      '2006-09-28T08:00 2006-10-06T17:00',
      '2006-10-12T08:00 2006-10-18T17:00',
    ]);
  });

  it('lie round what was moved of work under way', () => {
    const progress = {
      actualStart: minuteOf('2026-03-02T08:00'),
      actualMinutes: 480,
      stop: minuteOf('2026-03-02T17:00'),
      resume: minuteOf('2026-03-05T08:00'),
    };
    expect(pieces(2, { progress }, '2026-03-02T08:00')).toEqual([
      '2026-03-02T08:00 2026-03-02T17:00',
      '2026-03-05T08:00 2026-03-05T17:00',
    ]);
  });

  it('are one for a task without pauses, whatever nights lie in it', () => {
    expect(pieces(3, {}, '2026-03-06T08:00')).toEqual(['2026-03-06T08:00 2026-03-10T17:00']);
  });

  it('are one where a pause has no room', () => {
    const splits = [{ afterMinutes: 0, gapMinutes: 480 }];
    expect(pieces(1, { splits }, '2026-03-02T08:00')).toEqual([
      '2026-03-02T08:00 2026-03-03T17:00',
    ]);
  });
});
