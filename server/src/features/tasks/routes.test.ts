import { people, roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let manager: Client;
let projectId: ProjectId;
let anna: PersonId;
let ben: PersonId;

beforeAll(async () => {
  manager = await app.client();
  projectId = (await manager.call(projects.create, { body: { kind: 'client', name: 'Harbour' } }))
    .id;
  anna = (await manager.call(people.create, { body: { name: 'Anna' } })).id;
  ben = (await manager.call(people.create, { body: { name: 'Ben' } })).id;
});

const newTask = (name: string, more: object = {}) =>
  manager.call(tasks.create, { body: { projectId, name, ...more } });

async function logTime(taskId: TaskId, minutes: number): Promise<void> {
  await asOwner(app.databaseUrl, (client) =>
    client.query(
      `insert into time_entry (workspace_id, id, person_id, project_id, task_id, on_date, minutes, is_billable)
       values ($1, $2, $3, $4, $5, current_date, $6, true)`,
      [manager.member.workspaceId, newId(), anna, projectId, taskId, minutes],
    ),
  );
}

describe('a task', () => {
  test('has state, dates, role, estimate and people, and stands after the others (PM-01)', async () => {
    const [role] = (await manager.call(roles.list)).rows;
    if (!role) throw new Error('no role');
    const first = await newTask('First');
    const second = await newTask('Second', {
      roleId: role.id,
      estimateMinutes: 480,
      startOn: '2026-06-01',
      dueOn: '2026-06-05',
      assigneeIds: [ben, anna],
    });
    expect(second).toMatchObject({
      state: 'open',
      role: { name: role.name },
      estimateMinutes: 480,
      loggedMinutes: 0,
      assignees: [{ name: 'Anna' }, { name: 'Ben' }],
      project: { name: 'Harbour', kind: 'client' },
    });
    expect(second.position).toBeGreaterThan(first.position);
  });

  test('shows what was logged beside its estimate, on itself and on the project (U04)', async () => {
    const task = await newTask('Worked', { estimateMinutes: 120 });
    await logTime(task.id, 45);
    await logTime(task.id, 30);
    const found = await manager.call(tasks.get, { params: { id: task.id } });
    expect(found).toMatchObject({ estimateMinutes: 120, loggedMinutes: 75 });
    const project = await manager.call(projects.get, { params: { id: projectId } });
    expect(project.figures.loggedMinutes).toBe(75);
    expect(project.figures.estimateMinutes).toBeGreaterThanOrEqual(120);
  });

  test('done is done today; open again it is not', async () => {
    const task = await newTask('Finished');
    const change = (version: number, state: 'open' | 'done') =>
      ({ params: { id: task.id }, version, body: { state } }) as const;
    const done = await manager.call(tasks.update, change(1, 'done'));
    expect(done.doneOn).not.toBeNull();
    const open = await manager.call(tasks.update, change(2, 'open'));
    expect(open).toMatchObject({ state: 'open', doneOn: null });
  });

  test('refuses a due day before its start, a phase of another project and a stale version', async () => {
    const task = await newTask('Dated', { startOn: '2026-06-10' });
    const key = { params: { id: task.id }, version: 1 };
    const backwards = await manager.refused(tasks.update, {
      ...key,
      body: { dueOn: calendarDate('2026-06-09') },
    });
    expect(backwards.issues[0]).toMatchObject({ path: ['dueOn'], code: 'too-early' });
    const other = await manager.call(projects.create, { body: { kind: 'client', name: 'Other' } });
    const phase = await manager.call(projects.addPhase, {
      params: { id: other.id },
      body: { name: 'Elsewhere' },
    });
    const foreign = await manager.refused(tasks.update, { ...key, body: { phaseId: phase.id } });
    expect(foreign.code).toBe('invalid-input');
    await manager.call(tasks.update, { ...key, body: { notes: 'a' } });
    expect((await manager.refused(tasks.update, { ...key, body: { notes: 'b' } })).code).toBe(
      'stale-version',
    );
  });

  test('gets exactly the people that are named', async () => {
    const task = await newTask('Shared', { assigneeIds: [anna] });
    const set = (personIds: PersonId[]) =>
      manager.call(tasks.setAssignees, { params: { id: task.id }, body: { personIds } });
    expect((await set([ben, ben])).assignees).toEqual([{ id: ben, name: 'Ben', units: 10_000 }]);
    expect((await set([])).assignees).toEqual([]);
  });

  test('goes to the trash and comes back with its people', async () => {
    const task = await newTask('Binned', { assigneeIds: [anna] });
    await manager.call(tasks.remove, { params: { id: task.id } });
    expect((await manager.call(tasks.list, { query: { search: 'Binned' } })).total).toBe(0);
    const back = await manager.call(tasks.restore, { params: { id: task.id } });
    expect(back).toMatchObject({ deletedAt: null, assignees: [{ id: anna }] });
  });
});

describe('many tasks', () => {
  test('are put back each as it was, and refuse a day that does not fit one of them', async () => {
    const one = await newTask('Early', { startOn: '2026-06-01', dueOn: '2026-06-05' });
    const two = await newTask('Late', { startOn: '2026-07-01', assigneeIds: [ben] });
    const ids = [one.id, two.id];
    const dueOn = calendarDate('2026-06-20');
    const refused = await manager.refused(tasks.bulk, { body: { ids, change: { dueOn } } });
    expect(refused.issues[0]).toMatchObject({ path: ['change', 'dueOn'], code: 'too-early' });
    await manager.call(tasks.bulk, {
      body: { ids, change: { state: 'done', addAssigneeId: anna } },
    });
    const { rows } = await manager.call(tasks.changes, {
      body: {
        changes: [
          { id: one.id, change: { state: 'open', assigneeIds: [] } },
          { id: two.id, change: { state: 'started', assigneeIds: [ben] } },
        ],
      },
    });
    expect(rows).toMatchObject([
      { state: 'open', doneOn: null, assignees: [] },
      { state: 'started', assignees: [{ id: ben }] },
    ]);
  });

  test('change at once: state, dates and people, all or none', async () => {
    const one = await newTask('One', { startOn: '2026-06-01', dueOn: '2026-06-05' });
    const two = await newTask('Two', { dueOn: '2026-06-30', assigneeIds: [ben] });
    const ids = [one.id, two.id];
    const { rows } = await manager.call(tasks.bulk, {
      body: { ids, change: { state: 'done', shiftDays: 7, addAssigneeId: anna } },
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ state: 'done', startOn: '2026-06-08', dueOn: '2026-06-12' });
    expect(rows[1]).toMatchObject({ startOn: null, dueOn: '2026-07-07' });
    expect(rows[1]?.assignees.map((person) => person.name)).toEqual(['Anna', 'Ben']);
    const back = await manager.call(tasks.bulk, {
      body: { ids, change: { state: 'open', shiftDays: -7, removeAssigneeId: anna } },
    });
    expect(back.rows[0]).toMatchObject({ startOn: '2026-06-01', doneOn: null, assignees: [] });
    const refusal = await manager.refused(tasks.bulk, {
      body: { ids: [one.id, newId<TaskId>()], change: { state: 'done' } },
    });
    expect(refusal.status).toBe(404);
    expect((await manager.call(tasks.get, { params: { id: one.id } })).state).toBe('open');
  });

  test('are found by project, person, state, day and kind of work', async () => {
    const firm = await app.client();
    const today = calendarDate('2026-06-10');
    const clara = await firm.call(people.create, { body: { name: 'Clara' } });
    for (const kind of ['client', 'initiative'] as const) {
      const project = await firm.call(projects.create, { body: { kind, name: kind } });
      for (const days of [-1, 0, 30]) {
        await firm.call(tasks.create, {
          body: {
            projectId: project.id,
            name: `${kind} ${days}`,
            dueOn: addDays(today, days),
            assigneeIds: days === 30 ? [] : [clara.id],
          },
        });
      }
    }
    const names = async (query: object) => {
      const { rows } = await firm.call(tasks.list, { query: { sort: 'name', ...query } });
      return rows.map((row) => row.name);
    };
    expect(await names({ personId: clara.id, dueTo: '2026-06-09' })).toEqual([
      'client -1',
      'initiative -1',
    ]);
    expect(await names({ kind: 'initiative', dueFrom: '2026-06-11' })).toEqual(['initiative 30']);
    expect(await names({ state: 'done,started' })).toEqual([]);
    // The initiative is only considered: its work is not meant to be done yet.
    expect(await names({ projects: 'committed', personId: clara.id })).toEqual([
      'client -1',
      'client 0',
    ]);
    // Whoever asks is no person whose time is planned.
    expect(await names({ personId: 'me' })).toEqual([]);
    await asOwner(app.databaseUrl, (client) =>
      client.query('update member set person_id = $1 where workspace_id = $2 and id = $3', [
        clara.id,
        firm.member.workspaceId,
        firm.member.memberId,
      ]),
    );
    expect(await names({ personId: 'me' })).toHaveLength(4);
  });

  test('page in plan order, each once', async () => {
    const project = await manager.call(projects.create, { body: { kind: 'client', name: 'Long' } });
    for (let index = 0; index < 7; index += 1) {
      await manager.call(tasks.create, {
        body: { projectId: project.id, name: `Task ${index}`, position: 0.1 * (index % 4) },
      });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await manager.call(tasks.list, {
        query: { projectId: project.id, limit: 2, ...(cursor ? { cursor } : {}) },
      });
      seen.push(...answer.rows.map((row) => row.id));
      cursor = answer.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });
});

describe('tasks of one workspace', () => {
  test('are closed to a member of another', async () => {
    const stranger = await app.client();
    const task = await newTask('Secret task');
    const params = { id: task.id };
    expect((await stranger.call(tasks.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(tasks.get, { params }),
      await stranger.refused(tasks.update, { params, version: 1, body: { notes: 'x' } }),
      await stranger.refused(tasks.setAssignees, { params, body: { personIds: [] } }),
      await stranger.refused(tasks.bulk, { body: { ids: [task.id], change: { state: 'done' } } }),
      await stranger.refused(tasks.remove, { params }),
      await stranger.refused(tasks.restore, { params }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const intoForeign = await stranger.refused(tasks.create, { body: { projectId, name: 'x' } });
    expect(intoForeign.issues[0]).toMatchObject({ path: ['projectId'], code: 'unknown' });
    const own = await stranger.call(projects.create, { body: { kind: 'client', name: 'Own' } });
    const foreignPerson = await stranger.refused(tasks.create, {
      body: { projectId: own.id, name: 'x', assigneeIds: [anna] },
    });
    expect(foreignPerson.code).toBe('invalid-input');
  });

  test('are not for viewers to change', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    const refusal = await viewer.refused(tasks.create, { body: { projectId, name: 'No' } });
    expect(refusal.status).toBe(403);
  });
});
