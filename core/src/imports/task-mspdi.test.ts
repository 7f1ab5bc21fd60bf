import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { file, row } from '../mspdi/file.fixture.ts';
import { readMspdi } from '../mspdi/read.ts';
import { readMspdiTasks } from './task-mspdi.ts';
import { choice, type TaskChoices, taskNotes } from './task-notes.ts';
import { planTaskList } from './task-plan.ts';

const shared = new URL('../../../../shared/data/mspdi/', import.meta.url);
const own = new URL('../mspdi/sample-files/website.xml', import.meta.url);

function read(file: URL, choices: TaskChoices = {}) {
  const reading = readMspdi(new Uint8Array(readFileSync(file)));
  if (!reading.ok) return null;
  const notes = taskNotes(choices);
  return { list: readMspdiTasks(reading.project, notes), notes };
}

function listOf(text: string) {
  const reading = readMspdi(text);
  if (!reading.ok) throw new Error(reading.reason);
  return readMspdiTasks(reading.project, taskNotes({}));
}

describe('tasks of a Microsoft Project file (PM-07, U14)', () => {
  test('come with dates, progress, constraints, links and lags', () => {
    const found = read(own);
    const byName = new Map(found?.list.tasks.map((task) => [task.name, task]));
    expect(byName.get('Wireframes')).toMatchObject({
      key: '2',
      parentKey: '1',
      state: 'done',
      doneOn: '2026-03-06',
      estimateMinutes: null,
      notes: 'Agreed: "no carousel" <ever>\r\nsecond line 😀',
      assignments: [{ personKey: '1', units: 10_000 }],
    });
    expect(byName.get('Visual design')).toMatchObject({
      deadlineOn: '2026-03-13',
      schedule: {
        constraintType: 'start-no-earlier-than',
        constraintOn: '2026-03-04',
        durationMinutes: 1440,
      },
    });
    expect(byName.get('Design approved')?.isMilestone).toBe(true);
    expect(found?.list.links.map(({ row: _, ...link }) => link)).toEqual([
      link('2', '3', {}),
      link('3', '4', {}),
      link('1', '5', { lagMinutes: 480 }),
      link('5', '6', { type: 'start-start', lagUnit: 'percent', lagPercent: 30 }),
    ]);
    expect(found?.list.baselines.map(({ name, tasks }) => [name, tasks.length])).toEqual([
      ['Baseline', 1],
      ['Baseline 1', 1],
    ]);
  });

  test('a summary task with links stays a task unless somebody wants a phase, which loses its links', () => {
    expect(read(own)?.list.phases).toEqual([]);
    const phased = read(own, { outline: choice('use', 'phases') });
    expect(phased?.list.phases).toEqual(['Design']);
    expect(
      phased?.list.tasks.map(({ name, phase, parentKey }) => [name, phase, parentKey]),
    ).toEqual([
      ['Wireframes', 'Design', null],
      ['Visual design', 'Design', null],
      ['Design approved', 'Design', null],
      ['Build', null, null],
      ['Words', null, null],
    ]);
    expect(phased?.notes.problems).toEqual([
      { row: 5, field: 'Predecessors', value: '1', groupKey: 'link-missing' },
    ]);
  });

  test('a task that waits for another file is held where that one has put it', () => {
    const dates =
      '<Start>2026-03-09T08:00:00</Start><Finish>2026-03-09T17:00:00</Finish><Duration>PT8H0M0S</Duration>';
    const waits = (uid: number, isCross: number) =>
      `<PredecessorLink><PredecessorUID>${uid}</PredecessorUID><Type>1</Type><CrossProject>${isCross}</CrossProject></PredecessorLink>`;
    const text = file(
      row(1, `${dates}${waits(99, 1)}`) +
        row(2, `${dates}${waits(3, 0)}`) +
        row(3, `<ExternalTask>1</ExternalTask>${dates}`),
    );
    const list = listOf(text);
    expect(list.tasks.map(({ schedule }) => schedule)).toEqual([
      expect.objectContaining({
        constraintType: 'start-no-earlier-than',
        constraintOn: '2026-03-09',
      }),
      expect.objectContaining({
        constraintType: 'start-no-earlier-than',
        constraintOn: '2026-03-09',
      }),
    ]);
  });

  test('a constraint keeps its minute, but where it is the begin or end of the day’s work', () => {
    const bound = (uid: number, type: number, at: string) =>
      row(
        uid,
        `<ConstraintType>${type}</ConstraintType><ConstraintDate>2026-03-04T${at}:00</ConstraintDate>`,
      );
    const list = listOf(
      file(
        bound(1, 4, '08:00') +
          bound(2, 4, '13:00') +
          bound(3, 4, '00:00') +
          bound(4, 7, '17:00') +
          bound(5, 7, '15:30') +
          bound(6, 3, '23:59'),
      ),
    );
    expect(list.tasks.map(({ schedule }) => schedule?.constraintMinute)).toEqual([
      null,
      780,
      null,
      null,
      930,
      null,
    ]);
    expect(new Set(list.tasks.map(({ schedule }) => schedule?.constraintOn))).toEqual(
      new Set(['2026-03-04']),
    );
  });

  test('pauses that a person drew are carried; without its people a task keeps its length', () => {
    const day = (from: number, to: number, hours: number) =>
      `<TimephasedData><Type>1</Type><Start>2026-03-0${from}T08:00:00</Start><Finish>2026-03-0${to}T08:00:00</Finish><Value>PT${hours}H0M0S</Value></TimephasedData>`;
    const more = `<Resources><Resource><UID>1</UID><Name>Zoe</Name><Type>1</Type></Resource></Resources>
      <Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units>
      <WorkContour>8</WorkContour>${day(2, 3, 8) + day(3, 5, 0) + day(5, 6, 8)}</Assignment></Assignments>`;
    const fields = '<Type>0</Type><Work>PT48H0M0S</Work>';
    const list = listOf(file(row(1, '<Type>0</Type>', 2) + row(2, fields, 2), { more }));
    expect(list.tasks[0]?.schedule?.splits).toEqual([{ afterMinutes: 480, gapMinutes: 960 }]);
    const nothing = { tasks: [], phases: [], people: [], links: [] };
    const { tasks } = planTaskList(list, nothing, taskNotes({}));
    expect(tasks.map(({ columns }) => [columns.taskType, columns.durationMinutes])).toEqual([
      ['fixed-units', 960],
      ['fixed-duration', 960],
    ]);
  });

  test('pauses are carried; uneven work, later assignments and durations by the clock are named', () => {
    const assigned = (task: number, fields: string) =>
      `<Assignment><TaskUID>${task}</TaskUID><ResourceUID>-65535</ResourceUID>${fields}</Assignment>`;
    const day = (from: number, to: number, hours: number) =>
      `<TimephasedData><Type>1</Type><Start>2026-03-0${from}T08:00:00</Start><Finish>2026-03-0${to}T08:00:00</Finish><Value>PT${hours}H0M0S</Value></TimephasedData>`;
    const more = `<Assignments>${
      assigned(1, day(2, 3, 8) + day(3, 5, 0) + day(5, 6, 8)) +
      assigned(2, '<WorkContour>2</WorkContour>') +
      assigned(3, '<Delay>4800</Delay>')
    }</Assignments>`;
    const byClock = row(4).replace('<DurationFormat>7', '<DurationFormat>8');
    const { report, tasks } = listOf(file(row(1, '', 2) + row(2) + row(3) + byClock, { more }));
    expect(tasks[0]?.schedule?.splits).toEqual([{ afterMinutes: 480, gapMinutes: 960 }]);
    const named = report.left.map(({ what, examples }) => [what, ...examples].join(': '));
    expect(named).toEqual(
      expect.arrayContaining([
        'Work spread unevenly: Task 2',
        'Delays of assignments: Task 3',
        'Durations by the clock: Task 4',
      ]),
    );
  });

  test('what has no place here is named', () => {
    const left = read(own)?.list.report.left ?? [];
    expect(left.map(({ what, count, examples }) => [what, count, examples])).toEqual([
      ['Material resources', 1, ['Paper']],
      ['Calendars', 1, ['Standard']],
      ['Own field definitions', 1, ['Cost centre']],
      ['Values of own fields', 1, ['Wireframes']],
    ]);
  });

  // Where the folder is missing, our own sample stands for it.
  const files = existsSync(shared) ? readdirSync(shared) : [];
  test.skipIf(files.length === 0)('every shared file is read without a fault', () => {
    const counts = files.map((name) => {
      const list = read(new URL(name, shared))?.list;
      const keys = new Set(list?.tasks.map(({ key }) => key));
      for (const { predecessorKey, successorKey } of list?.links ?? [])
        expect([keys.has(predecessorKey), keys.has(successorKey)]).toEqual([true, true]);
      for (const task of list?.tasks ?? [])
        expect(task.parentKey === null || keys.has(task.parentKey)).toBe(true);
      return list?.tasks.length ?? 0;
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
  });
});

function link(predecessorKey: string, successorKey: string, kind: object) {
  return {
    predecessorKey,
    successorKey,
    type: 'finish-start',
    lagMinutes: 0,
    lagUnit: 'working',
    lagPercent: 0,
    ...kind,
  };
}
