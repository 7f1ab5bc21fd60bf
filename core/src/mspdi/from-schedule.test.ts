import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../schedule/day-hours.ts';
import { minuteOf } from '../schedule/minute.ts';
import type { Progress, ScheduleProject } from '../schedule/model.ts';
import { schedule } from '../schedule/schedule.ts';
import { compareDates } from './compare.ts';
import { exportedCalendars } from './exported-calendars.ts';
import { read } from './file.fixture.ts';
import { mspdiOf } from './from-schedule.ts';
import { childrenNamed, recordOf } from './model.ts';
import { writeMspdi } from './write.ts';

const monday = minuteOf('2026-03-02T08:00');

/** Task b of four days waits for a of three, whoever has begun it; a person is on b for all of their time. */
function exported(progress: Progress | undefined, people: readonly string[] = ['p']) {
  const problem: ScheduleProject = {
    start: monday,
    calendars: [standardCalendar('c')],
    defaultCalendarId: 'c',
    tasks: [
      { id: 'a', duration: { minutes: 1440, unit: 'working' } },
      {
        id: 'b',
        duration: { minutes: 1920, unit: 'working' },
        ...(progress ? { progress } : {}),
      },
    ],
    links: [{ predecessorId: 'a', successorId: 'b', type: 'finishToStart' }],
  };
  const row = { notes: '', level: 1, isMilestone: false, workMinutes: 1920 };
  const text = writeMspdi(
    mspdiOf({
      ...{ name: 'Plan', notes: '', currency: 'EUR', problem, fields: [], baselines: [] },
      rows: ['a', 'b'].map((id) => ({ ...row, id, name: id })),
      scheduled: new Map(schedule(problem).tasks.map((task) => [task.id, task])),
      people: people.map((id) => ({ id, name: id, email: null, calendarId: null })),
      assignments: people.map((personId) => ({
        ...{ taskId: 'b', personId, units: 1, workMinutes: 1920 },
      })),
      parts: new Map(),
    }),
  );
  return read(text);
}

function fieldsOf(progress: Progress | undefined) {
  const { tasks, assignments } = exported(progress);
  const [task, assignment] = [tasks[1], assignments[0]];
  const names = 'ActualStart ActualFinish ActualWork RemainingWork Stop Resume'.split(' ');
  const texts = [task, assignment].map((own) =>
    names.map((name) => own?.fields.get(name)?.replace('2026-03-', '')),
  );
  const work = (assignment ? childrenNamed(assignment.element, 'TimephasedData') : []).map(
    (element) => {
      const { fields } = recordOf(element);
      const value = (name: string) => fields.get(name)?.replace('2026-03-', '');
      return `${value('Type')} ${value('Start')} ${value('Finish')} ${value('Value')}`;
    },
  );
  return { texts, work };
}

describe('U14 work on its way to Microsoft Project', () => {
  it.each<[string, Progress | undefined, readonly string[]]>([
    ['that nobody has begun', undefined, ['p']],
    ['under way, whose rest waits', { actualStart: monday, percentComplete: 25 }, ['p']],
    ['under way with several people', { actualStart: monday, percentComplete: 25 }, ['p', 'q']],
    ['under way that nobody is on', { actualStart: monday, percentComplete: 25 }, []],
    [
      'that is done',
      { actualStart: monday, actualFinish: minuteOf('2026-03-03T17:00'), percentComplete: 100 },
      ['p'],
    ],
  ])('%s has its dates again when the file is opened', (_, progress, people) => {
    for (const task of compareDates(exported(progress, people))) expect(task.isSame).toBe(true);
  });

  it('says on the task and on the assignment what is done, up to when, and where the rest goes on', () => {
    const { texts, work } = fieldsOf({ actualStart: monday, percentComplete: 25 });
    const done = ['02T08:00:00', undefined, 'PT8H0M0S', 'PT24H0M0S', '02T17:00:00', '05T08:00:00'];
    expect(texts).toEqual([done, done]);
    expect(work).toEqual([
      '2 02T08:00:00 02T17:00:00 PT8H0M0S',
      '1 05T08:00:00 06T08:00:00 PT8H0M0S',
      '1 06T08:00:00 07T08:00:00 PT8H0M0S',
      '1 09T08:00:00 09T17:00:00 PT8H0M0S',
    ]);
  });

  it('gives the hours of finished work as done, day by day', () => {
    const finish = minuteOf('2026-03-03T12:00');
    const { texts, work } = fieldsOf({ actualStart: monday, actualFinish: finish });
    expect(texts[1]).toEqual([
      '02T08:00:00',
      '03T12:00:00',
      'PT32H0M0S',
      'PT0H0M0S',
      '03T12:00:00',
      '03T12:00:00',
    ]);
    expect(work).toEqual([
      '2 02T08:00:00 03T08:00:00 PT21H20M0S',
      '2 03T08:00:00 03T12:00:00 PT10H40M0S',
    ]);
  });
});

describe('U14 calendars on their way to Microsoft Project', () => {
  const off = { from: 20_516, to: 20_516, hours: [] };
  const calendars = [
    standardCalendar('standard'),
    { ...standardCalendar('office'), name: 'Standard', exceptions: [off] },
    { ...standardCalendar('p'), exceptions: [off] },
  ].map((calendar, at) => (at === 0 ? { ...calendar, name: 'Standard' } : calendar));
  const people = [{ id: 'p', name: 'Ines Duarte', email: null, calendarId: 'p' }];

  it('have a name each; those of a person stand upon one without days off, under their name', () => {
    const found = exportedCalendars(calendars, people, 'office');
    expect(found.map(({ name, baseId }) => [name, baseId])).toEqual([
      ['Standard', undefined],
      ['Standard (2)', undefined],
      ['Ines Duarte', 'standard'],
    ]);
    expect(found.map(({ exceptions = [] }) => exceptions.length)).toEqual([0, 1, 1]);
  });
});
