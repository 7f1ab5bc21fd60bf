import { history } from '@evenkeel/contract/history';
import { people, roles, teams } from '@evenkeel/contract/people';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';

const app = await startTestApp();
let manager: Client;
let member: Client;

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
  member = await app.client({ role: 'member', workspaceOf: manager });
});

async function roleNamed(name: string) {
  const { rows } = await manager.call(roles.list);
  const role = rows.find((row) => row.name === name);
  if (!role) throw new Error(`no role ${name}`);
  return role;
}

describe('a person (PM-13)', () => {
  test('stands with team, role, hours and the standard rate of the role', async () => {
    const role = await roleNamed('Consultant');
    const team = (await manager.call(teams.list)).rows[0];
    const person = await manager.call(people.create, {
      body: {
        name: 'Ines Alvarez',
        kind: 'contractor',
        roleId: role.id,
        teamId: team?.id ?? null,
        weeklyMinutes: 1_920,
        joinedOn: calendarDate('2025-03-01'),
      },
    });
    expect(person).toMatchObject({
      kind: 'contractor',
      team: { name: 'Delivery' },
      role: { name: 'Consultant' },
      weeklyMinutes: 1_920,
      rate: { costRate: 6_000, billRate: 12_000, source: 'role' },
      rates: [],
    });
    const counted = (await manager.call(teams.list)).rows.find(({ id }) => id === team?.id);
    expect(counted?.peopleCount).toBeGreaterThan(0);
  });

  test('who left stays on the list and in the record, apart from those present', async () => {
    const person = await manager.call(people.create, {
      body: { name: 'Left Person', joinedOn: calendarDate('2020-01-01') },
    });
    await manager.call(people.update, {
      params: { id: person.id },
      version: person.version,
      body: { leftOn: calendarDate('2021-12-31') },
    });
    const query = { search: 'Left Person' } as const;
    expect((await manager.call(people.list, { query })).total).toBe(1);
    const left = await manager.call(people.list, { query: { ...query, presence: 'left' } });
    expect(left.rows[0]).toMatchObject({ leftOn: '2021-12-31' });
    const present = await manager.call(people.list, { query: { ...query, presence: 'present' } });
    expect(present.total).toBe(0);
  });

  test('cannot leave before joining, nor lead themselves', async () => {
    const person = await manager.call(people.create, { body: { name: 'Odd' } });
    const change = { params: { id: person.id }, version: person.version };
    const early = await manager.refused(people.update, {
      ...change,
      body: { leftOn: calendarDate('1999-01-01') },
    });
    expect(early.issues[0]).toMatchObject({ path: ['leftOn'], code: 'too-early' });
    const circle = await manager.refused(people.update, {
      ...change,
      body: { managerId: person.id },
    });
    expect(circle.issues[0]).toMatchObject({ path: ['managerId'], code: 'circle' });
  });

  test('goes to the trash and comes back', async () => {
    const person = await manager.call(people.create, { body: { name: 'Thrown Person' } });
    await manager.call(people.remove, { params: { id: person.id } });
    const listed = await manager.call(people.list, { query: { search: 'Thrown' } });
    expect(listed.total).toBe(0);
    const restored = await manager.call(people.restore, { params: { id: person.id } });
    expect(restored).toMatchObject({ name: 'Thrown Person', deletedAt: null });
  });

  test('changed by two people at once: the second is told', async () => {
    const person = await manager.call(people.create, { body: { name: 'Contested' } });
    const change = (name: string) =>
      ({ params: { id: person.id }, version: person.version, body: { name } }) as const;
    await manager.call(people.update, change('First'));
    expect(await manager.refused(people.update, change('Second'))).toMatchObject({
      code: 'stale-version',
    });
  });
});

describe('rates (U17)', () => {
  test('count from their day on and leave every day before as it was', async () => {
    const role = await roleNamed('Consultant');
    const { id } = await manager.call(people.create, {
      body: { name: 'Rated', roleId: role.id, joinedOn: calendarDate('2024-01-01') },
    });
    const add = (validFrom: string, costRate: number) =>
      manager.call(people.addRate, {
        params: { id },
        body: { validFrom: calendarDate(validFrom), costRate, billRate: costRate * 2 },
      });
    await add('2024-06-01', 7_000);
    const raised = await add('2025-01-01', 8_000);
    expect(raised.rates?.map((rate) => [rate.validFrom, rate.costRate])).toEqual([
      ['2025-01-01', 8_000],
      ['2024-06-01', 7_000],
    ]);
    expect(raised.rate).toEqual({ costRate: 8_000, billRate: 16_000, source: 'person' });
    const tomorrow = addDays(dayIn('Europe/Berlin', new Date()), 2);
    const planned = await add(tomorrow, 9_000);
    expect(planned.rate?.costRate).toBe(8_000);
  });

  test('are refused twice for one day, and can be corrected with their version or taken back', async () => {
    const { id } = await manager.call(people.create, { body: { name: 'Corrected' } });
    const body = { validFrom: calendarDate('2026-01-01'), costRate: 5_000, billRate: 9_000 };
    const { rates } = await manager.call(people.addRate, { params: { id }, body });
    const twice = await manager.refused(people.addRate, { params: { id }, body });
    expect(twice).toMatchObject({ code: 'already-exists' });
    expect(twice.issues[0]).toMatchObject({ path: ['validFrom'] });
    const rate = rates?.[0];
    if (!rate) throw new Error('no rate');
    const params = { id, rateId: rate.id };
    const change = { params, version: rate.version, body: { costRate: 5_500 } };
    const corrected = await manager.call(people.correctRate, change);
    expect(corrected.rate).toMatchObject({ costRate: 5_500, billRate: 9_000 });
    expect((await manager.refused(people.correctRate, change)).code).toBe('stale-version');
    const without = await manager.call(people.removeRate, { params });
    expect(without).toMatchObject({ rate: null, rates: [] });
  });

  test('are not shown below manager: not in lists, records, roles nor history', async () => {
    const role = await roleNamed('Designer');
    const { id } = await manager.call(people.create, {
      body: { name: 'Private', roleId: role.id },
    });
    await manager.call(people.addRate, {
      params: { id },
      body: { validFrom: calendarDate('2026-01-01'), costRate: 4_321, billRate: 8_765 },
    });
    await manager.call(roles.update, {
      params: { id: role.id },
      version: role.version,
      body: { costRate: 4_322 },
    });
    await manager.call(roles.addRate, {
      params: { id: role.id },
      body: { validFrom: calendarDate('2026-01-01'), costRate: 4_323, billRate: 8_765 },
    });
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    for (const client of [member, viewer]) {
      const answers = [
        await client.call(people.list, { query: { search: 'Private' } }),
        await client.call(people.get, { params: { id } }),
        await client.call(roles.list),
        await client.call(history.list, { query: { root: 'person', rootId: id } }),
        await client.call(history.list, { query: { root: 'role', rootId: role.id } }),
      ];
      const text = JSON.stringify(answers);
      for (const secret of ['4321', '8765', '4322', '4323', 'costRate', 'billRate', 'cost rate']) {
        expect(text).not.toContain(secret);
      }
    }
    const seen = await manager.call(history.list, { query: { root: 'person', rootId: id } });
    expect(JSON.stringify(seen)).toContain('4321');
  });

  test('of a role count from their day on too, for everybody without rates of their own', async () => {
    const role = await manager.call(roles.create, {
      body: { name: 'Facilitator', costRate: 5_000, billRate: 10_000 },
    });
    const { id } = await manager.call(people.create, {
      body: { name: 'Standard', roleId: role.id },
    });
    const rateOf = async () => (await manager.call(people.get, { params: { id } })).rate;
    const params = { id: role.id };
    const raised = await manager.call(roles.addRate, {
      params,
      body: { validFrom: calendarDate('2026-01-01'), costRate: 6_000, billRate: 12_000 },
    });
    expect(raised.rates).toMatchObject({
      first: { costRate: 5_000 },
      today: { costRate: 6_000, billRate: 12_000 },
      later: [{ validFrom: '2026-01-01' }],
    });
    expect(await rateOf()).toEqual({ costRate: 6_000, billRate: 12_000, source: 'role' });
    const [later] = raised.rates?.later ?? [];
    if (!later) throw new Error('no rate');
    const rateParams = { ...params, rateId: later.id };
    const moved = await manager.call(roles.correctRate, {
      params: rateParams,
      version: later.version,
      body: { validFrom: calendarDate('2099-01-01') },
    });
    expect(moved.rates?.today.costRate).toBe(5_000);
    const twice = await manager.refused(roles.addRate, {
      params,
      body: { validFrom: calendarDate('2099-01-01'), costRate: 1, billRate: 1 },
    });
    expect(twice.issues[0]).toMatchObject({ path: ['validFrom'], code: 'already-exists' });
    const without = await manager.call(roles.removeRate, { params: rateParams });
    expect(without.rates?.later).toEqual([]);
    const stranger = await app.client();
    const body = { validFrom: calendarDate('2026-01-01'), costRate: 1, billRate: 1 };
    expect((await stranger.refused(roles.addRate, { params, body })).status).toBe(404);
    expect((await member.refused(roles.addRate, { params, body })).code).toBe('not-allowed');
  });

  test('are closed to members when it comes to writing, like people, teams and roles', async () => {
    const { id } = await manager.call(people.create, { body: { name: 'Closed' } });
    const body = { validFrom: calendarDate('2026-01-01'), costRate: 1, billRate: 1 };
    for (const refusal of [
      await member.refused(people.addRate, { params: { id }, body }),
      await member.refused(people.create, { body: { name: 'No' } }),
      await member.refused(teams.create, { body: { name: 'No' } }),
      await member.refused(roles.create, { body: { name: 'No', costRate: 1, billRate: 1 } }),
    ]) {
      expect(refusal.code).toBe('not-allowed');
    }
  });
});

describe('teams and roles (PM-13)', () => {
  test('have names of their own and cannot go while somebody belongs to them', async () => {
    const team = await manager.call(teams.create, { body: { name: 'Research' } });
    const twice = await manager.refused(teams.create, { body: { name: 'research' } });
    expect(twice.issues[0]).toMatchObject({ path: ['name'], code: 'already-exists' });
    const role = await manager.call(roles.create, {
      body: { name: 'Analyst', costRate: 5_000, billRate: 10_000 },
    });
    const person = await manager.call(people.create, {
      body: { name: 'Belongs', teamId: team.id, roleId: role.id },
    });
    for (const refusal of [
      await manager.refused(teams.remove, { params: { id: team.id } }),
      await manager.refused(roles.remove, { params: { id: role.id } }),
    ]) {
      expect(refusal.code).toBe('still-in-use');
    }
    await manager.call(people.update, {
      params: { id: person.id },
      version: person.version,
      body: { teamId: null, roleId: null },
    });
    await manager.call(teams.remove, { params: { id: team.id } });
    await manager.call(roles.remove, { params: { id: role.id } });
    const named = (await manager.call(teams.list)).rows.map(({ name }) => name);
    expect(named).not.toContain('Research');
  });

  test('of one workspace are nothing to another: not seen, not changed, not referred to', async () => {
    const stranger = await app.client();
    const person = await manager.call(people.create, { body: { name: 'Secret Person' } });
    const team = await manager.call(teams.create, { body: { name: 'Secret Team' } });
    expect((await stranger.call(people.list, { query: { search: 'Secret' } })).total).toBe(0);
    expect(JSON.stringify(await stranger.call(teams.list))).not.toContain('Secret');
    const params = { id: person.id };
    for (const refusal of [
      await stranger.refused(people.get, { params }),
      await stranger.refused(people.update, { params, version: 1, body: { name: 'Mine' } }),
      await stranger.refused(people.remove, { params }),
      await stranger.refused(people.addRate, {
        params,
        body: { validFrom: calendarDate('2026-01-01'), costRate: 1, billRate: 1 },
      }),
      await stranger.refused(teams.remove, { params: { id: team.id } }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const referred = await stranger.refused(people.create, {
      body: { name: 'Borrowed', teamId: team.id },
    });
    expect(referred.code).toBe('invalid-input');
  });
});
