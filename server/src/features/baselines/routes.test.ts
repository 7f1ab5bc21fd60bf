import { baselines } from '@evenkeel/contract/baselines';
import { dependencies } from '@evenkeel/contract/dependencies';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';

const app = await startTestApp();
const manager = await app.client();
const week = { startOn: '2026-06-01', dueOn: '2026-06-05' };

test('a baseline keeps the plan; compared later it says the slip of each task', async () => {
  const body = { kind: 'client', name: 'Harbour', startOn: calendarDate('2026-06-01') } as const;
  const { id: projectId } = await manager.call(projects.create, { body });
  const { found, live } = await chain(projectId);
  const params = { id: projectId };
  const kept = await manager.call(baselines.take, { params, body: { name: 'As signed' } });
  expect(kept).toMatchObject({ taskCount: 3, startOn: '2026-06-01', finishOn: '2026-06-12' });
  const again = await manager.refused(baselines.take, { params, body: { name: 'As signed' } });
  expect(again.code).toBe('already-exists');
  const { version } = await manager.call(tasks.get, { params: { id: found } });
  const later = { dueOn: calendarDate('2026-06-09') };
  await manager.call(tasks.update, { params: { id: found }, version, body: later });
  await manager.call(tasks.remove, { params: { id: live } });
  await newTask(projectId, 'Later idea', week);
  const compared = await manager.call(baselines.compare, { params: { id: kept.id } });
  expect(compared).toMatchObject({ finishOn: '2026-06-16', slipWeekdays: 2 });
  expect(compared.rows.map((row) => [row.name, row.slipWeekdays])).toEqual([
    ['Found', 2],
    ['Build', 2],
    ['Later idea', null],
    ['Go live', null],
  ]);
  const renamed = await manager.call(baselines.rename, {
    params: { id: kept.id },
    version: 1,
    body: { name: 'Contract' },
  });
  expect(renamed.name).toBe('Contract');
  await manager.call(baselines.remove, { params: { id: kept.id } });
  expect((await manager.call(baselines.list, { params })).rows).toEqual([]);
});

const newTask = (projectId: ProjectId, name: string, more: object) =>
  manager.call(tasks.create, { body: { projectId, name, ...more } });

/** Found in the first week, Build for a week after it, and the milestone that closes them. */
async function chain(projectId: ProjectId) {
  const found = await newTask(projectId, 'Found', week);
  const build = await newTask(projectId, 'Build', { durationMinutes: 5 * 480 });
  const live = await newTask(projectId, 'Go live', { isMilestone: true });
  for (const [predecessor, successor] of [
    [found, build],
    [build, live],
  ] as const) {
    const body = { predecessorId: predecessor.id, successorId: successor.id };
    await manager.call(dependencies.create, { body });
  }
  return { found: found.id, live: live.id };
}
