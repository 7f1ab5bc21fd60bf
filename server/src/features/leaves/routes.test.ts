import { capacity } from '@evenkeel/contract/capacity';
import { leaves } from '@evenkeel/contract/leaves';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let owner: Client;
let manager: Client;
let lead: Client;
let member: Client;
/** A Monday. */
const monday = calendarDate('2027-03-01');
const friday = addDays(monday, 4);

beforeAll(async () => {
  owner = await app.client({ role: 'owner' });
  manager = await app.client({ role: 'manager', workspaceOf: owner });
  lead = await app.client({ role: 'member', workspaceOf: owner });
  member = await app.client({ role: 'member', workspaceOf: owner });
  await employ(owner, 'Olga Owner');
  await employ(manager, 'Mara Manager');
  await employ(lead, 'Lea Lead');
  await employ(member, 'Max Member');
  await setManager(personOf(member), personOf(lead));
});

const personIds = new Map<Client, PersonId>();

function personOf(client: Client): PersonId {
  const id = personIds.get(client);
  if (!id) throw new Error('a member without a person');
  return id;
}

/** Somebody whose time is planned and who has a login. */
async function employ(client: Client, name: string) {
  const joinedOn = calendarDate('2020-01-01');
  const { id } = await owner.call(people.create, { body: { name, joinedOn } });
  await asOwner(app.databaseUrl, (database) =>
    database.query('update member set person_id = $1 where id = $2', [id, client.member.memberId]),
  );
  personIds.set(client, id);
}

async function setManager(id: PersonId, managerId: PersonId) {
  const { version } = await owner.call(people.get, { params: { id } });
  await owner.call(people.update, { params: { id }, version, body: { managerId } });
}

async function weekOf(id: PersonId, from = monday) {
  const query = { personId: id, from, to: addDays(from, 6) };
  return (await owner.call(capacity.list, { query })).rows[0]?.periods[0];
}

async function ask(more: { endOn?: typeof monday; isHalf?: boolean } = {}) {
  return member.call(leaves.create, {
    body: { personId: personOf(member), startOn: monday, ...more },
  });
}

describe('leave (U14, PM-13)', () => {
  test('asked for takes nothing; approved by whoever leads the person it takes the days', async () => {
    const leave = await ask({ endOn: friday });
    expect(leave).toMatchObject({ state: 'requested', canDecide: false, canChange: true });
    expect((await weekOf(personOf(member)))?.capacityMinutes).toBe(2_400);
    const approved = await lead.call(leaves.decide, {
      params: { id: leave.id },
      version: leave.version,
      body: { step: 'approve' },
    });
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'Test member' });
    expect(await weekOf(personOf(member))).toMatchObject({
      weekMinutes: 2_400,
      leaveMinutes: 2_400,
      capacityMinutes: 0,
    });
    await member.call(leaves.remove, { params: { id: leave.id } });
    expect((await weekOf(personOf(member)))?.capacityMinutes).toBe(2_400);
  });

  test('of half a day takes half of it', async () => {
    const leave = await ask({ isHalf: true });
    const body = { step: 'approve' } as const;
    const key = { params: { id: leave.id }, version: leave.version };
    await manager.call(leaves.decide, { ...key, body });
    expect((await weekOf(personOf(member)))?.capacityMinutes).toBe(2_160);
    await manager.call(leaves.remove, { params: { id: leave.id } });
  });

  test('is nobody’s to approve for themselves, but an owner’s', async () => {
    const own = await manager.call(leaves.create, {
      body: { personId: personOf(manager), startOn: monday },
    });
    expect(own.state).toBe('requested');
    const refused = await manager.refused(leaves.decide, {
      params: { id: own.id },
      version: own.version,
      body: { step: 'approve' },
    });
    expect(refused.code).toBe('not-allowed');
    const owners = await owner.call(leaves.create, {
      body: { personId: personOf(owner), startOn: monday },
    });
    expect(owners.state).toBe('approved');
  });

  test('of others is for managers to say, and what waits for those who decide to see', async () => {
    const body = { personId: personOf(lead), startOn: monday };
    expect((await member.refused(leaves.create, { body })).code).toBe('not-allowed');
    const waiting = await lead.call(leaves.create, { body });
    const seenBy = async (client: Client) =>
      (await client.call(leaves.list, { query: { state: 'requested' } })).rows.some(
        ({ id }) => id === waiting.id,
      );
    expect([await seenBy(member), await seenBy(lead), await seenBy(manager)]).toEqual([
      false,
      true,
      true,
    ]);
    const hidden = await member.refused(leaves.effects, { params: { id: waiting.id } });
    expect(hidden.code).toBe('not-found');
  });

  test('is refused with a reason, and asked for anew when its days change', async () => {
    const leave = await ask();
    const key = { params: { id: leave.id }, version: leave.version };
    const bare = await manager.refused(leaves.decide, { ...key, body: { step: 'refuse' } });
    expect(bare.issues[0]).toMatchObject({ path: ['reason'], code: 'missing' });
    const refused = await manager.call(leaves.decide, {
      ...key,
      body: { step: 'refuse', reason: 'We go live.' },
    });
    expect(refused).toMatchObject({ state: 'refused', reason: 'We go live.' });
    const moved = await member.call(leaves.update, {
      params: { id: leave.id },
      version: refused.version,
      body: { startOn: friday, endOn: friday },
    });
    expect(moved).toMatchObject({ state: 'requested', reason: '', decidedBy: null });
  });

  test('says what lies on its days: tasks of the person, and who else is away', async () => {
    const project = await owner.call(projects.create, { body: { name: 'Site', kind: 'client' } });
    await owner.call(tasks.create, {
      body: {
        projectId: project.id,
        name: 'Draw',
        startOn: monday,
        dueOn: friday,
        assigneeIds: [personOf(member)],
      },
    });
    const leave = await ask({ endOn: addDays(monday, 1) });
    const effects = await lead.call(leaves.effects, { params: { id: leave.id } });
    expect(effects).toMatchObject({
      capacityMinutes: 960,
      tasks: [{ name: 'Draw', project: { name: 'Site' } }],
      allocations: [],
    });
  });

  test('of one workspace is nothing of another’s', async () => {
    const stranger = await app.client({ role: 'owner' });
    expect((await stranger.call(leaves.list, { query: {} })).rows).toEqual([]);
    const rows = await asOwner(app.databaseUrl, (client) =>
      client.query('select 1 from leave where workspace_id = $1', [stranger.member.workspaceId]),
    );
    expect(rows.rowCount).toBe(0);
  });
});
