import { accounts } from '@evenkeel/contract/accounts';
import { milestones } from '@evenkeel/contract/milestones';
import { notifications } from '@evenkeel/contract/notifications';
import { people } from '@evenkeel/contract/people';
import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import { portalSatisfactions, satisfactionLinks } from '@evenkeel/contract/portal/satisfaction';
import { projects } from '@evenkeel/contract/projects';
import { satisfaction } from '@evenkeel/contract/satisfaction';
import { tasks } from '@evenkeel/contract/tasks';
import type { AccountId, PersonId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, expect, test, vi } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, clientOf, type Mail, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { askEverywhere } from './jobs.ts';

const app = await startTestApp();
const dayMilliseconds = 86_400_000;
let firm: Client;
let reader: Client;
let colleague: Client;
let stranger: Client;
/** Somebody without a login. */
let visitor: Client;
let accountId: AccountId;
let projectId: ProjectId;
let managerId: PersonId;
let milestoneId: TaskId;

async function sql(query: string, values: readonly unknown[]): Promise<void> {
  await asOwner(app.databaseUrl, (client) => client.query(query, [...values]));
}

/** What the worker does by the clock. */
function run(now = new Date()): Promise<number> {
  return asOwner(app.databaseUrl, (owner) => askEverywhere(owner, app.app.database, now));
}

beforeAll(async () => {
  firm = await app.client();
  ({ id: accountId } = await firm.call(accounts.create, { body: { name: 'Velden Energy' } }));
  const other = await firm.call(accounts.create, { body: { name: 'Other account' } });
  ({ id: managerId } = await firm.call(people.create, { body: { name: 'Marek' } }));
  ({ id: projectId } = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Till', accountId, projectManagerId: managerId },
  }));
  await sql(`update project set portal_opened_at = now(), state = 'executing' where id = $1`, [
    projectId,
  ]);
  const member = await app.client({ role: 'member', workspaceOf: firm });
  await sql('update member set person_id = $1 where id = $2', [managerId, member.member.memberId]);
  reader = await app.clientUser({ of: firm, accountId });
  colleague = await app.clientUser({ of: firm, accountId });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
  visitor = clientOf(app.app, { ...reader.member, token: '' });
  const milestone = await firm.call(tasks.create, {
    body: { projectId, name: 'Pilot', isMilestone: true, isClientVisible: true },
  });
  milestoneId = milestone.id;
});

test('nobody is asked about a milestone that is not marked, hidden or not reached (CR-03)', async () => {
  expect(await run()).toBe(0);
  await firm.call(milestones.setSatisfaction, {
    params: { id: milestoneId },
    body: { asksSatisfaction: true },
  });
  expect(await run()).toBe(0);
  const refused = await firm.refused(satisfaction.ask, { body: { projectId, milestoneId } });
  expect(refused.code).toBe('wrong-state');
});

test('once a marked milestone is reached, each client user of the account is asked once, by a mail with five answers (CR-03)', async () => {
  const { version } = await firm.call(tasks.get, { params: { id: milestoneId } });
  await firm.call(tasks.update, { params: { id: milestoneId }, version, body: { state: 'done' } });
  expect(await run()).toBe(2);
  expect(await run()).toBe(0);
  const mail = await mailTo(reader);
  expect(mail.subject).toBe('How satisfied are you with “Pilot”?');
  expect(linksIn(mail)).toHaveLength(5);
  const { rows } = await reader.call(portalSatisfactions.list, { params: { projectId } });
  expect(rows).toMatchObject([{ milestone: 'Pilot', isOpen: true, score: null }]);
  expect((await stranger.refused(portalSatisfactions.list, { params: { projectId } })).code).toBe(
    'not-found',
  );
});

test('the link of the mail shows the question and records nothing; a press records the score (CR-03)', async () => {
  const token = await tokenOf(reader);
  const shown = await visitor.call(satisfactionLinks.show, { body: { token } });
  expect(shown).toMatchObject({ project: 'Till', question: { milestone: 'Pilot', score: null } });
  expect((await report()).sum.count).toBe(0);
  const answered = await visitor.call(satisfactionLinks.answer, { body: { token, score: 5 } });
  expect(answered.question).toMatchObject({ score: 5, comment: '' });
  const said = await visitor.call(satisfactionLinks.answer, {
    body: { token, score: 4, comment: 'Well done.' },
  });
  expect(said.question).toMatchObject({ score: 4, comment: 'Well done.' });
  const { sum, rows } = await report();
  expect(sum).toEqual({ count: 1, mean: 400, satisfied: 10_000 });
  expect(rows[0]).toMatchObject({ channel: 'mail', score: 4, followUp: null });
  // The secret has left with the mail and is not kept.
  const kept = await asOwner(app.databaseUrl, (client) =>
    client.query('select from notification where mail_path is not null and mailed_at is not null'),
  );
  expect(kept.rowCount).toBe(0);
});

test('a secret that somebody made up opens nothing, and a question of a colleague is nobody else’s (CR-03, CL-14)', async () => {
  const wrong = { token: 'x'.repeat(43) };
  expect((await visitor.refused(satisfactionLinks.show, { body: wrong })).code).toBe('expired');
  const { rows } = await colleague.call(portalSatisfactions.list, { params: { projectId } });
  const [theirs] = rows;
  if (!theirs) return expect.fail();
  const params = { projectId, satisfactionId: theirs.id };
  const body = { score: 1 } as const;
  expect((await reader.refused(portalSatisfactions.answer, { params, body })).code).toBe(
    'not-found',
  );
});

test('a low score makes one task for the manager with the client’s words, and tells them at once (CR-03)', async () => {
  const { rows } = await colleague.call(portalSatisfactions.list, { params: { projectId } });
  const [question] = rows;
  if (!question) return expect.fail();
  const params = { projectId, satisfactionId: question.id };
  await colleague.call(portalSatisfactions.answer, { params, body: { score: 2 } });
  const comment = 'The training came too late.';
  await colleague.call(portalSatisfactions.answer, { params, body: { score: 2, comment } });
  const { sum, rows: answers } = await report();
  expect(sum).toEqual({ count: 2, mean: 300, satisfied: 5_000 });
  const low = answers.find(({ score }) => score === 2);
  expect(low).toMatchObject({ channel: 'portal', comment });
  if (!low?.followUp) return expect.fail();
  const task = await firm.call(tasks.get, { params: { id: low.followUp.id } });
  expect(task.assignees.map(({ id }) => id)).toEqual([managerId]);
  expect(task.notes).toContain(comment);
  expect(task.isClientVisible).toBe(false);
  const { rows: all } = await firm.call(tasks.list, { query: { projectId } });
  expect(all.filter(({ name }) => name.startsWith('Speak with'))).toHaveLength(1);
  const told = await asOwner(app.databaseUrl, (client) =>
    client.query<{ title: string }>(
      `select title from notification where topic = 'satisfaction' order by created_at`,
    ),
  );
  expect(told.rows.at(-1)?.title).toMatch(/rated “Pilot” of Till 2 of 5: speak with them$/);
  expect((await firm.call(notifications.list, { query: {} })).rows).toEqual([]);
});

test('who has not answered is reminded once after a week, and the question is over after four (CR-03)', async () => {
  await firm.call(projects.changeState, {
    params: { id: projectId },
    version: (await firm.call(projects.get, { params: { id: projectId } })).version,
    body: { state: 'completed' },
  });
  expect(await run()).toBe(2);
  expect(await run(later(6))).toBe(0);
  expect(await run(later(8))).toBe(2);
  expect(await run(later(9))).toBe(0);
  const { rows } = await reader.call(portalSatisfactions.list, { params: { projectId } });
  const close = rows.find(({ occasion }) => occasion === 'close');
  if (!close) return expect.fail();
  // Both mails open the same question.
  const mails = await vi.waitFor(() => {
    const found = app.mails.filter(
      ({ to, text }) => to === emailOf(reader) && text.startsWith('Till has been'),
    );
    expect(found).toHaveLength(2);
    return found;
  });
  for (const mail of mails) {
    const shown = await visitor.call(satisfactionLinks.show, { body: { token: secretIn(mail) } });
    expect(shown.question.id).toBe(close.id);
  }
  await sql(`update satisfaction set expires_at = now() - interval '1 day' where id = $1`, [
    close.id,
  ]);
  const [mail] = mails;
  if (!mail) return expect.fail();
  const body = { token: secretIn(mail), score: 5 } as const;
  expect((await visitor.refused(satisfactionLinks.answer, { body })).code).toBe('expired');
  const params = { projectId, satisfactionId: close.id };
  expect(
    (await reader.refused(portalSatisfactions.answer, { params, body: { score: 5 } })).code,
  ).toBe('expired');
  expect((await report()).openCount).toBe(1);
});

test('the account sums what all its projects were rated, and every figure has its rows (CR-03)', async () => {
  const ofAccount = await firm.call(satisfaction.report, { query: { accountId } });
  expect(ofAccount.sum).toEqual((await report()).sum);
  expect(ofAccount.quarters.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(ofAccount.rows.filter(({ score }) => score !== null)).toHaveLength(2);
});

test('a milestone carries what the client measures, and they see it only where it is marked (CR-21)', async () => {
  const params = { id: milestoneId };
  const metric = {
    name: 'Picking errors',
    unit: '%',
    direction: 'down',
    baseline: 4,
    target: 1,
  } as const;
  const added = await firm.call(milestones.addMetric, { params, body: metric });
  expect(added.metric).toMatchObject({
    ...metric,
    measured: null,
    progress: null,
    isReached: false,
  });
  expect((await firm.refused(milestones.addMetric, { params, body: metric })).code).toBe(
    'wrong-state',
  );
  expect(await metricSeen()).toBeNull();
  const { id, version } = added.metric ?? expect.fail();
  const alone = await firm.refused(milestones.changeMetric, {
    params: { id },
    version,
    body: { measured: 2 },
  });
  expect(alone.code).toBe('invalid-input');
  const measured = await firm.call(milestones.changeMetric, {
    params: { id },
    version,
    body: { measured: 2.5, measuredOn: dayIn('Europe/Berlin', new Date()), isClientVisible: true },
  });
  expect(measured.metric).toMatchObject({ progress: 5_000, isReached: false });
  expect(await metricSeen()).toMatchObject({ name: 'Picking errors', measured: 2.5, target: 1 });
  await firm.call(milestones.removeMetric, { params: { id } });
  expect(await metricSeen()).toBeNull();
});

function report() {
  return firm.call(satisfaction.report, { query: { projectId } });
}

async function metricSeen() {
  const { rows } = await reader.call(portalOverviews.steps, { params: { projectId } });
  return rows.find(({ id }) => id === milestoneId)?.metric;
}

function later(days: number): Date {
  return new Date(Date.now() + days * dayMilliseconds);
}

function emailOf({ member }: Client): string {
  return `${member.userId}@example.com`;
}

function mailTo(client: Client): Promise<Mail> {
  return vi.waitFor(
    () => {
      const found = app.mails.find(({ to }) => to === emailOf(client));
      if (!found) throw new Error('no mail yet');
      return found;
    },
    { timeout: 20_000 },
  );
}

function linksIn({ text }: Mail): readonly string[] {
  return text.match(/\S+\/rate#\S+/g) ?? [];
}

function secretIn(mail: Mail): string {
  const [link = ''] = linksIn(mail);
  return (link.split('#')[1] ?? '').split('.')[0] ?? '';
}

async function tokenOf(client: Client): Promise<string> {
  return secretIn(await mailTo(client));
}
