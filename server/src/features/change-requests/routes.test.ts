import { accounts } from '@evenkeel/contract/accounts';
import { type ChangeRequestView, changeRequests } from '@evenkeel/contract/change-requests';
import { dependencies } from '@evenkeel/contract/dependencies';
import { roles } from '@evenkeel/contract/people';
import { portalChanges } from '@evenkeel/contract/portal/change-requests';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId, RoleId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let firm: Client;
let client: Client;
let stranger: Client;
let accountId: AccountId;
let projectId: ProjectId;
let roleId: RoleId;
let buildId: TaskId;
let launchId: TaskId;

beforeAll(async () => {
  firm = await app.client({ role: 'manager' });
  accountId = (await firm.call(accounts.create, { body: { name: 'Harbour' } })).id;
  const body = {
    name: 'Site',
    kind: 'client',
    accountId,
    price: 1_000_000,
    startOn: calendarDate('2027-03-01'),
  } as const;
  projectId = (await firm.call(projects.create, { body })).id;
  const found = (await firm.call(roles.list)).rows.find(({ name }) => name === 'Designer');
  if (!found) throw new Error('no role');
  roleId = found.id;
  const build = await firm.call(tasks.create, {
    body: { projectId, name: 'Build', durationMinutes: 5 * 480 },
  });
  const launch = await firm.call(tasks.create, {
    body: { projectId, name: 'Launch', isMilestone: true },
  });
  buildId = build.id;
  launchId = launch.id;
  await firm.call(dependencies.create, {
    body: { predecessorId: buildId, successorId: launchId },
  });
  await asOwner(app.databaseUrl, (database) =>
    database.query(
      `with shown as (update task set is_client_visible = true where id = $2)
       update project set portal_opened_at = now() where id = $1`,
      [projectId, launchId],
    ),
  );
  client = await app.clientUser({ of: firm, accountId });
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

const params = () => ({ projectId });
const dueOf = async (id: TaskId) => (await firm.call(tasks.get, { params: { id } })).dueOn;

/** A change that the client asks for, and the work it takes: two days between build and launch. */
async function ask(name: string): Promise<ChangeRequestView> {
  const asked = await client.call(portalChanges.create, {
    params: params(),
    body: { name, wanted: 'Please.' },
  });
  return firm.call(changeRequests.update, {
    params: { id: asked.id },
    version: asked.version,
    body: {
      work: [{ name, roleId, estimateMinutes: 960, afterId: buildId, beforeId: launchId }],
    },
  });
}

const send = (change: ChangeRequestView) =>
  firm.call(changeRequests.send, { params: { id: change.id }, version: change.version });

const decide = (
  { id, version }: Pick<ChangeRequestView, 'id' | 'version'>,
  decision: 'accepted' | 'declined',
) =>
  client.call(portalChanges.decide, {
    params: { projectId, changeId: id },
    version,
    body: { decision },
  });

describe('a change request (CR-20)', () => {
  test('shows its effect on dates, hours and price without changing the plan, and is then made exactly so', async () => {
    const before = await dueOf(launchId);
    const change = await ask('Search');
    const effect = await firm.call(changeRequests.effect, { params: { id: change.id } });
    expect(effect).toMatchObject({
      minutes: 960,
      price: 192_000,
      milestones: [{ name: 'Launch', before }],
    });
    expect(await dueOf(launchId)).toBe(before);
    const hidden = (await client.call(portalChanges.list, { params: params() })).rows[0];
    expect(hidden).toMatchObject({ state: 'requested', shown: null });
    const sent = await send(change);
    const [seen] = (await client.call(portalChanges.list, { params: params() })).rows;
    expect(seen?.shown).toEqual({
      price: 192_000,
      endBefore: effect.endBefore,
      endAfter: effect.endAfter,
      milestones: effect.milestones.map(({ id: _, ...rest }) => rest),
    });
    const accepted = await decide(sent, 'accepted');
    expect(accepted).toMatchObject({ state: 'accepted', decidedBy: 'Test client' });
    expect(await dueOf(launchId)).toBe(effect.milestones[0]?.after);
    const project = await firm.call(projects.get, { params: { id: projectId } });
    expect(project).toMatchObject({ price: 1_192_000 });
    const { rows } = await firm.call(tasks.list, { query: { projectId } });
    expect(rows.filter(({ name }) => name === 'Search')).toHaveLength(1);
  });

  test('that would not be as it was shown any more is not made, and says what is different', async () => {
    const sent = await send(await ask('Map'));
    const build = await firm.call(tasks.get, { params: { id: buildId } });
    await firm.call(tasks.update, {
      params: { id: buildId },
      version: build.version,
      body: { durationMinutes: 8 * 480 },
    });
    const moved = await dueOf(launchId);
    const answer = await decide(sent, 'accepted');
    expect(answer).toMatchObject({ state: 'requested', shown: null });
    expect(await dueOf(launchId)).toBe(moved);
    const { rows } = await firm.call(changeRequests.list, { query: { projectId } });
    const kept = rows.find(({ id }) => id === sent.id);
    expect(kept?.staleReasons.join()).toContain('would now end on');
    const made = await firm.call(tasks.list, { query: { projectId } });
    expect(made.rows.some(({ name }) => name === 'Map')).toBe(false);
    if (!kept) throw new Error('the change is gone');
    const again = await send(kept);
    expect((await decide(again, 'accepted')).state).toBe('accepted');
  });

  test('is declined by the client, refused by us with the reason, or withdrawn by who asked', async () => {
    const declined = await decide(await send(await ask('Chat')), 'declined');
    expect(declined.state).toBe('declined');
    const refusable = await ask('Shop');
    const key = { params: { id: refusable.id }, version: refusable.version };
    const bare = await firm.refused(changeRequests.close, { ...key, body: {} });
    expect(bare.issues[0]?.path).toEqual(['reason']);
    await firm.call(changeRequests.close, { ...key, body: { reason: 'Another project.' } });
    const { rows } = await client.call(portalChanges.list, { params: params() });
    expect(rows.find(({ id }) => id === refusable.id)).toMatchObject({
      state: 'refused',
      reason: 'Another project.',
    });
    const own = await ask('Blog');
    const withdrawn = await client.call(portalChanges.withdraw, {
      params: { projectId, changeId: own.id },
      version: own.version,
    });
    expect(withdrawn.state).toBe('withdrawn');
  });

  test('of ours is hidden until it is sent, and of one client nothing of another’s', async () => {
    const ours = await firm.call(changeRequests.create, {
      body: { projectId, name: 'Secret', work: [] },
    });
    const { rows } = await client.call(portalChanges.list, { params: params() });
    expect(rows.some(({ id }) => id === ours.id)).toBe(false);
    const hidden = await stranger.refused(portalChanges.list, { params: params() });
    expect(hidden.code).toBe('not-found');
    const empty = await firm.refused(changeRequests.send, {
      params: { id: ours.id },
      version: ours.version,
    });
    expect(empty.issues[0]?.path).toEqual(['work']);
  });
});
