import { initiatives } from '@evenkeel/contract/initiatives';
import { people } from '@evenkeel/contract/people';
import { projectHealth, projectPeople } from '@evenkeel/contract/project-people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';

const app = await startTestApp();

test('a project of either kind is said to stand well or not, by whom and when (PM-09)', async () => {
  const manager = await app.client();
  for (const kind of ['client', 'initiative'] as const) {
    const project = await manager.call(projects.create, { body: { kind, name: `Own ${kind}` } });
    const params = { id: project.id };
    const silent = { params, body: { health: 'off-track' } } as const;
    expect((await manager.refused(projectHealth.create, silent)).issues[0]?.path).toEqual(['note']);
    await manager.call(projectHealth.create, { params, body: { health: 'on-track' } });
    const note = 'The data is late; we begin without it.';
    await manager.call(projectHealth.create, { params, body: { health: 'at-risk', note } });
    const { rows } = await manager.call(projectHealth.list, { params });
    expect(rows).toMatchObject([
      { health: 'at-risk', note, by: 'Test owner' },
      { health: 'on-track', note: '' },
    ]);
  }
});

test('lists say how each project was last said to stand, and are narrowed by it (PM-09, PM-21)', async () => {
  const manager = await app.client();
  for (const kind of ['client', 'initiative'] as const) {
    const ids = [];
    for (const name of ['Good', 'Bad', 'Silent']) {
      ids.push((await manager.call(projects.create, { body: { kind, name } })).id);
    }
    const [good, bad, silent] = ids;
    if (!good || !bad || !silent) throw new Error('three were made');
    await manager.call(projectHealth.create, {
      params: { id: good },
      body: { health: 'on-track' },
    });
    const said = { health: 'off-track', note: 'The client is silent.' } as const;
    await manager.call(projectHealth.create, { params: { id: bad }, body: { health: 'on-track' } });
    await manager.call(projectHealth.create, { params: { id: bad }, body: said });
    const { rows } = await manager.call(projects.list, { query: { kind } });
    const byId = new Map(rows.map((row) => [row.id, row.health]));
    expect([byId.get(good)?.health, byId.get(bad), byId.get(silent)]).toMatchObject([
      'on-track',
      said,
      null,
    ]);
    const narrowed = await manager.call(projects.list, { query: { kind, health: 'off-track' } });
    expect(narrowed.rows.map(({ id }) => id)).toEqual([bad]);
    expect(narrowed.total).toBe(1);
  }
  const late = await manager.call(initiatives.list, { query: { health: 'at-risk,off-track' } });
  expect(late.rows).toMatchObject([{ name: 'Bad', health: { health: 'off-track' } }]);
});

test('people on a project have a part and a record; budget and project have different owners (PM-10, PM-11, PM-15, FI-10)', async () => {
  const manager = await app.client();
  const person = async (name: string) => (await manager.call(people.create, { body: { name } })).id;
  const [anna, ben] = [await person('Anna'), await person('Ben')];
  const project = await manager.call(projects.create, {
    body: { kind: 'client', name: 'Harbour', ownerId: anna, budgetOwnerId: ben },
  });
  expect(project).toMatchObject({ owner: { name: 'Anna' }, budgetOwner: { name: 'Ben' } });
  const params = { id: project.id };
  const put = { params: { ...params, personId: anna }, body: { part: 'Speaks to the board' } };
  await manager.call(projectPeople.put, put);
  await manager.call(tasks.create, {
    body: { projectId: project.id, name: 'Done', state: 'done', assigneeIds: [ben] },
  });
  const { rows } = await manager.call(projectPeople.list, { params });
  expect(rows).toMatchObject([
    { person: { name: 'Anna' }, part: 'Speaks to the board', isNamed: true, taskCount: 0 },
    { person: { name: 'Ben' }, isNamed: false, taskCount: 1, doneCount: 1 },
  ]);
  await manager.call(projectPeople.remove, { params: put.params });
  const left = await manager.call(projectPeople.list, { params });
  expect(left.rows.map((row) => row.person.name)).toEqual(['Ben']);
});
