import { notifications } from '@evenkeel/contract/notifications';
import { beforeAll, expect, test } from 'vitest';
import { withSystemScope } from '../../platform/db/scope.ts';
import { openMailer } from '../../platform/mail/mailer.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { sendDigests } from './jobs.ts';
import { type Notice, notify } from './service.ts';

const app = await startTestApp({ EVENKEEL_URL: 'https://keel.example' });
let client: Client;
let other: Client;

beforeAll(async () => {
  client = await app.client();
  other = await app.client({ role: 'member', workspaceOf: client });
});

/** What happens by itself tells people of something. */
function tell(notice: Partial<Notice> & { readonly to: Notice['to'] }): Promise<number> {
  return withSystemScope(
    app.app.database,
    { id: client.member.workspaceId, timeZone: 'Europe/Berlin', currency: 'EUR' },
    (scope) =>
      notify(scope, { topic: 'mention', key: 'a', title: 'Something happened', ...notice }),
    { source: 'test', now: new Date() },
  );
}

const mailsTo = (to: Client) =>
  app.mails.filter((mail) => mail.to === `${to.member.userId}@example.com`);

/** The daily digest as the worker sends it, at a moment. */
function digests(now: Date): Promise<number> {
  const post = { mailer: openMailer(null), publicUrl: 'https://keel.example', signing: null };
  return asOwner(app.databaseUrl, (owner) => sendDigests(owner, app.app.database, { now, post }));
}

test('a person is told once of one thing, in the app and by mail, and each only of their own (PM-17)', async () => {
  const to = { members: [client.member.memberId] };
  expect(await tell({ to, body: 'First.\n\nSecond.', path: '/deals' })).toBe(1);
  expect(await tell({ to, title: 'The same again' })).toBe(0);
  const { rows } = await client.call(notifications.list);
  expect(rows).toMatchObject([
    { title: 'Something happened', path: '/deals', by: null, readAt: null, topic: 'mention' },
  ]);
  expect((await other.call(notifications.list)).rows).toEqual([]);
  await expect.poll(() => mailsTo(client).length).toBe(1);
  expect(mailsTo(client)[0]).toMatchObject({
    subject: 'Something happened',
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  expect(mailsTo(client)[0]?.text).toContain('https://keel.example/deals');
  expect(mailsTo(client)[0]?.text).toContain('https://keel.example/settings/notifications');
});

test('the inbox counts what is not read, and one or all are read and not read again (PM-17)', async () => {
  await tell({ to: { members: [client.member.memberId] }, key: 'b', title: 'Another' });
  expect((await client.call(notifications.unread)).count).toBe(2);
  const { rows } = await client.call(notifications.list, { query: { sort: '-createdAt' } });
  await client.call(notifications.setRead, {
    body: { ids: rows.slice(0, 1).map(({ id }) => id), isRead: true },
  });
  expect((await client.call(notifications.unread)).count).toBe(1);
  const unread = await client.call(notifications.list, { query: { unread: 'true' } });
  expect(unread.rows.map(({ title }) => title)).toEqual(['Something happened']);
  // Somebody else's are out of reach, whatever ids they name.
  await other.call(notifications.setRead, {
    body: { ids: unread.rows.map(({ id }) => id), isRead: true },
  });
  expect((await client.call(notifications.unread)).count).toBe(1);
  await client.call(notifications.setRead, { body: { isRead: true } });
  expect((await client.call(notifications.unread)).count).toBe(0);
});

test('each topic is heard of as the person chose: in the app, by mail, in the digest, or not at all (U24)', async () => {
  const usual = await other.call(notifications.settings);
  expect(usual).toMatchObject({ digestHour: 7, timeZone: 'Europe/Berlin' });
  const settings = await other.call(notifications.changeSettings, {
    body: {
      choices: [
        { topic: 'mention', inApp: true, mail: 'off' },
        { topic: 'clash', inApp: false, mail: 'off' },
        { topic: 'client-duty', inApp: false, mail: 'off' },
      ],
    },
  });
  expect(settings.choices.find(({ topic }) => topic === 'clash')?.inApp).toBe(false);
  expect(settings.choices.map(({ topic }) => topic)).toEqual(
    usual.choices.map(({ topic }) => topic),
  );
  const to = { members: [other.member.memberId] };
  await tell({ to, key: 'c' });
  await tell({ to, key: 'd', topic: 'clash' });
  expect((await other.call(notifications.list)).rows.map(({ topic }) => topic)).toEqual([
    'mention',
  ]);
  expect(mailsTo(other)).toEqual([]);
});

test('the digest is one mail a day, at the hour where the person is, of what is not read yet (U24)', async () => {
  const to = { members: [other.member.memberId] };
  await tell({ to, key: 'e', topic: 'due', title: 'Task one is due' });
  await tell({ to, key: 'f', topic: 'schedule', title: 'Task two moved' });
  await tell({ to, key: 'g', topic: 'due', title: 'Read already' });
  const { rows } = await other.call(notifications.list, { query: { search: 'Read already' } });
  await other.call(notifications.setRead, {
    body: { ids: rows.map(({ id }) => id), isRead: true },
  });
  // Half past six in Berlin, and half past seven.
  expect(await digests(new Date('2031-06-02T04:30:00Z'))).toBe(0);
  expect(await digests(new Date('2031-06-02T05:30:00Z'))).toBe(1);
  await expect.poll(() => mailsTo(other).length).toBe(1);
  const [digest] = mailsTo(other);
  expect(digest?.subject).toBe('Your day at Test firm: 2 things to know');
  expect(digest?.text).toContain('Task one is due');
  expect(digest?.text).toContain('Task two moved');
  expect(digest?.text).not.toContain('Read already');
  await tell({ to, key: 'h', topic: 'due', title: 'Later that day' });
  expect(await digests(new Date('2031-06-02T09:00:00Z'))).toBe(0);
  expect(await digests(new Date('2031-06-03T06:00:00Z'))).toBe(1);
  expect(await digests(new Date('2031-06-04T06:00:00Z'))).toBe(0);
});
