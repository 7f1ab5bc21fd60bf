import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readMspdi } from '../mspdi/read.ts';
import { readMspdiTasks } from './task-mspdi.ts';
import { choice, type TaskChoices, taskNotes } from './task-notes.ts';

const shared = new URL('../../../../shared/data/mspdi/', import.meta.url);
const own = new URL('../mspdi/sample-files/website.xml', import.meta.url);

function read(file: URL, choices: TaskChoices = {}) {
  const reading = readMspdi(new Uint8Array(readFileSync(file)));
  if (!reading.ok) return null;
  const notes = taskNotes(choices);
  return { list: readMspdiTasks(reading.project, notes), notes };
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
