import { dependencies } from '@evenkeel/contract/dependencies';
import { addressOf } from '@evenkeel/contract/endpoint';
import { imports } from '@evenkeel/contract/imports';
import { people } from '@evenkeel/contract/people';
import { projectExports } from '@evenkeel/contract/project-exports';
import { projects } from '@evenkeel/contract/projects';
import { taskImports } from '@evenkeel/contract/task-imports';
import { tasks } from '@evenkeel/contract/tasks';
import type { ImportId, ProjectId } from '@evenkeel/core/id';
import { compareDates } from '@evenkeel/core/mspdi/compare';
import { readMspdi } from '@evenkeel/core/mspdi/read';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { putFile, runTasks, taskBytes, taskImport } from './task-files.fixture.ts';

const app = await startTestApp();
let manager: Client;

beforeAll(async () => {
  manager = await app.client();
  await manager.call(people.create, { body: { name: 'Anna Berg', email: 'anna@example.com' } });
  await manager.call(people.create, { body: { name: 'Ana Costa' } });
});

const preview = (id: ImportId) => manager.call(taskImports.preview, { params: { id } });
const tasksOf = async (projectId: ProjectId) =>
  (await manager.call(tasks.list, { query: { projectId: [projectId].join(','), limit: 500 } }))
    .rows;
const projectOf = (view: { target: { project: { id: ProjectId } | null } }) => {
  if (!view.target.project) throw new Error('the import made no project');
  return view.target.project.id;
};

/** The file that a project goes out as. */
async function textOf(id: ProjectId): Promise<string> {
  const answer = await app.app.http.inject({
    method: 'GET',
    url: addressOf(projectExports.microsoftProject.path, { params: { id } }),
    headers: { authorization: `Bearer ${manager.member.token}` },
  });
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w .-]+\.xml"$/);
  return answer.body;
}

describe('a Microsoft Project file (IN-07, U14, PM-07)', () => {
  test('becomes a project with its dates, links, progress, people and kept plans', async () => {
    const begun = await taskImport(manager, 'website.xml');
    expect(begun).toMatchObject({
      file: { format: 'mspdi', taskCount: 7 },
      issues: [],
      target: { project: null, newName: 'New website & brand' },
    });
    const { counts, report } = await preview(begun.id);
    expect(counts).toMatchObject({ create: 6, update: 0, links: 4, assignments: 1, baselines: 2 });
    expect(report.left.map(({ what }) => what)).toContain('Material resources');
    const done = await runTasks(manager, begun.id);
    expect(done).toMatchObject({ state: 'done', failure: null });
    expect(done.result?.counts.create).toBe(6);
    const rows = await tasksOf(projectOf(done));
    const days = Object.fromEntries(
      rows.map(({ name, startOn, dueOn }) => [name, [startOn, dueOn]]),
    );
    // The firm's own calendar knows no day out on 11 March, so what follows lies a day earlier.
    expect(days).toMatchObject({
      Wireframes: ['2026-03-02', '2026-03-06'],
      'Visual design': ['2026-03-09', '2026-03-11'],
      Design: ['2026-03-02', '2026-03-11'],
      'Design approved': [null, '2026-03-11'],
      Build: ['2026-03-13', '2026-03-26'],
    });
    const wireframes = rows.find(({ name }) => name === 'Wireframes');
    expect(wireframes?.state).toBe('done');
    expect(wireframes?.assignees.map(({ name }) => name)).toEqual(['Anna Berg']);
    const links = await manager.call(dependencies.list, { query: { projectId: projectOf(done) } });
    expect(links.rows.map(({ type, lagMinutes }) => [type, lagMinutes])).toContainEqual([
      'finish-start',
      480,
    ]);
  });

  test('goes out again as a file that Microsoft Project opens, with the same tasks and links', async () => {
    const done = await runTasks(manager, (await taskImport(manager, 'website.xml')).id);
    const answer = await textOf(projectOf(done));
    const reading = readMspdi(answer);
    if (!reading.ok) throw new Error(reading.reason);
    const { project } = reading;
    expect(
      project.tasks.map(({ fields }) => [fields.get('Name'), fields.get('OutlineLevel')]),
    ).toEqual([
      ['Design', '1'],
      ['Wireframes', '2'],
      ['Visual design', '2'],
      ['Design approved', '2'],
      ['Build', '1'],
      ['Words', '1'],
    ]);
    const moved = compareDates(project).filter(({ isSame }) => !isSame);
    expect(moved.map(({ name, stored, calculated }) => ({ name, stored, calculated }))).toEqual([]);
    expect(project.resources.map(({ fields }) => fields.get('Name'))).toEqual(['Anna Berg']);
    expect(project.tasks[2]?.fields.get('Start')).toBe('2026-03-09T08:00:00');
    expect(
      project.tasks[1]?.element.children.filter(({ name }) => name === 'Baseline'),
    ).toHaveLength(2);
    const back = await taskImport(manager, 'back.xml', { bytes: Buffer.from(answer) });
    expect((await preview(back.id)).counts).toMatchObject({ create: 6, links: 4, baselines: 2 });
  });

  test('carries the pauses of a task out and in again (PM-03)', async () => {
    const done = await runTasks(manager, (await taskImport(manager, 'website.xml')).id);
    const splits = [{ afterMinutes: 960, gapMinutes: 480 }];
    const change = async (name: string) => {
      const row = (await tasksOf(projectOf(done))).find((one) => one.name === name);
      if (!row) throw new Error(`no task ${name}`);
      const key = { params: { id: row.id }, version: row.version };
      await manager.call(tasks.update, { ...key, body: { splits } });
    };
    await change('Visual design');
    await change('Build');
    const text = await textOf(projectOf(done));
    const reading = readMspdi(text);
    if (!reading.ok) throw new Error(reading.reason);
    const moved = compareDates(reading.project).filter(({ isSame }) => !isSame);
    expect(moved.map(({ name, stored, calculated }) => ({ name, stored, calculated }))).toEqual([]);
    const back = await taskImport(manager, 'back.xml', { bytes: Buffer.from(text) });
    const again = await runTasks(manager, back.id);
    const rows = await tasksOf(projectOf(again));
    const paused = rows.filter((row) => row.splits.length > 0);
    expect(paused.map(({ name, splits }) => [name, splits])).toEqual([
      ['Visual design', splits],
      ['Build', splits],
    ]);
  });

  test('carries the minute of a constraint in, out and in again (PM-07)', async () => {
    const bound = String(taskBytes('website.xml')).replace(
      '<ConstraintDate>2026-03-04T08:00:00',
      '<ConstraintDate>2026-03-10T13:00:00',
    );
    const bytes = Buffer.from(bound);
    const begun = await taskImport(manager, 'website.xml', { bytes });
    const done = await runTasks(manager, begun.id);
    const design = (rows: Awaited<ReturnType<typeof tasksOf>>) =>
      rows.find(({ name }) => name === 'Visual design');
    const said = { constraintOn: '2026-03-10', constraintMinute: 780 };
    expect(design(await tasksOf(projectOf(done)))).toMatchObject(said);
    const text = await textOf(projectOf(done));
    expect(text).toContain('<ConstraintDate>2026-03-10T13:00:00');
    const back = await taskImport(manager, 'back.xml', { bytes: Buffer.from(text) });
    const again = await runTasks(manager, back.id);
    expect(design(await tasksOf(projectOf(again)))).toMatchObject(said);
    const same = await taskImport(manager, 'website.xml', { bytes, projectId: projectOf(done) });
    expect((await preview(same.id)).counts).toMatchObject({ update: 0, keep: 6 });
  });

  test('imported again into its project changes nothing, and a newer copy only what differs', async () => {
    const done = await runTasks(manager, (await taskImport(manager, 'website.xml')).id);
    const projectId = projectOf(done);
    const again = await taskImport(manager, 'website.xml', { projectId });
    const same = await preview(again.id);
    expect(same.counts).toMatchObject({ create: 0, update: 0, keep: 6, links: 0, phases: 0 });
    const newer = String(taskBytes('website.xml')).replace('<Name>Build<', '<Name>Build it<');
    await putFile(manager, again.id, { name: 'website.xml', bytes: Buffer.from(newer) });
    const changed = await preview(again.id);
    expect(changed.counts).toMatchObject({ create: 0, update: 1, keep: 5 });
    const listed = await manager.call(taskImports.tasks, { params: { id: again.id } });
    expect(listed.rows.find(({ action }) => action === 'update')?.changes).toEqual([
      { field: 'name', before: 'Build', after: 'Build it' },
    ]);
    await runTasks(manager, again.id);
    expect((await tasksOf(projectId)).map(({ name }) => name)).toContain('Build it');
  });

  test('undone, what it added is in the trash and what it changed is as before', async () => {
    const first = await runTasks(manager, (await taskImport(manager, 'website.xml')).id);
    const projectId = projectOf(first);
    const newer = String(taskBytes('website.xml'))
      .replace('<Name>Build<', '<Name>Build it<')
      .replace(
        '</Tasks>',
        '<Task><UID>77</UID><ID>77</ID><Name>Late idea</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task></Tasks>',
      );
    const second = await taskImport(manager, 'website.xml', {
      projectId,
      bytes: Buffer.from(newer),
    });
    await runTasks(manager, second.id);
    expect((await tasksOf(projectId)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Build it', 'Late idea']),
    );
    await manager.call(imports.undo, { params: { id: second.id } });
    const names = (await tasksOf(projectId)).map(({ name }) => name);
    expect(names).toContain('Build');
    expect(names).not.toContain('Late idea');
    const whole = await runTasks(manager, (await taskImport(manager, 'trello.json')).id);
    await manager.call(imports.undo, { params: { id: whole.id } });
    const project = await manager.call(projects.get, { params: { id: projectOf(whole) } });
    expect(project.deletedAt).not.toBeNull();
  });
});

describe('Jira (IN-07)', () => {
  test('epics become phases, doubled columns are taken together, blocks become links', async () => {
    const begun = await taskImport(manager, 'jira.csv');
    expect(begun.file?.format).toBe('jira');
    expect(begun.issues).toEqual([]);
    const found = await preview(begun.id);
    expect(found.counts).toMatchObject({
      create: 4,
      phases: 1,
      links: 1,
      assignments: 2,
      comments: 1,
    });
    expect(found.groups.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        'epics',
        'person/nobody known',
        'date-unreadable/dueOn',
        'link-missing',
      ]),
    );
    const problems = await manager.call(taskImports.problems, { params: { id: begun.id } });
    expect(problems.rows).toContainEqual(
      expect.objectContaining({ row: 6, field: 'Due date', value: '31/Feb/26 5:00 PM' }),
    );
    expect(found.report.left.map(({ what }) => what)).toEqual(['Priority']);
    const done = await runTasks(manager, begun.id);
    const rows = await tasksOf(projectOf(done));
    const card = rows.find(({ name }) => name === 'Pay by card');
    expect(card).toMatchObject({ state: 'started', dueOn: '2026-03-12', estimateMinutes: 480 });
    expect(rows.find(({ name }) => name === 'Form')).toMatchObject({
      state: 'done',
      estimateMinutes: 120,
      parentId: card?.id,
    });
  });

  test('a choice says who somebody is, and what a state means', async () => {
    const { id } = await taskImport(manager, 'jira.csv');
    const choice = (action: 'create' | 'use', target: string | null = null) => ({
      action,
      target,
      probability: null,
    });
    await manager.call(taskImports.change, {
      params: { id },
      body: {
        choices: {
          'person/nobody known': choice('create'),
          'state/waiting for godot': choice('use', 'started'),
          epics: choice('use', 'tasks'),
        },
      },
    });
    const found = await preview(id);
    expect(found.counts).toMatchObject({ create: 5, phases: 0, people: 1, assignments: 3 });
    const done = await runTasks(manager, id);
    const rows = await tasksOf(projectOf(done));
    expect(rows.find(({ name }) => name === 'Write the help pages')?.state).toBe('started');
    expect(rows.find(({ name }) => name === 'Refunds')?.assignees.map(({ name }) => name)).toEqual([
      'Nobody Known',
    ]);
  });
});

describe('any CSV (IN-07)', () => {
  test('is recognised by its headers, in German too, and its dirt is named by row', async () => {
    const begun = await taskImport(manager, 'plan.csv');
    expect(begun.columns.map(({ field }) => field)).toEqual([
      'key',
      'phase',
      'name',
      'startOn',
      'dueOn',
      'duration',
      'predecessors',
      'people',
      'percent',
    ]);
    const found = await preview(begun.id);
    expect(found.counts).toMatchObject({ create: 4, phases: 2, links: 2, assignments: 2 });
    const problems = await manager.call(taskImports.problems, { params: { id: begun.id } });
    expect(problems.rows.map(({ row, groupKey }) => [row, groupKey])).toEqual([
      [5, 'name-missing'],
      [6, 'due-before-start'],
      [6, 'number-unreadable/percent'],
      [6, 'link-missing'],
    ]);
    const done = await runTasks(manager, begun.id);
    const rows = await tasksOf(projectOf(done));
    const days = Object.fromEntries(
      rows.map(({ name, startOn, dueOn }) => [name, [startOn, dueOn]]),
    );
    // “1EA+1 Tag”: a day after the sixth, which was a Friday; then ten days of work.
    expect(days).toMatchObject({
      Entwurf: ['2026-03-02', '2026-03-06'],
      Freigabe: ['2026-03-10', '2026-03-11'],
      Umsetzung: ['2026-03-12', '2026-03-25'],
    });
  });

  test('waits for a word where a date can be two days', async () => {
    const bytes = Buffer.from('Task,Due date\nA,03/04/2026\nB,05/06/2026\n');
    const begun = await taskImport(manager, 'tasks.csv', { bytes });
    expect(begun.issues).toHaveLength(1);
    await expect(preview(begun.id)).rejects.toThrow('wrong-state');
    const columns = begun.columns.map(({ field, dateOrder, unit }) => ({ field, dateOrder, unit }));
    const mapped = await manager.call(taskImports.change, {
      params: { id: begun.id },
      body: {
        columns: columns.map((column) => ({ ...column, dateOrder: 'day-month-year' as const })),
      },
    });
    expect(mapped.issues).toEqual([]);
    const listed = await manager.call(taskImports.tasks, { params: { id: begun.id } });
    expect(listed.rows.map(({ dueOn }) => dueOn)).toEqual(['2026-04-03', '2026-06-05']);
  });

  test('refuses what is no list of tasks, and says what to do', async () => {
    const mpp = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]);
    await expect(taskImport(manager, 'plan.mpp', { bytes: mpp })).rejects.toThrow('invalid-input');
    await expect(taskImport(manager, 'x.json', { bytes: Buffer.from('{"a":1}') })).rejects.toThrow(
      'invalid-input',
    );
  });
});

describe('a Trello board (IN-07)', () => {
  test('brings lists as phases, cards with checklists, labels, people and comments', async () => {
    const begun = await taskImport(manager, 'trello.json');
    const found = await preview(begun.id);
    expect(found.counts).toMatchObject({
      create: 2,
      phases: 2,
      assignments: 2,
      checklistItems: 2,
      comments: 1,
      tags: 2,
    });
    expect(found.groups.map(({ key, count }) => [key, count])).toEqual(
      expect.arrayContaining([
        ['lists', 2],
        ['archived', 1],
        ['name-missing', 1],
        ['person/m2', 1],
      ]),
    );
    expect(found.report.left.map(({ what }) => what)).toEqual([
      'Attached files',
      'Fields of the board',
    ]);
    const done = await runTasks(manager, begun.id);
    const rows = await tasksOf(projectOf(done));
    expect(rows.map(({ name, state, dueOn }) => [name, state, dueOn])).toEqual([
      ['Give notice', 'done', '2026-02-27'],
      ['Paint the walls', 'open', '2026-05-29'],
    ]);
    expect(rows[0]).toMatchObject({ checklistCount: 2, checklistDoneCount: 1 });
    const project = await manager.call(projects.get, { params: { id: projectOf(done) } });
    expect(project.phases.map(({ name }) => name)).toEqual(['Old office', 'New office']);
  });

  test('is not for members who may not import', async () => {
    const member = await app.client({ role: 'member', workspaceOf: manager });
    await expect(taskImport(member, 'trello.json')).rejects.toThrow('not-allowed');
  });
});
