import { dependencies } from '@evenkeel/contract/dependencies';
import { estimateAccuracy, type ForecastResultView, forecasts } from '@evenkeel/contract/forecasts';
import { people, roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let manager: Client;
let anna: PersonId;
let harbour: ProjectId;

beforeAll(async () => {
  manager = await app.client();
  anna = (await manager.call(people.create, { body: { name: 'Anna' } })).id;
  harbour = await newProject('Harbour', { endOn: '2030-03-29' });
});

async function newProject(name: string, more: object = {}): Promise<ProjectId> {
  return (await manager.call(projects.create, { body: { kind: 'client', name, ...more } })).id;
}

function newTask(projectId: ProjectId, name: string, more: object = {}) {
  return manager.call(tasks.create, { body: { projectId, name, ...more } });
}

async function logTime(projectId: ProjectId, taskId: TaskId, minutes: number): Promise<void> {
  await asOwner(app.databaseUrl, (client) =>
    client.query(
      `insert into time_entry (workspace_id, id, person_id, project_id, task_id, on_date, minutes, is_billable)
       values ($1, $2, $3, $4, $5, current_date, $6, true)`,
      [manager.member.workspaceId, newId(), anna, projectId, taskId, minutes],
    ),
  );
}

async function forecastOf(id: ProjectId, body: object = {}): Promise<ForecastResultView> {
  await manager.call(forecasts.start, { params: { id }, body });
  await expect
    .poll(async () => (await manager.call(forecasts.get, { params: { id } })).state)
    .toBe('done');
  const { result } = await manager.call(forecasts.get, { params: { id } });
  if (!result) throw new Error('a forecast that is done has figures');
  return result;
}

describe('effort at best and at worst (U14)', () => {
  test('stands on a task beside the estimate', async () => {
    const projectId = await newProject('Estimates');
    const effort = { estimateMinutes: 480, optimisticMinutes: 300, pessimisticMinutes: 960 };
    const task = await newTask(projectId, 'Survey', effort);
    expect(task).toMatchObject(effort);
    const changed = await manager.call(tasks.update, {
      params: { id: task.id },
      version: task.version,
      body: { pessimisticMinutes: null },
    });
    expect(changed).toMatchObject({ optimisticMinutes: 300, pessimisticMinutes: null });
  });

  test.each([
    ['optimisticMinutes', { estimateMinutes: 480, optimisticMinutes: 481 }],
    ['pessimisticMinutes', { estimateMinutes: 480, pessimisticMinutes: 479 }],
    ['optimisticMinutes', { optimisticMinutes: 10, pessimisticMinutes: 5 }],
  ])('is refused out of order, naming %s', async (field, body) => {
    const projectId = await newProject('Refusals');
    const problem = await manager.refused(tasks.create, {
      body: { projectId, name: 'Odd', ...body },
    });
    expect(problem.issues?.[0]?.path).toEqual([field]);
  });
});

describe("the forecast within people's limits (PM-08, U14)", () => {
  test('counts all that people work on, says the end without limits, and stays on until switched off', async () => {
    const [busy, other] = [await newProject('Limits'), await newProject('Other work')];
    const days = { startOn: '2031-01-06', estimateMinutes: 4_800, assigneeIds: [anna] };
    const wide = { optimisticMinutes: 3_600, pessimisticMinutes: 9_600 };
    const body = { ...days, ...wide };
    await newTask(other, 'First come', body);
    await newTask(busy, 'One', body);
    await newTask(busy, 'Two', body);
    for (const id of [busy, other])
      await asOwner(app.databaseUrl, (client) =>
        client.query(`update project set state = 'executing' where id = $1`, [id]),
      );
    const free = await forecastOf(busy, { samples: 200, isLevelled: false });
    expect(free).toMatchObject({ isLevelled: false, unlimited: null });
    const held = await forecastOf(busy, { samples: 200, isLevelled: true });
    const { p50On, p80On, p95On } = free.end ?? {};
    expect(held).toMatchObject({ isLevelled: true, unlimited: { p50On, p80On, p95On } });
    // Three tasks of two weeks each that Anna can only do one after the other.
    expect(held.end && p50On && held.end.p50On > addDays(p50On, 21)).toBe(true);
    expect((await forecastOf(busy, { samples: 200 })).isLevelled).toBe(true);
    const view = await manager.call(forecasts.get, { params: { id: busy } });
    expect(view).toMatchObject({ isLevelled: true, isOutdated: false });
    await newTask(other, 'More', body);
    const later = await manager.call(forecasts.get, { params: { id: busy } });
    expect(later.isOutdated).toBe(true);
  });
});

describe('the forecast of a project (U14)', () => {
  test('is made in a thread, from three estimates, with P50, P80, P95, the chance and what drives it', async () => {
    const wide = { estimateMinutes: 4_800, optimisticMinutes: 2_400, pessimisticMinutes: 19_200 };
    const narrow = { estimateMinutes: 4_800, optimisticMinutes: 4_600, pessimisticMinutes: 5_000 };
    const days = { startOn: '2030-01-07', durationMinutes: 4_800 };
    const design = await newTask(harbour, 'Design', { ...wide, ...days });
    const build = await newTask(harbour, 'Build', { ...narrow, durationMinutes: 4_800 });
    const gate = await newTask(harbour, 'Open', { isMilestone: true, deadlineOn: '2030-02-08' });
    for (const [predecessorId, successorId] of [
      [design.id, build.id],
      [build.id, gate.id],
    ] as const)
      await manager.call(dependencies.create, { body: { predecessorId, successorId } });
    expect(await manager.call(forecasts.get, { params: { id: harbour } })).toMatchObject({
      state: null,
      result: null,
    });
    const result = await forecastOf(harbour);
    expect(result).toMatchObject({ samples: 1_000, sources: { estimates: 2, past: 0, none: 0 } });
    const { end } = result;
    expect(end?.plannedOn).toBe('2030-02-01');
    expect(end?.promisedOn).toBe('2030-03-29');
    expect(end && end.p50On > end.plannedOn).toBe(true);
    expect(end && end.p50On < end.p80On && end.p80On < end.p95On).toBe(true);
    expect(end?.histogram.reduce((sum, { count }) => sum + count, 0)).toBe(1_000);
    expect(result.drivers[0]).toMatchObject({
      task: { name: 'Design' },
      project: { name: 'Harbour' },
      criticality: 1,
      source: 'estimates',
    });
    const milestone = result.tasks.find(({ task }) => task.id === gate.id);
    expect(milestone).toMatchObject({ isMilestone: true, promisedOn: '2030-02-08' });
    expect(milestone?.chance).toBeGreaterThan(0);
    expect(milestone?.chance).toBeLessThan(1);
  });

  test('same seed, same figures; another seed, others', async () => {
    const { madeAt: _, ...first } = await forecastOf(harbour, { samples: 500, seed: 3 });
    const { madeAt: __, ...second } = await forecastOf(harbour, { samples: 500, seed: 3 });
    expect(second).toEqual(first);
    const { end } = await forecastOf(harbour, { samples: 500, seed: 4 });
    expect(end?.histogram).not.toEqual(first.end?.histogram);
  });

  test('says that the plan has changed since, and is shown in the list of projects', async () => {
    const { end } = await forecastOf(harbour);
    const before = await manager.call(forecasts.get, { params: { id: harbour } });
    expect(before.isOutdated).toBe(false);
    const { rows } = await manager.call(projects.list, { query: { kind: 'client' } });
    expect(rows.find(({ id }) => id === harbour)?.figures.p80On).toBe(end?.p80On);
    await newTask(harbour, 'One more', { startOn: '2030-04-01', durationMinutes: 480 });
    const after = await manager.call(forecasts.get, { params: { id: harbour } });
    expect(after.isOutdated).toBe(true);
  });

  test('nothing that is not done lies before today', async () => {
    const late = await newProject('Late');
    await newTask(late, 'Overdue', { startOn: '2020-01-06', dueOn: '2020-01-10' });
    const { end, madeFor } = await forecastOf(late);
    expect(end?.plannedOn).toBe('2020-01-10');
    expect(end && end.p50On >= madeFor).toBe(true);
  });

  test('a project without dates has no end, and all committed ones are made at once', async () => {
    const bare = await newProject('Bare');
    await newTask(bare, 'Some day');
    expect((await forecastOf(bare)).end).toBeNull();
    const { queued } = await manager.call(forecasts.startAll, { body: {} });
    expect(queued).toBeGreaterThan(2);
    await expect
      .poll(async () => (await manager.call(forecasts.get, { params: { id: harbour } })).state)
      .toBe('done');
  });

  test('can be cancelled; the last one stays', async () => {
    await manager.call(forecasts.start, { params: { id: harbour }, body: { samples: 20_000 } });
    await manager.call(forecasts.cancel, { params: { id: harbour } });
    await expect
      .poll(async () => (await manager.call(forecasts.get, { params: { id: harbour } })).state)
      .toMatch(/cancelled|done/);
    const { result } = await manager.call(forecasts.get, { params: { id: harbour } });
    expect(result?.end).not.toBeNull();
  });

  test('readers see it and do not make it', async () => {
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    expect((await viewer.call(forecasts.get, { params: { id: harbour } })).result).not.toBeNull();
    const refused = await viewer.refused(forecasts.start, { params: { id: harbour }, body: {} });
    expect(refused.status).toBe(403);
  });
});

describe('estimate against actual (IN-07)', () => {
  test('ratios by role and type, shrunk where tasks are few, open to their tasks and feed forecasts', async () => {
    const [role, other] = (await manager.call(roles.list)).rows;
    const past = await newProject('Past');
    const phase = await manager.call(projects.addPhase, {
      params: { id: past },
      body: { name: 'Build' },
    });
    for (let i = 0; i < 12; i += 1) {
      const roleId = i < 10 ? role?.id : other?.id;
      const body = { phaseId: phase.id, roleId, estimateMinutes: 480, state: 'done' };
      const task = await newTask(past, `Part ${i}`, body);
      await logTime(past, task.id, (i < 10 ? 600 : 480) + 10 * i);
    }
    const found = await manager.call(estimateAccuracy.list, { query: {} });
    expect(found.count).toBe(12);
    expect(found.honesty?.count).toBe(12);
    const [most, few] = found.rows;
    expect(most).toMatchObject({ role: { name: role?.name }, type: 'Build', count: 10 });
    expect(most?.ownRatio).toBeCloseTo(1.34, 1);
    expect(few?.count).toBe(2);
    expect(few && few.ratio >= few.ownRatio).toBe(true);
    const behind = await manager.call(estimateAccuracy.tasks, {
      query: { by: 'role-and-type', key: most?.key ?? '' },
    });
    expect(behind.rows).toHaveLength(10);
    expect(behind.rows[0]).toMatchObject({ project: { name: 'Past' }, estimateMinutes: 480 });
    const byType = await manager.call(estimateAccuracy.list, { query: { by: 'type' } });
    expect(byType.rows.map(({ type, count }) => [type, count])).toEqual([['Build', 12]]);

    const next = await newProject('Next');
    const days = { startOn: '2031-01-06', durationMinutes: 4_800 };
    await newTask(next, 'Part', { roleId: role?.id, estimateMinutes: 4_800, ...days });
    const result = await forecastOf(next);
    expect(result).toMatchObject({ pastCount: 12, sources: { estimates: 0, past: 1, none: 0 } });
    expect(result.end && result.end.p50On > result.end.plannedOn).toBe(true);
  });
});
