import { people } from '@evenkeel/contract/people';
import { time } from '@evenkeel/contract/time';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { assign, createWork, linkPerson, type Work } from './time.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let manager: Client;
let member: Client;
let work: Work;
let mara: PersonId;
let other: PersonId;

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
  member = await app.client({ role: 'member', workspaceOf: manager });
  work = await createWork(app.databaseUrl, manager.member.workspaceId);
  mara = await newPerson('Mara Lindqvist');
  other = await newPerson('Ole Brandt');
  await linkPerson(app.databaseUrl, member.member.memberId, mara);
});

async function newPerson(name: string): Promise<PersonId> {
  const body = { name, joinedOn: calendarDate('2020-01-01') };
  return (await manager.call(people.create, { body })).id;
}

describe('a time entry (FI-05)', () => {
  test('is logged on a task for oneself, billable on a client project only (U03)', async () => {
    const on = calendarDate('2026-05-04');
    const paid = await member.call(time.create, {
      body: { taskId: work.client.taskId, on, minutes: 90, note: 'Two interviews' },
    });
    expect(paid).toMatchObject({
      person: { id: mara },
      project: { id: work.client.projectId, kind: 'client' },
      task: { id: work.client.taskId, name: 'Interviews' },
      minutes: 90,
      isBillable: true,
    });
    const own = await member.call(time.create, {
      body: { projectId: work.initiative.projectId, on, minutes: 30 },
    });
    expect(own).toMatchObject({ project: { kind: 'initiative' }, task: null, isBillable: false });
    const claimed = await member.refused(time.create, {
      body: { taskId: work.initiative.taskId, on, minutes: 30, isBillable: true },
    });
    expect(claimed.issues[0]).toMatchObject({ path: ['isBillable'], code: 'no-client' });
  });

  test('is refused for tomorrow, for a milestone, for nothing and for unknown work', async () => {
    const on = calendarDate('2026-05-05');
    const refusals = [
      [{ taskId: work.client.taskId, on: addDays(today, 1), minutes: 60 }, 'future'],
      [{ taskId: work.milestoneId, on, minutes: 60 }, 'milestone'],
      [{ on, minutes: 60 }, 'needed'],
      [
        { taskId: work.client.taskId, projectId: work.initiative.projectId, on, minutes: 1 },
        'unknown',
      ],
    ] as const;
    for (const [body, code] of refusals) {
      const problem = await member.refused(time.create, { body });
      expect(problem.issues[0]).toMatchObject({ code });
    }
    const logged = await member.call(time.create, {
      body: { taskId: work.client.taskId, on: today, minutes: 1 },
    });
    expect(logged.on).toBe(today);
  });

  test('cannot take a day beyond 24 hours, whether new, changed, restored or at once', async () => {
    const on = calendarDate('2026-05-06');
    const body = { taskId: work.client.taskId, on, minutes: 800 };
    const first = await member.call(time.create, { body });
    const over = await member.refused(time.create, { body });
    expect(over.issues[0]).toMatchObject({ path: ['minutes'], code: 'over-day' });
    expect(over.issues[0]?.message).toContain('26:40 h on 2026-05-06');
    const second = await member.call(time.create, { body: { ...body, minutes: 640 } });
    const params = { id: second.id };
    const grown = await member.refused(time.update, {
      params,
      version: second.version,
      body: { minutes: 641 },
    });
    expect(grown.issues[0]).toMatchObject({ code: 'over-day' });
    await member.call(time.remove, { params });
    await member.call(time.create, { body: { ...body, minutes: 600 } });
    expect((await member.refused(time.restore, { params })).issues[0]?.code).toBe('over-day');
    expect(first.minutes).toBe(800);

    const day = calendarDate('2026-05-07');
    const racing = await Promise.allSettled(
      [1, 2, 3, 4].map(() => member.call(time.create, { body: { ...body, on: day } })),
    );
    expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('is refused before joining and after leaving', async () => {
    const id = await newPerson('Gone Person');
    const { version } = await manager.call(people.get, { params: { id } });
    await manager.call(people.update, {
      params: { id },
      version,
      body: { leftOn: calendarDate('2026-01-31') },
    });
    const log = (on: string) => ({
      body: { personId: id, taskId: work.client.taskId, on: calendarDate(on), minutes: 60 },
    });
    expect((await manager.call(time.create, log('2026-01-31'))).minutes).toBe(60);
    const late = await manager.refused(time.create, log('2026-02-01'));
    expect(late.issues[0]).toMatchObject({ path: ['on'], code: 'after-leaving' });
    const early = await manager.refused(time.create, log('2019-12-31'));
    expect(early.issues[0]).toMatchObject({ path: ['on'], code: 'before-joining' });
  });

  test('moved to an initiative is no longer billable, moved back it is', async () => {
    const entry = await member.call(time.create, {
      body: { taskId: work.client.taskId, on: calendarDate('2026-05-08'), minutes: 60 },
    });
    const params = { id: entry.id };
    const moved = await member.call(time.update, {
      params,
      version: entry.version,
      body: { taskId: work.initiative.taskId },
    });
    expect(moved).toMatchObject({ isBillable: false, task: { name: 'Texts' } });
    const back = await member.call(time.update, {
      params,
      version: moved.version,
      body: { projectId: work.client.projectId },
    });
    expect(back).toMatchObject({ isBillable: true, task: null });
    const stale = await member.refused(time.update, {
      params,
      version: entry.version,
      body: { minutes: 5 },
    });
    expect(stale.code).toBe('stale-version');
  });

  test('goes to the trash and comes back', async () => {
    const on = calendarDate('2026-05-11');
    const { id } = await member.call(time.create, {
      body: { taskId: work.client.taskId, on, minutes: 45 },
    });
    await member.call(time.remove, { params: { id } });
    const days = { from: on, to: on };
    expect((await member.call(time.list, { query: days })).totals.minutes).toBe(0);
    await member.call(time.restore, { params: { id } });
    expect((await member.call(time.list, { query: days })).totals.minutes).toBe(45);
  });
});

describe('who may log', () => {
  const on = calendarDate('2026-05-12');

  test('a member for themselves only, a manager for anybody, a viewer for nobody', async () => {
    const body = { taskId: work.client.taskId, on, minutes: 15, personId: other };
    expect((await member.refused(time.create, { body })).code).toBe('not-allowed');
    const entry = await manager.call(time.create, { body });
    expect(entry.person.name).toBe('Ole Brandt');
    const params = { id: entry.id };
    const change = { params, version: entry.version, body: { minutes: 20 } };
    expect((await member.refused(time.update, change)).code).toBe('not-allowed');
    expect((await member.refused(time.remove, { params })).code).toBe('not-allowed');
    expect((await manager.call(time.update, change)).minutes).toBe(20);
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    expect((await viewer.refused(time.create, { body })).code).toBe('not-allowed');
    expect((await viewer.call(time.week, { query: { personId: other, on } })).canWrite).toBe(false);
  });

  test('a member whose login is linked to nobody is told what to do', async () => {
    const unlinked = await app.client({ role: 'member', workspaceOf: manager });
    const body = { taskId: work.client.taskId, on, minutes: 15 };
    const problem = await unlinked.refused(time.create, { body });
    expect(problem).toMatchObject({ code: 'wrong-state' });
    expect(problem.detail).toContain('not linked');
  });

  test('nobody of another workspace, who sees nothing either', async () => {
    const stranger = await app.client();
    const entry = await member.call(time.create, {
      body: { taskId: work.client.taskId, on, minutes: 5 },
    });
    const params = { id: entry.id };
    expect((await stranger.call(time.list)).total).toBe(0);
    expect((await stranger.call(time.targets, { query: {} })).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(time.get, { params }),
      await stranger.refused(time.update, { params, version: 1, body: { minutes: 1 } }),
      await stranger.refused(time.remove, { params }),
      await stranger.refused(time.restore, { params }),
      await stranger.refused(time.week, { query: { personId: mara } }),
    ]) {
      expect(refusal.status).toBe(404);
    }
    const borrowed = await stranger.refused(time.create, {
      body: { taskId: work.client.taskId, personId: mara, on, minutes: 5 },
    });
    expect(borrowed.issues[0]).toMatchObject({ code: 'unknown' });
  });
});

describe('the list of time', () => {
  test('filters by person, work, kind, days and billable, with sums over all of it', async () => {
    const lister = await newPerson('Listed Person');
    const log = (on: string, minutes: number, taskId = work.client.taskId, isBillable?: boolean) =>
      manager.call(time.create, {
        body: {
          personId: lister,
          taskId,
          on: calendarDate(on),
          minutes,
          ...(isBillable === undefined ? {} : { isBillable }),
        },
      });
    await log('2026-06-01', 60);
    await log('2026-06-02', 120, work.client.taskId, false);
    await log('2026-06-03', 240, work.initiative.taskId);
    const list = (query: object) =>
      manager.call(time.list, { query: { personId: lister, limit: 2, ...query } });
    expect(await list({})).toMatchObject({
      total: 3,
      totals: { minutes: 420, billableMinutes: 60, clientMinutes: 180, initiativeMinutes: 240 },
    });
    expect((await list({ sort: '-on' })).rows.map(({ minutes }) => minutes)).toEqual([240, 120]);
    expect((await list({ kind: 'initiative' })).totals.minutes).toBe(240);
    expect((await list({ billable: 'no' })).totals.minutes).toBe(360);
    expect((await list({ from: '2026-06-02', to: '2026-06-02' })).totals.minutes).toBe(120);
    expect((await list({ taskId: work.client.taskId })).totals.minutes).toBe(180);
    expect((await list({ projectId: work.initiative.projectId })).totals.minutes).toBe(240);
  });
});

describe('the week (issue 2, path 6)', () => {
  test('runs Monday to Sunday and shows assigned and logged work with what is left (U16)', async () => {
    const { workspaceId } = manager.member;
    const person = await newPerson('Week Person');
    await assign(app.databaseUrl, workspaceId, { ...work.initiative, personId: person });
    const body = { personId: person, taskId: work.client.taskId, minutes: 50 };
    await manager.call(time.create, { body: { ...body, on: calendarDate('2026-05-18') } });
    await manager.call(time.create, { body: { ...body, on: calendarDate('2026-05-25') } });
    const week = await manager.call(time.week, {
      query: { personId: person, on: calendarDate('2026-05-20') },
    });
    expect(week).toMatchObject({ from: '2026-05-18', to: '2026-05-24', canWrite: true });
    expect(week.capacityMinutes).toEqual([480, 480, 480, 480, 480, 0, 0]);
    expect(week.rows.map((row) => [row.task?.name, row.isAssigned, row.entries.length])).toEqual([
      ['Interviews', false, 1],
      ['Texts', true, 0],
    ]);
    const [logged] = week.rows;
    const all = await manager.call(time.list, { query: { taskId: work.client.taskId } });
    expect(logged?.soFar).toEqual({ estimateMinutes: 600, loggedMinutes: all.totals.minutes });
  });

  test('offers assigned and recent work of both kinds to log on, and finds the rest by name or number', async () => {
    const offered = await member.call(time.targets, { query: {} });
    const kinds = new Set(offered.rows.map((row) => row.project.kind));
    expect(kinds).toEqual(new Set(['client', 'initiative']));
    const names = offered.rows.map((row) => row.task?.name ?? row.project.name);
    expect(names).not.toContain('Report');
    const found = await member.call(time.targets, { query: { search: 'TAS-1002' } });
    expect(found.rows[0]).toMatchObject({ task: { name: 'Texts' } });
    const byName = await member.call(time.targets, { query: { search: 'harbour' } });
    expect(byName.rows.map((row) => row.task?.name ?? null)).toEqual(['Interviews', null]);
  });
});
