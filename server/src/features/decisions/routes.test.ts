import { accounts } from '@evenkeel/contract/accounts';
import { decisions } from '@evenkeel/contract/decisions';
import { portalDecisions } from '@evenkeel/contract/portal/decisions';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let firm: Client;

beforeAll(async () => {
  firm = await app.client();
});

async function plannedTask(name: string) {
  const account = await firm.call(accounts.create, { body: { name: `Account of ${name}` } });
  const project = await firm.call(projects.create, {
    body: { kind: 'client', name, accountId: account.id, startOn: calendarDate('2100-05-03') },
  });
  const task = await firm.call(tasks.create, {
    body: {
      projectId: project.id,
      name: 'Roll-out',
      startOn: calendarDate('2100-05-03'),
      dueOn: calendarDate('2100-05-07'),
    },
  });
  return { accountId: account.id, projectId: project.id, id: task.id };
}

async function due(id: TaskId, day: string) {
  const { version } = await firm.call(tasks.get, { params: { id } });
  const body = { dueOn: calendarDate(day) };
  return firm.call(tasks.update, { params: { id }, version, body });
}

const why = (id: TaskId) => firm.call(decisions.why, { query: { kind: 'task', id } });

describe('a decision (CL-09, B10)', () => {
  test('remembers what it changed, exactly as the change record has it, and dates walk back to it', async () => {
    const { projectId, id } = await plannedTask('Effects');
    expect((await why(id)).end).toBe('first-plan');
    await due(id, '2100-05-12');
    const decision = await firm.call(decisions.create, {
      body: {
        projectId,
        title: 'Two sites first',
        options: [{ name: 'Two sites', isChosen: true }, { name: 'All' }],
      },
    });
    const params = { id: decision.id };
    const { rows } = await firm.call(decisions.writes, { params });
    const [latest] = rows;
    if (!latest) throw new Error('no change was found');
    const linked = await firm.call(decisions.setWrites, {
      params,
      body: { changeIds: [latest.changeId] },
    });
    expect(linked.effects).toMatchObject([
      {
        area: 'schedule',
        field: 'due_on',
        name: 'Roll-out',
        before: '2100-05-07',
        after: '2100-05-12',
      },
    ]);
    expect(await why(id)).toMatchObject({
      day: '2100-05-12',
      end: 'decision',
      steps: [{ from: '2100-05-07', to: '2100-05-12', anchor: { name: 'Two sites first' } }],
    });
    // Moved and moved back, it stands on the decision still.
    await due(id, '2100-05-14');
    await due(id, '2100-05-12');
    expect((await why(id)).steps).toHaveLength(1);
  });

  test('shown to the client is acknowledged in the portal, and stays as they read it', async () => {
    const { accountId, projectId } = await plannedTask('Acknowledged');
    await asOwner(app.databaseUrl, (client) =>
      client.query('update project set portal_opened_at = now() where id = $1', [projectId]),
    );
    const reader = await app.clientUser({ of: firm, accountId });
    const inside = await firm.call(decisions.create, {
      body: { projectId, title: 'Not for them' },
    });
    const shown = await firm.call(decisions.create, {
      body: { projectId, title: 'Weekly calls', isShown: true },
    });
    const { rows } = await reader.call(portalDecisions.list, { params: { projectId } });
    expect(rows.map(({ title }) => title)).toEqual(['Weekly calls']);
    await reader.refused(portalDecisions.acknowledge, { params: { projectId, id: inside.id } });
    const params = { projectId, id: shown.id };
    const known = await reader.call(portalDecisions.acknowledge, { params });
    expect(known.acknowledgedAt).not.toBeNull();
    const now = await firm.call(decisions.get, { params: { id: shown.id } });
    await firm.refused(decisions.update, {
      params: { id: shown.id },
      version: now.version,
      body: { title: 'Something else' },
    });
    await firm.refused(decisions.remove, { params: { id: shown.id } });
    await firm.call(decisions.remove, { params: { id: inside.id } });
  });
});
