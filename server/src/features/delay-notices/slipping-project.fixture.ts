import { accounts } from '@evenkeel/contract/accounts';
import { delayNotices } from '@evenkeel/contract/delay-notices';
import { dependencies } from '@evenkeel/contract/dependencies';
import { people } from '@evenkeel/contract/people';
import { portalPromises } from '@evenkeel/contract/portal/promises';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import type { Client, TestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const dayMinutes = 480;

/**
 * A client project whose portal is open: Concept for a week, Build for a week after it, and Go live, a
 * milestone on Friday 11 June 2100 that the client sees; with a client user who looks at it.
 */
export async function slippingProject(app: TestApp, firm: Client, name: string) {
  const account = await firm.call(accounts.create, {
    body: { name: `Client of ${name}`, language: 'en' },
  });
  const manager = await firm.call(people.create, { body: { name: `Manager of ${name}` } });
  const project = await firm.call(projects.create, {
    body: {
      kind: 'client',
      name,
      accountId: account.id,
      projectManagerId: manager.id,
      startOn: calendarDate('2100-05-31'),
    },
  });
  const add = async (task: string, more: object) =>
    (await firm.call(tasks.create, { body: { projectId: project.id, name: task, ...more } })).id;
  const concept = await add('Concept', { durationMinutes: 5 * dayMinutes });
  const build = await add('Build', { durationMinutes: 5 * dayMinutes });
  const live = await add('Go live', { isMilestone: true });
  for (const [predecessorId, successorId] of [
    [concept, build],
    [build, live],
  ] as const) {
    await firm.call(dependencies.create, { body: { predecessorId, successorId } });
  }
  const change = async (id: TaskId, body: object) => {
    const { version } = await firm.call(tasks.get, { params: { id } });
    return firm.call(tasks.update, { params: { id }, version, body });
  };
  // Opened once the plan stands: what its end is then is told.
  await asOwner(app.databaseUrl, (client) =>
    client.query('update project set portal_opened_at = now() where id = $1', [project.id]),
  );
  await change(live, { isClientVisible: true });
  const reader = await app.clientUser({ of: firm, accountId: account.id, projectId: project.id });
  const params = { projectId: project.id };
  return {
    projectId: project.id,
    accountId: account.id,
    concept,
    build,
    live,
    reader,
    change,
    take: (id: TaskId, days: number) => change(id, { durationMinutes: days * dayMinutes }),
    notices: async () =>
      (await firm.call(delayNotices.list, { query: { projectId: project.id } })).rows,
    shown: async () => (await reader.call(portalPromises.list, { params })).rows,
  };
}
