import { people } from '@evenkeel/contract/people';
import { time, timer } from '@evenkeel/contract/time';
import { timesheets } from '@evenkeel/contract/timesheets';
import { addDays, calendarDate, weekStart } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { createWork, linkPerson, type Work } from '../time.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let owner: Client;
let manager: Client;
let member: Client;
let work: Work;
let mara: PersonId;
let boss: PersonId;

beforeAll(async () => {
  owner = await app.client();
  manager = await app.client({ role: 'manager', workspaceOf: owner });
  member = await app.client({ role: 'member', workspaceOf: owner });
  work = await createWork(app.databaseUrl, owner.member.workspaceId);
  mara = await newPerson('Mara Lindqvist');
  boss = await newPerson('Bo Boss');
  await linkPerson(app.databaseUrl, member.member.memberId, mara);
  await linkPerson(app.databaseUrl, manager.member.memberId, boss);
});

async function newPerson(name: string): Promise<PersonId> {
  const body = { name, joinedOn: calendarDate('2020-01-01') };
  return (await owner.call(people.create, { body })).id;
}

function log(on: string, minutes = 60) {
  return member.call(time.create, {
    body: { taskId: work.client.taskId, on: calendarDate(on), minutes },
  });
}

describe('a week that is complete (U18)', () => {
  test('is submitted, and its time is closed to every way of changing it', async () => {
    const on = calendarDate('2026-03-04');
    const entry = await log(on, 300);
    const removed = await log(on, 30);
    await member.call(time.remove, { params: { id: removed.id } });
    const sheet = await member.call(timesheets.submit, { body: { on, note: 'Ill on Friday' } });
    expect(sheet).toMatchObject({
      state: 'submitted',
      version: 1,
      week: '2026-03-02',
      minutes: 300,
      billableMinutes: 300,
      capacityMinutes: 2400,
      daysWithoutTime: ['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06'],
    });
    const week = await member.call(time.week, { query: { on } });
    expect(week).toMatchObject({
      canWrite: false,
      timesheet: { state: 'submitted', note: 'Ill on Friday', canSubmit: false },
    });
    const params = { id: entry.id };
    const other = await log('2026-03-10');
    const refusals = [
      await member.refused(time.create, { body: { taskId: work.client.taskId, on, minutes: 5 } }),
      await member.refused(time.update, { params, version: entry.version, body: { minutes: 5 } }),
      await member.refused(time.remove, { params }),
      await member.refused(time.restore, { params: { id: removed.id } }),
      await member.refused(time.update, {
        params: { id: other.id },
        version: other.version,
        body: { on },
      }),
      await manager.refused(time.create, {
        body: { personId: mara, taskId: work.client.taskId, on, minutes: 5 },
      }),
    ];
    for (const problem of refusals) {
      expect(problem.issues[0]).toMatchObject({ path: ['on'], code: 'closed' });
    }
    const out = await member.refused(time.update, {
      params,
      version: entry.version,
      body: { on: calendarDate('2026-03-10') },
    });
    expect(out.issues[0]?.code).toBe('closed');
  });

  test('is taken back by its person as long as nobody has approved it', async () => {
    const on = calendarDate('2026-03-12');
    await log(on);
    await member.call(timesheets.submit, { body: { on } });
    const again = await member.refused(timesheets.submit, { body: { on } });
    expect(again).toMatchObject({ code: 'wrong-state' });
    expect((await member.call(timesheets.recall, { body: { on } })).state).toBe('open');
    expect((await log(on, 15)).minutes).toBe(15);
    const sheet = await member.call(timesheets.submit, { body: { on } });
    const seen = { personId: mara, week: sheet.week, version: sheet.version };
    await manager.call(timesheets.decide, { body: { step: 'approve', sheets: [seen] } });
    expect((await member.refused(timesheets.recall, { body: { on } })).code).toBe('wrong-state');
  });

  test('is approved as it was seen, returned with a reason, opened again, and says by whom', async () => {
    const on = calendarDate('2026-03-18');
    await log(on);
    const first = await member.call(timesheets.submit, { body: { on } });
    await member.call(timesheets.recall, { body: { on } });
    await log(on, 200);
    const second = await member.call(timesheets.submit, { body: { on } });
    const decide = (version: number, step: 'approve' | 'return' | 'reopen', reason?: string) => ({
      body: { step, sheets: [{ personId: mara, week: second.week, version }], reason },
    });
    const stale = await manager.refused(timesheets.decide, decide(first.version, 'approve'));
    expect(stale.code).toBe('stale-version');
    const silent = await manager.refused(timesheets.decide, decide(second.version, 'return'));
    expect(silent.issues[0]).toMatchObject({ path: ['reason'] });
    const returned = await manager.call(
      timesheets.decide,
      decide(second.version, 'return', 'Wednesday seems long'),
    );
    expect(returned.rows[0]).toMatchObject({
      state: 'returned',
      reason: 'Wednesday seems long',
      decidedBy: expect.any(String),
    });
    expect((await log(on, 5)).minutes).toBe(5);
    const third = await member.call(timesheets.submit, { body: { on } });
    expect(third).toMatchObject({ state: 'submitted', reason: '', decidedBy: null });
    const approved = await manager.call(timesheets.decide, decide(third.version, 'approve'));
    const version = approved.rows[0]?.version ?? 0;
    const opened = await manager.call(timesheets.decide, decide(version, 'reopen', 'Wrong task'));
    expect(opened.rows[0]?.state).toBe('returned');
    expect((await log(on, 5)).minutes).toBe(5);
  });

  test('is decided all or nothing', async () => {
    const on = calendarDate('2026-03-25');
    await log(on);
    const sheet = await member.call(timesheets.submit, { body: { on } });
    const good = { personId: mara, week: sheet.week, version: sheet.version };
    const never = { personId: mara, week: calendarDate('2026-01-05'), version: 0 };
    const body = { step: 'approve' as const, sheets: [good, never] };
    expect((await manager.refused(timesheets.decide, { body })).code).toBe('wrong-state');
    const week = await member.call(time.week, { query: { on } });
    expect(week.timesheet.state).toBe('submitted');
  });

  test('is not approved by its own person unless they own the firm, and by no mere member', async () => {
    const on = calendarDate('2026-04-01');
    const own = await manager.call(timesheets.submit, { body: { on } });
    const sheets = [{ personId: boss, week: own.week, version: own.version }];
    const body = { step: 'approve' as const, sheets };
    expect((await manager.refused(timesheets.decide, { body })).code).toBe('not-allowed');
    expect((await member.refused(timesheets.decide, { body })).code).toBe('not-allowed');
    const done = await owner.call(timesheets.decide, { body });
    expect(done.rows[0]).toMatchObject({ state: 'approved', daysWithoutTime: expect.any(Array) });
    const others = await member.refused(timesheets.submit, { body: { on, personId: boss } });
    expect(others.code).toBe('not-allowed');
  });

  test('cannot be one that has not begun, or one outside the time somebody worked here', async () => {
    const next = addDays(weekStart(today), 7);
    const early = await member.refused(timesheets.submit, { body: { on: next } });
    expect(early.issues[0]).toMatchObject({ path: ['on'], code: 'future' });
    const before = await member.refused(timesheets.submit, {
      body: { on: calendarDate('2019-05-06') },
    });
    expect(before.issues[0]).toMatchObject({ path: ['on'], code: 'outside' });
  });

  test('keeps a running timer running when it is closed, and says why it cannot be logged', async () => {
    await member.call(timer.start, { body: { taskId: work.client.taskId } });
    await member.call(timesheets.submit, { body: { on: today } });
    const problem = await member.refused(timer.stop, { body: {} });
    expect(problem.issues[0]).toMatchObject({ path: ['on'], code: 'closed' });
    expect((await member.call(timer.get)).timer).not.toBeNull();
    await member.call(timesheets.recall, { body: { on: today } });
    expect((await member.call(timer.stop, { body: {} })).logged).toHaveLength(1);
  });
});

describe('the list of weeks', () => {
  const march = { from: calendarDate('2026-03-02'), to: calendarDate('2026-03-29') };

  test('shows managers everybody with sums that equal the entries, members themselves', async () => {
    const all = await manager.call(timesheets.list, { query: march });
    expect(new Set(all.rows.map((row) => row.person.id))).toContain(boss);
    const maras = all.rows.filter((row) => row.person.id === mara);
    expect(maras.map((row) => row.week)).toEqual([
      '2026-03-23',
      '2026-03-16',
      '2026-03-09',
      '2026-03-02',
    ]);
    for (const row of maras) {
      const entries = await manager.call(time.list, {
        query: { personId: mara, from: row.week, to: addDays(row.week, 6) },
      });
      expect(row.minutes).toBe(entries.totals.minutes);
      expect(row.clientMinutes + row.initiativeMinutes).toBe(row.minutes);
    }
    const own = await member.call(timesheets.list, { query: march });
    expect(new Set(own.rows.map((row) => row.person.id))).toEqual(new Set([mara]));
    const waiting = await manager.call(timesheets.list, {
      query: { ...march, state: 'submitted' },
    });
    expect(waiting.rows.map((row) => row.week)).toEqual(['2026-03-23', '2026-03-02']);
  });

  test('refuses a span that ends before it begins, or is longer than a year', async () => {
    const span = (from: string, to: string) => ({
      query: { from: calendarDate(from), to: calendarDate(to) },
    });
    const turned = await manager.refused(timesheets.list, span('2026-04-01', '2026-03-01'));
    expect(turned.issues[0]).toMatchObject({ path: ['from'], code: 'too-late' });
    const long = await manager.refused(timesheets.list, span('2024-01-01', '2026-03-01'));
    expect(long.issues[0]).toMatchObject({ path: ['from'], code: 'too-many' });
  });
});
