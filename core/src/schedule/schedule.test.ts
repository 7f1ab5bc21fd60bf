import { describe, expect, it } from 'vitest';
import { standardCalendar } from './day-hours.ts';
import { instantOf, minuteOf } from './minute.ts';
import type { LinkType, ScheduleLink, ScheduleProject, ScheduleTask } from './model.ts';
import { schedule } from './schedule.ts';

/** Monday. */
const monday = '2026-03-02T08:00';

function task(id: string, days: number, more: Partial<ScheduleTask> = {}): ScheduleTask {
  return { id, duration: { minutes: days * 480, unit: 'working' }, ...more };
}

function link(
  predecessorId: string,
  successorId: string,
  type: LinkType = 'finishToStart',
  lagDays = 0,
): ScheduleLink {
  return {
    predecessorId,
    successorId,
    type,
    lag: { minutes: lagDays * 480, unit: 'working' },
  };
}

function project(
  tasks: readonly ScheduleTask[],
  links: readonly ScheduleLink[] = [],
  more: Partial<ScheduleProject> = {},
): ScheduleProject {
  return {
    start: minuteOf(monday),
    calendars: [standardCalendar('standard')],
    defaultCalendarId: 'standard',
    tasks,
    links,
    ...more,
  };
}

function datesOf(of: ScheduleProject): Record<string, string> {
  return Object.fromEntries(
    schedule(of).tasks.map(({ id, start, finish }) => [
      id,
      `${instantOf(start)} ${instantOf(finish)}`,
    ]),
  );
}

describe('schedule', () => {
  it('PM-08 starts the successor the next morning, over a weekend too', () => {
    expect(datesOf(project([task('a', 5), task('b', 1)], [link('a', 'b')]))).toEqual({
      a: '2026-03-02T08:00 2026-03-06T17:00',
      b: '2026-03-09T08:00 2026-03-09T17:00',
    });
  });

  it.each<[LinkType, number, string]>([
    ['finishToStart', 1, '2026-03-05T08:00 2026-03-05T17:00'],
    ['finishToStart', -1, '2026-03-03T08:00 2026-03-03T17:00'],
    ['startToStart', 0, '2026-03-02T08:00 2026-03-02T17:00'],
    ['startToStart', 2, '2026-03-04T08:00 2026-03-04T17:00'],
    ['finishToFinish', 0, '2026-03-03T08:00 2026-03-03T17:00'],
    ['finishToFinish', 1, '2026-03-04T08:00 2026-03-04T17:00'],
    ['startToFinish', 3, '2026-03-04T08:00 2026-03-04T17:00'],
  ])('PM-08 holds %s with a lag of %i days', (type, lag, expected) => {
    const dates = datesOf(project([task('a', 2), task('b', 1)], [link('a', 'b', type, lag)]));
    expect(dates['b']).toBe(expected);
  });

  it("keeps a milestone at the end of its predecessor's day", () => {
    const dates = datesOf(project([task('a', 1), task('m', 0)], [link('a', 'm')]));
    expect(dates['m']).toBe('2026-03-02T17:00 2026-03-02T17:00');
  });

  it('PM-01 gives a summary the span of all below it, and its links to them', () => {
    const tasks = [
      task('s', 0),
      task('a', 2, { parentId: 's' }),
      task('b', 1, { parentId: 's' }),
      task('z', 3),
      task('after', 1),
    ];
    const dates = datesOf(project(tasks, [link('z', 's'), link('s', 'after')]));
    expect(dates['s']).toBe('2026-03-05T08:00 2026-03-06T17:00');
    expect(dates['after']).toBe('2026-03-09T08:00 2026-03-09T17:00');
  });

  it('counts back from the finish when the plan has one', () => {
    const dates = datesOf(
      project([task('a', 2), task('b', 1)], [link('a', 'b')], {
        finish: minuteOf('2026-03-13T17:00'),
      }),
    );
    expect(dates).toEqual({
      a: '2026-03-11T08:00 2026-03-12T17:00',
      b: '2026-03-13T08:00 2026-03-13T17:00',
    });
  });

  it('names a circle by its tasks and schedules the rest', () => {
    const result = schedule(
      project(
        [task('a', 1), task('b', 1), task('c', 1)],
        [link('a', 'b'), link('b', 'c'), link('c', 'a')],
      ),
    );
    expect(result.issues).toEqual([{ kind: 'cycle', taskIds: ['a', 'b', 'c'], link: 2 }]);
    expect(result.tasks).toHaveLength(3);
  });

  it('finds slack and the critical path', () => {
    const { tasks } = schedule(
      project([task('a', 1), task('b', 3), task('c', 1)], [link('a', 'c'), link('b', 'c')]),
    );
    expect(tasks.map(({ totalSlack }) => totalSlack)).toEqual([960, 0, 0]);
    expect(tasks.map(({ isCritical }) => isCritical)).toEqual([false, true, true]);
    expect(tasks[2]?.drivingPredecessorId).toBe('b');
  });
});
