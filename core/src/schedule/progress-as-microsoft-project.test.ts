import { describe, expect, it } from 'vitest';
import { constrained, dates, link, plan, task } from './as-microsoft-project.fixture.ts';
import { instantOf, minuteOf } from './minute.ts';
import { schedule } from './schedule.ts';

// Each row is a behaviour of Microsoft Project as docs/scheduling.md lists it with its source. The plan
// starts on Monday 2026-03-02 at 08:00 on the standard calendar unless the row says otherwise.

describe('progress', () => {
  const begun = { actualStart: minuteOf('2026-03-03T08:00'), percentComplete: 50 };

  it('work under way stays where it started; the rest follows what is done', () => {
    expect(dates({ tasks: [task('b', 2, { progress: begun })] })).toBe(
      '2026-03-03T08:00 2026-03-04T17:00',
    );
  });

  it('the rest begins where it is said to go on', () => {
    const progress = {
      ...begun,
      stop: minuteOf('2026-03-03T17:00'),
      resume: minuteOf('2026-03-06T08:00'),
    };
    expect(dates({ tasks: [task('b', 2, { progress })] })).toBe(
      '2026-03-03T08:00 2026-03-06T17:00',
    );
  });

  it('the rest waits for links where the plan splits tasks under way', () => {
    const tasks = [task('a', 4), task('b', 2, { progress: begun })];
    const part = { tasks, links: [link('a', 'b')] };
    expect(dates(part)).toBe('2026-03-03T08:00 2026-03-06T17:00');
    expect(dates({ ...part, options: { splitsInProgress: false } })).toBe(
      '2026-03-03T08:00 2026-03-04T17:00',
    );
  });

  it('PM-07 what remains never lies before the status date', () => {
    const part = {
      tasks: [task('a', 1), task('b', 2, { progress: begun })],
      statusDate: minuteOf('2026-03-12T12:00'),
    };
    expect(dates(part, 'a')).toBe('2026-03-12T13:00 2026-03-13T12:00');
    expect(dates(part)).toBe('2026-03-03T08:00 2026-03-13T12:00');
    const options = { remainingAfterStatusDate: false };
    expect(dates({ ...part, options }, 'a')).toBe('2026-03-02T08:00 2026-03-02T17:00');
  });

  it('what is done keeps its dates and is not critical', () => {
    const progress = {
      actualStart: minuteOf('2026-03-05T08:00'),
      actualFinish: minuteOf('2026-03-06T12:00'),
    };
    const [done] = schedule(plan({ tasks: [task('b', 5, { progress })] })).tasks;
    expect(done).toMatchObject({ totalSlack: 0, isCritical: false });
    expect(dates({ tasks: [task('b', 5, { progress })] })).toBe(
      '2026-03-05T08:00 2026-03-06T12:00',
    );
  });
});

describe('elapsed durations', () => {
  it('have slack by the clock, into the weekend (Knowledge Base Q87301)', () => {
    const tasks = [
      task('a', 1),
      { id: 'b', duration: { minutes: 540, unit: 'elapsed' as const } },
      task('c', 1),
    ];
    const start = minuteOf('1992-07-24T08:00');
    const result = schedule(plan({ start, tasks, links: [link('a', 'c'), link('b', 'c')] }));
    // 2.63 elapsed days.
    expect(result.tasks.map(({ totalSlack }) => totalSlack)).toEqual([0, 63 * 60, 0]);
    expect(instantOf(result.tasks[2]?.start ?? 0)).toBe('1992-07-27T08:00');
  });
});

describe('manual, inactive, from the finish', () => {
  it('a manual task moves for no link, and moves others', () => {
    const manual = { start: minuteOf('2026-03-02T08:00'), finish: minuteOf('2026-03-02T17:00') };
    const tasks = [task('a', 3), task('b', 1, { manual }), task('c', 1)];
    const links = [link('a', 'b'), link('b', 'c')];
    expect(dates({ tasks, links })).toBe('2026-03-02T08:00 2026-03-02T17:00');
    expect(dates({ tasks, links }, 'c')).toBe('2026-03-03T08:00 2026-03-03T17:00');
  });

  it('a manual task under way ends where it was put, whatever is left to do', () => {
    const b = task('b', 1, {
      manual: { start: minuteOf('2026-03-02T08:00'), finish: minuteOf('2026-03-06T12:00') },
      progress: { actualStart: minuteOf('2026-03-03T08:00'), percentComplete: 50 },
    });
    expect(dates({ tasks: [b] })).toBe('2026-03-03T08:00 2026-03-06T12:00');
  });

  it('an inactive task passes on what it waits for', () => {
    const tasks = [task('a', 2), task('x', 9, { isActive: false }), task('b', 1)];
    expect(dates({ tasks, links: [link('a', 'x'), link('x', 'b')] })).toBe(
      '2026-03-04T08:00 2026-03-04T17:00',
    );
  });

  it('a plan counted from its finish puts work as late as it can', () => {
    const tasks = [
      task('a', 1),
      task('b', 2),
      task('c', 1, { constraint: constrained('finishNoLaterThan', '2026-03-10T17:00') }),
    ];
    const part = { tasks, links: [link('a', 'b')], finish: minuteOf('2026-03-13T17:00') };
    expect(dates(part, 'a')).toBe('2026-03-11T08:00 2026-03-11T17:00');
    expect(dates(part, 'b')).toBe('2026-03-12T08:00 2026-03-13T17:00');
    expect(dates(part, 'c')).toBe('2026-03-10T08:00 2026-03-10T17:00');
  });

  it('a milestone at midnight of a free day waits for work', () => {
    expect(dates({ start: minuteOf('2026-03-01T00:00'), tasks: [task('b', 0)] })).toBe(
      '2026-03-02T08:00 2026-03-02T08:00',
    );
  });
});
