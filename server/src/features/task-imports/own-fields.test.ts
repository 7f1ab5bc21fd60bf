import { customFields } from '@evenkeel/contract/custom-fields';
import { addressOf } from '@evenkeel/contract/endpoint';
import { imports } from '@evenkeel/contract/imports';
import { people } from '@evenkeel/contract/people';
import { projectExports } from '@evenkeel/contract/project-exports';
import { taskImports } from '@evenkeel/contract/task-imports';
import { tasks } from '@evenkeel/contract/tasks';
import type { CustomFieldType } from '@evenkeel/core/custom-field';
import type { ImportId, ProjectId } from '@evenkeel/core/id';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { putFile, runTasks, taskImport } from './task-files.fixture.ts';

const app = await startTestApp();
let manager: Client;

beforeEach(async () => {
  manager = await app.client();
  await manager.call(people.create, { body: { name: 'Anna Berg' } });
});

const list = [
  'Id;Task;Risk;Budget;Ready on;Tester',
  '1;Walls;High;1.250,50;31.12.2026;Anna Berg',
  '2;Roof;odd;much;31.11.2026;Zoe Unknown',
  '3;Door;;;;',
].join('\n');

describe('columns that go to fields of the firm’s own on tasks (IN-07, IG-06)', () => {
  test('are shown before anything is written, and what is wrong is named by row and column', async () => {
    const fields = await taskFields(manager);
    const begun = await taskImport(manager, 'list.csv', { bytes: Buffer.from(list) });
    expect(begun.columns.map(({ field }) => field)).toEqual(['key', 'name', ...fields.ids]);
    expect(begun.issues).toEqual([]);
    const found = await manager.call(taskImports.preview, { params: { id: begun.id } });
    expect(found.own.map(({ name }) => name)).toEqual(['Risk', 'Budget', 'Ready on', 'Tester']);
    const problems = await manager.call(taskImports.problems, { params: { id: begun.id } });
    expect(problems.rows.map(({ row, field, value }) => [row, field, value])).toEqual([
      [3, 'Risk', 'odd'],
      [3, 'Budget', 'much'],
      [3, 'Ready on', '31.11.2026'],
      [3, 'People', 'Zoe Unknown'],
    ]);
    const listed = await manager.call(taskImports.tasks, { params: { id: begun.id } });
    expect(listed.rows.map(({ own }) => own)).toEqual([
      {
        [fields.risk]: 'High',
        [fields.budget]: '1250.50 EUR',
        [fields.ready]: '2026-12-31',
        [fields.tester]: 'Anna Berg',
      },
      {},
      {},
    ]);
    expect(await valuesByTask(manager)).toEqual({});
  });

  test('are written with the tasks, mended as somebody chose, and go with them when undone', async () => {
    const fields = await taskFields(manager);
    const { id } = await taskImport(manager, 'list.csv', { bytes: Buffer.from(list) });
    const choice = (action: 'create' | 'skip') => ({ action, target: null, probability: null });
    await manager.call(taskImports.change, {
      params: { id },
      body: { choices: { 'person/zoe unknown': choice('create') } },
    });
    const done = await runTasks(manager, id);
    expect(done).toMatchObject({ state: 'done', failure: null });
    const known = await manager.call(people.list);
    const idOf = (name: string) => known.rows.find((one) => one.name === name)?.id;
    expect(await valuesByTask(manager, projectOf(done))).toEqual({
      Walls: {
        [fields.risk]: 'h',
        [fields.budget]: 125_050,
        [fields.ready]: '2026-12-31',
        [fields.tester]: idOf('Anna Berg'),
      },
      Roof: { [fields.tester]: idOf('Zoe Unknown') },
    });
    await manager.call(imports.undo, { params: { id } });
    expect(await manager.call(tasks.list, { query: { projectId: projectOf(done) } })).toMatchObject(
      {
        total: 0,
      },
    );
  });

  test('a second file changes what differs, and undone gives back what was there', async () => {
    const fields = await taskFields(manager);
    const first = await runTasks(
      manager,
      (await taskImport(manager, 'list.csv', { bytes: Buffer.from(list) })).id,
    );
    const projectId = projectOf(first);
    const newer = 'Id;Task;Risk;Budget\n1;Walls;low;\n3;Door;high;12,00\n';
    const again = await taskImport(manager, 'list.csv', { projectId, bytes: Buffer.from(newer) });
    const listed = await manager.call(taskImports.tasks, { params: { id: again.id } });
    expect(listed.rows.map(({ action, changes }) => [action, changes])).toEqual([
      ['update', [{ field: 'Risk', before: 'High', after: 'Low' }]],
      [
        'update',
        [
          { field: 'Risk', before: '', after: 'High' },
          { field: 'Budget', before: '', after: '12.00 EUR' },
        ],
      ],
    ]);
    const before = await valuesByTask(manager, projectId);
    expect(await runTasks(manager, again.id)).toMatchObject({ state: 'done' });
    expect(await valuesByTask(manager, projectId)).toMatchObject({
      Walls: { [fields.risk]: 'l', [fields.budget]: 125_050 },
      Door: { [fields.risk]: 'h', [fields.budget]: 1_200 },
    });
    await manager.call(imports.undo, { params: { id: again.id } });
    expect(await valuesByTask(manager, projectId)).toEqual(before);
  });

  test('wait for a word where a number can be two, and refuse fields of nobody or of others', async () => {
    const fields = await taskFields(manager);
    const { id, columns, issues } = await taskImport(manager, 'list.csv', {
      bytes: Buffer.from('Task;Budget\nA;1.234\n'),
    });
    expect(issues).toHaveLength(1);
    const mapping = columns.map(({ field, dateOrder, unit }) => ({ field, dateOrder, unit }));
    const change = (field: string | null, decimalMark: 'comma' | null = null) =>
      ({
        params: { id },
        body: {
          columns: mapping.map((one, at) => (at === 0 ? one : { ...one, field, decimalMark })),
        },
      }) as const;
    expect((await manager.call(taskImports.change, change(fields.budget, 'comma'))).issues).toEqual(
      [],
    );
    const stranger = await taskFields(await app.client());
    const refused = await manager.refused(taskImports.change, change(stranger.budget));
    expect(refused.status).toBe(422);
  });

  test('go out in a Microsoft Project file and come in again (U14)', async () => {
    const fields = await taskFields(manager);
    const whole = await taskImport(manager, 'list.csv', { bytes: Buffer.from(list) });
    const first = await runTasks(manager, whole.id);
    const answer = await app.app.http.inject({
      method: 'GET',
      url: addressOf(projectExports.microsoftProject.path, { params: { id: projectOf(first) } }),
      headers: { authorization: `Bearer ${manager.member.token}` },
    });
    const bytes = Buffer.from(answer.body);
    const { id } = await taskImport(manager, 'back.xml', { bytes });
    const found = await manager.call(taskImports.preview, { params: { id } });
    expect(found.own.map(({ id: field }) => field)).toEqual(fields.ids);
    expect(found.report.left.map(({ what }) => what)).not.toContain('Values of own fields');
    const again = await runTasks(manager, id);
    expect(await valuesByTask(manager, projectOf(again))).toEqual(
      await valuesByTask(manager, projectOf(first)),
    );
    expect(Object.keys(await valuesByTask(manager, projectOf(again)))).toEqual(['Walls']);
  });

  test('of a board of Trello go where somebody says', async () => {
    const fields = await taskFields(manager);
    const board = {
      name: 'Board',
      lists: [{ id: 'l', name: 'Now', pos: 1 }],
      members: [],
      customFields: [
        { id: 'c1', name: 'Danger', type: 'list', options: [{ id: 'o', value: { text: 'High' } }] },
      ],
      cards: [
        {
          id: 'k',
          name: 'Walls',
          idList: 'l',
          customFieldItems: [{ idCustomField: 'c1', idValue: 'o', value: null }],
        },
      ],
    };
    const bytes = Buffer.from(JSON.stringify(board));
    const { id } = await taskImport(manager, 'board.json', { bytes });
    expect(await questionOf(id, 'own/c1')).toMatchObject({ chosen: { action: 'skip' } });
    await manager.call(taskImports.change, {
      params: { id },
      body: { choices: { 'own/c1': { action: 'use', target: fields.risk, probability: null } } },
    });
    const done = await runTasks(manager, id);
    expect(await valuesByTask(manager, projectOf(done))).toEqual({ Walls: { [fields.risk]: 'h' } });
    // A field that is deleted later is no place any more; the file is still read.
    await manager.call(customFields.remove, { params: { id: fields.risk } });
    const later = await taskImport(manager, 'board.json', { bytes });
    await putFile(manager, later.id, { name: 'board.json', bytes });
    expect((await questionOf(later.id, 'own/c1'))?.options.map(({ label }) => label)).toEqual([
      'Budget',
      'Ready on',
      'Tester',
      'Leave it out',
    ]);
  });
});

async function questionOf(id: ImportId, key: string) {
  const { groups } = await manager.call(taskImports.preview, { params: { id } });
  return groups.find((group) => group.key === key);
}

function projectOf(view: { target: { project: { id: ProjectId } | null } }): ProjectId {
  if (!view.target.project) throw new Error('the import made no project');
  return view.target.project.id;
}

async function taskFields(of: Client) {
  const made = async (
    name: string,
    type: CustomFieldType,
    choices: { id: string; name: string }[] = [],
  ) => (await of.call(customFields.create, { body: { kind: 'task', name, type, choices } })).id;
  const risk = await made('Risk', 'choice', [
    { id: 'l', name: 'Low' },
    { id: 'h', name: 'High' },
  ]);
  const budget = await made('Budget', 'money');
  const ready = await made('Ready on', 'date');
  const tester = await made('Tester', 'person');
  return { risk, budget, ready, tester, ids: [risk, budget, ready, tester] };
}

/** Values of the firm's own fields of tasks, by the tasks' names. */
async function valuesByTask(of: Client, projectId?: ProjectId) {
  const { rows } = await of.call(customFields.values, { query: { kind: 'task' } });
  const values = new Map<string, object>(rows.map((row) => [row.subjectId, row.values]));
  const query = projectId === undefined ? { limit: 500 } : { projectId, limit: 500 };
  const found = (await of.call(tasks.list, { query })).rows.flatMap(({ id, name }) => {
    const own = values.get(id);
    return own ? [[name, own] as const] : [];
  });
  return Object.fromEntries(found);
}
