import { allocations } from '@evenkeel/contract/allocations';
import { comments } from '@evenkeel/contract/comments';
import { leaves } from '@evenkeel/contract/leaves';
import { members } from '@evenkeel/contract/members';
import { notifications } from '@evenkeel/contract/notifications';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays } from '@evenkeel/core/calendar-date';
import type { PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { remindEverywhere, tellEverywhere } from './jobs.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let manager: Client;
let ada: Client;
let managerPerson: PersonId;
let adaPerson: PersonId;
let projectId: ProjectId;

beforeAll(async () => {
  manager = await app.client();
  ada = await app.client({ role: 'member', workspaceOf: manager });
  managerPerson = await linked(manager, 'Grace');
  adaPerson = await linked(ada, 'Ada');
  const project = await manager.call(projects.create, {
    body: { kind: 'client', name: 'Website', projectManagerId: managerPerson },
  });
  projectId = project.id;
  await run();
});

/** A person who is planned, with the login of a member. */
async function linked(client: Client, name: string): Promise<PersonId> {
  const person = await manager.call(people.create, { body: { name } });
  const all = await manager.call(members.list);
  const member = all.rows.find(({ id }) => id === client.member.memberId);
  await manager.call(members.update, {
    params: { id: client.member.memberId },
    version: member?.version ?? 0,
    body: { personId: person.id },
  });
  return person.id;
}

/** What the worker does by the clock: it reads the changes, then reminds. */
async function run(now = new Date(Date.now() + 60_000)): Promise<void> {
  await asOwner(app.databaseUrl, async (owner) => {
    await tellEverywhere(owner, app.app.database, now);
    await remindEverywhere(owner, app.app.database, now);
  });
}

/** Titles of what somebody was told since the last time, the oldest first; marks them as read. */
async function news(of: Client): Promise<string[]> {
  const { rows } = await of.call(notifications.list, { query: { unread: 'true' } });
  await of.call(notifications.setRead, { body: { isRead: true } });
  return rows.map(({ title }) => title);
}

const task = (name: string, more: object = {}) =>
  manager.call(tasks.create, { body: { projectId, name, ...more } });

test('who is put on tasks hears of it once, and nobody hears of their own acts (PM-17)', async () => {
  await task('Draw the pages', { assigneeIds: [adaPerson] });
  await run();
  expect(await news(ada)).toEqual(['You are now on Draw the pages']);
  expect(await news(manager)).toEqual([]);
  await task('Build the pages', { assigneeIds: [adaPerson, managerPerson] });
  const third = await task('Test the pages', { assigneeIds: [adaPerson] });
  await manager.call(tasks.setAssignees, {
    params: { id: third.id },
    body: { personIds: [managerPerson] },
  });
  await run();
  await run();
  expect(await news(ada)).toEqual(['You are now on Build the pages']);
  expect(await news(manager)).toEqual([]);
});

test('who works on a task hears when its day moves, and others do not (PM-17)', async () => {
  const moving = await task('Move me', {
    assigneeIds: [adaPerson],
    startOn: addDays(today, 30),
    dueOn: addDays(today, 40),
  });
  await task('Not mine', { startOn: addDays(today, 30), dueOn: addDays(today, 40) });
  await run();
  await news(ada);
  const found = await manager.call(tasks.get, { params: { id: moving.id } });
  await manager.call(tasks.update, {
    params: { id: moving.id },
    version: found.version,
    body: { dueOn: addDays(today, 47) },
  });
  await run();
  const [told, ...others] = await news(ada);
  expect(told).toMatch(/^Move me moved from .+ to .+$/);
  expect(others).toEqual([]);
});

test('a task that is due reminds its people once when it is near and once when it is late, its manager after a week (U24)', async () => {
  const due = await task('Due', {
    assigneeIds: [adaPerson],
    startOn: addDays(today, 1),
    dueOn: addDays(today, 1),
  });
  await run();
  await news(manager);
  await news(ada);
  const at = (days: number) => new Date(`${addDays(dueOf(due), days)}T12:00:00Z`);
  await run(at(-1));
  await run(at(0));
  await run(at(2));
  await run(at(3));
  expect((await news(ada)).filter((title) => title.startsWith('Due '))).toEqual([
    'Due is overdue for 2 days',
  ]);
  expect(await news(manager)).not.toContain('Due is overdue for 7 days');
  await run(at(7));
  expect((await news(manager)).filter((title) => title.startsWith('Due '))).toEqual([
    'Due is overdue for 7 days',
  ]);
});

function dueOf({ dueOn }: { readonly dueOn: string | null }) {
  // Given above.
  return dueOn as Parameters<typeof addDays>[0];
}

test('those who decide hear of leave that is asked for, and whose it is of the decision; what collides is told (U11)', async () => {
  await news(ada);
  await news(manager);
  const [startOn, endOn] = [addDays(today, 14), addDays(today, 18)];
  await manager.call(allocations.create, {
    body: {
      projectId,
      personId: adaPerson,
      startOn,
      endOn,
      effort: { by: 'share', basisPoints: 10_000 },
      certainty: 'confirmed',
    },
  });
  const asked = await ada.call(leaves.create, { body: { personId: adaPerson, startOn, endOn } });
  expect((await news(manager))[0]).toMatch(/^Ada asks for leave from/);
  await manager.call(leaves.decide, {
    params: { id: asked.id },
    version: asked.version,
    body: { step: 'approve' },
  });
  expect((await news(ada))[0]).toMatch(/^Your leave from .+ is approved$/);
  await run();
  await run();
  const clashing = (await news(ada)).filter((title) => title.includes('is on leave'));
  expect(clashing).toHaveLength(1);
});

test('comments reach those they mention, those who answer for the record and those who take part (PM-14, PM-17)', async () => {
  const other = await app.client({ role: 'member', workspaceOf: manager });
  const discussed = await task('Talk about it', { assigneeIds: [adaPerson] });
  await run();
  await Promise.all([news(ada), news(manager)]);
  const subject = { kind: 'task', id: discussed.id as TaskId } as const;
  await other.call(comments.create, {
    body: { subject, body: 'Look at this', mentionIds: [ada.member.memberId] },
  });
  expect(await news(ada)).toEqual(['Test member mentioned you on Talk about it']);
  expect(await news(manager)).toEqual(['Test member wrote on Talk about it']);
  expect(await news(other)).toEqual([]);
  await ada.call(comments.create, { body: { subject, body: 'I have looked' } });
  expect(await news(other)).toEqual(['Test member wrote on Talk about it']);
  expect(await news(ada)).toEqual([]);
});
