import { people } from '@evenkeel/contract/people';
import { time, timer } from '@evenkeel/contract/time';
import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import { instant } from '@evenkeel/core/instant';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn, toInstant } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { createWork, linkPerson, type Work } from '../time.fixture.ts';

const app = await startTestApp();
let manager: Client;
let work: Work;

beforeAll(async () => {
  manager = await app.client({ role: 'manager' });
  work = await createWork(app.databaseUrl, manager.member.workspaceId);
});

/** A member with a person of their own. */
async function worker(name: string): Promise<Client> {
  const client = await app.client({ role: 'member', workspaceOf: manager });
  const body = { name, joinedOn: calendarDate('2020-01-01') };
  const { id } = await manager.call(people.create, { body });
  await linkPerson(app.databaseUrl, client.member.memberId, id);
  return client;
}

function minutesAgo(minutes: number) {
  return toInstant(new Date(Date.now() - minutes * 60_000));
}

describe('the timer (FI-05)', () => {
  test('runs on one thing: starting another stops and logs the first', async () => {
    const client = await worker('Timed');
    expect((await client.call(timer.get)).timer).toBeNull();
    const first = await client.call(timer.start, {
      body: { taskId: work.client.taskId, note: 'Calls', startedAt: minutesAgo(1) },
    });
    expect(first).toMatchObject({ timer: { task: { name: 'Interviews' } }, logged: [] });
    const second = await client.call(timer.start, {
      body: { projectId: work.initiative.projectId },
    });
    expect(second.timer).toMatchObject({ project: { kind: 'initiative' }, task: null });
    expect(second.logged.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1);
    expect(second.logged[0]).toMatchObject({ note: 'Calls', isBillable: true });
    expect((await client.call(timer.get)).timer?.project.kind).toBe('initiative');
  });

  test('logs at least a minute when stopped, and nothing when discarded', async () => {
    const client = await worker('Short');
    await client.call(timer.start, { body: { taskId: work.initiative.taskId } });
    const { logged } = await client.call(timer.stop, { body: {} });
    expect(logged).toMatchObject([{ minutes: 1, isBillable: false, task: { name: 'Texts' } }]);
    await client.call(timer.start, { body: { taskId: work.client.taskId } });
    await client.call(timer.discard);
    expect((await client.call(timer.get)).timer).toBeNull();
    expect((await client.refused(timer.stop, { body: {} })).code).toBe('wrong-state');
  });

  test('is cut at midnight of the workspace’s zone, Berlin', async () => {
    const client = await worker('Late');
    const day = addDays(dayIn('Europe/Berlin', new Date()), -10);
    const winter = dayIn('Europe/Berlin', new Date(`${day}T22:30:00.000Z`)) === day;
    const midnight = winter ? '23:00' : '22:00';
    const endedAt = toInstant(new Date(Date.parse(`${day}T${midnight}:00.000Z`) + 90 * 60_000));
    const startedAt = toInstant(new Date(Date.parse(`${day}T${midnight}:00.000Z`) - 60 * 60_000));
    await client.call(timer.start, { body: { taskId: work.client.taskId, startedAt } });
    const { logged } = await client.call(timer.stop, { body: { endedAt } });
    expect(logged.map(({ on, minutes }) => [on, minutes])).toEqual([
      [day, 60],
      [addDays(day, 1), 90],
    ]);
  });

  test('that would make a day of more than 24 hours keeps running until an earlier end is said', async () => {
    const client = await worker('Forgotten');
    const yesterday = addDays(dayIn('Europe/Berlin', new Date()), -3);
    const startedAt = instant(`${yesterday}T10:00:00.000Z`);
    const body = { taskId: work.client.taskId, on: yesterday, minutes: 700 };
    await client.call(time.create, { body });
    await client.call(timer.start, { body: { taskId: work.client.taskId, startedAt } });
    const over = await client.refused(timer.stop, { body: {} });
    expect(over.issues[0]).toMatchObject({ code: 'over-day' });
    expect((await client.call(timer.get)).timer?.startedAt).toBe(startedAt);
    const { logged } = await client.call(timer.stop, {
      body: { endedAt: instant(`${yesterday}T12:00:00.000Z`) },
    });
    expect(logged).toMatchObject([{ on: yesterday, minutes: 120 }]);
  });

  test('takes another note, start and work while it runs, with its version', async () => {
    const client = await worker('Edited');
    const { timer: started } = await client.call(timer.start, {
      body: { taskId: work.client.taskId },
    });
    const change = { version: started.version, body: { note: 'Transcript' } };
    const { timer: noted } = await client.call(timer.update, change);
    expect(noted).toMatchObject({ note: 'Transcript', version: 2 });
    expect((await client.refused(timer.update, change)).code).toBe('stale-version');
    const startedAt = minutesAgo(5);
    const { timer: earlier } = await client.call(timer.update, {
      version: noted.version,
      body: { startedAt, taskId: work.initiative.taskId },
    });
    expect(earlier).toMatchObject({ startedAt, note: 'Transcript', task: { name: 'Texts' } });
    const ahead = { startedAt: toInstant(new Date(Date.now() + 60_000)) };
    const refusal = await client.refused(timer.update, { version: earlier.version, body: ahead });
    expect(refusal.issues[0]).toMatchObject({ path: ['startedAt'], code: 'future' });
  });

  test('started twice at once runs once', async () => {
    const client = await worker('Twice');
    const starts = await Promise.allSettled(
      [work.client, work.initiative].map(({ taskId }) =>
        client.call(timer.start, { body: { taskId } }),
      ),
    );
    expect(starts.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect((await client.call(timer.get)).timer).not.toBeNull();
  });

  test('of somebody else is not seen, and a viewer has none', async () => {
    const client = await worker('Owner of a timer');
    await client.call(timer.start, { body: { taskId: work.client.taskId } });
    const neighbour = await worker('Neighbour');
    expect((await neighbour.call(timer.get)).timer).toBeNull();
    expect((await neighbour.refused(timer.stop, { body: {} })).code).toBe('wrong-state');
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    const body = { taskId: work.client.taskId };
    expect((await viewer.refused(timer.start, { body })).code).toBe('not-allowed');
    const stranger = await app.client();
    expect((await stranger.call(timer.get)).timer).toBeNull();
  });
});
