import { capacity } from '@evenkeel/contract/capacity';
import { people, roles } from '@evenkeel/contract/people';
import { addDays, calendarDate, weekStart } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { asOwner } from '../../../test/factories.ts';
import { beginTerms } from './jobs.ts';

const app = await startTestApp();
let manager: Client;
const today = dayIn('Europe/Berlin', new Date());
const monday = weekStart(addDays(today, -70));
const joinedOn = addDays(monday, -70);

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
});

async function person(name: string) {
  return manager.call(people.create, { body: { name, weeklyMinutes: 2_400, joinedOn } });
}

async function weekOf(id: Awaited<ReturnType<typeof person>>['id'], from: typeof monday) {
  const query = { personId: id, from, to: addDays(from, 6) };
  const { rows } = await manager.call(capacity.list, { query });
  return rows[0]?.periods[0]?.capacityMinutes;
}

describe('terms of employment (PM-13)', () => {
  test('hold from their day on, leave every day before as it was, and become the present ones', async () => {
    const { id } = await person('Fewer Hours');
    const changed = await manager.call(people.addTerm, {
      params: { id },
      body: { validFrom: monday, weeklyMinutes: 1_200 },
    });
    expect(changed.weeklyMinutes).toBe(1_200);
    expect(changed.terms.map((term) => [term.id === 'present', term.validFrom])).toEqual([
      [true, monday],
      [false, null],
    ]);
    expect(await weekOf(id, addDays(monday, -7))).toBe(2_400);
    expect(await weekOf(id, monday)).toBe(1_200);
  });

  test('take role and team with them; what is not said stays as it was', async () => {
    const { id } = await person('New Role');
    const role = (await manager.call(roles.list)).rows[0];
    const changed = await manager.call(people.addTerm, {
      params: { id },
      body: { validFrom: monday, roleId: role?.id ?? null },
    });
    expect(changed).toMatchObject({ weeklyMinutes: 2_400, role: { id: role?.id } });
    const reasons = await manager.call(capacity.reasons, {
      params: { id },
      query: { from: addDays(monday, -7), to: addDays(monday, 6) },
    });
    expect(reasons.rows).toMatchObject([
      { kind: 'terms', minutes: 2_400, role: null },
      { kind: 'terms', minutes: 2_400, role: { name: role?.name } },
    ]);
  });

  test('to come wait for their day, and then change places with the present ones', async () => {
    const { id } = await person('Soon More');
    const soon = addDays(today, 30);
    const planned = await manager.call(people.addTerm, {
      params: { id },
      body: { validFrom: soon, weekMinutes: [480, 480, 480, 0, 0, 0, 0] },
    });
    expect(planned).toMatchObject({ weeklyMinutes: 2_400, weekMinutes: null });
    expect(planned.terms[0]).toMatchObject({ validFrom: soon, weeklyMinutes: 1_440 });
    const later = new Date(Date.now() + 31 * 24 * 60 * 60 * 1000);
    await asOwner(app.databaseUrl, (owner) => beginTerms(owner, app.app.database, later));
    const begun = await manager.call(people.get, { params: { id } });
    expect(begun).toMatchObject({ weeklyMinutes: 1_440 });
    expect(begun.terms.map((term) => term.validFrom)).toEqual([soon, null]);
  });

  test('are corrected, taken back, and never twice from one day', async () => {
    const { id } = await person('Corrected');
    const add = (validFrom: typeof monday, weeklyMinutes: number) =>
      manager.call(people.addTerm, { params: { id }, body: { validFrom, weeklyMinutes } });
    await add(monday, 1_200);
    const twice = await manager.refused(people.addTerm, {
      params: { id },
      body: { validFrom: monday, weeklyMinutes: 600 },
    });
    expect(twice.issues[0]).toMatchObject({ path: ['validFrom'], code: 'taken' });
    const early = await manager.refused(people.addTerm, {
      params: { id },
      body: { validFrom: calendarDate('1999-01-01') },
    });
    expect(early.issues[0]?.code).toBe('too-early');
    const three = await add(addDays(monday, 14), 600);
    const middle = three.terms[1];
    const corrected = await manager.call(people.correctTerm, {
      params: { id, termId: middle?.id ?? 'present' },
      version: middle?.version ?? 0,
      body: { weeklyMinutes: 1_800 },
    });
    expect(corrected.terms.map((term) => term.weeklyMinutes)).toEqual([600, 1_800, 2_400]);
    const back = await manager.call(people.removeTerm, { params: { id, termId: 'present' } });
    expect(back).toMatchObject({ weeklyMinutes: 1_800 });
    await manager.call(people.removeTerm, { params: { id, termId: 'present' } });
    const last = await manager.refused(people.removeTerm, { params: { id, termId: 'present' } });
    expect(last.code).toBe('wrong-state');
  });
});
