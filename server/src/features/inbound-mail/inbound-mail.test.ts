import { createHmac } from 'node:crypto';
import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { contacts } from '@evenkeel/contract/contacts';
import { files } from '@evenkeel/contract/files';
import { inboundMail } from '@evenkeel/contract/inbound-mail';
import { interactions } from '@evenkeel/contract/interactions';
import { notifications } from '@evenkeel/contract/notifications';
import { portalNews } from '@evenkeel/contract/portal/news';
import { projects } from '@evenkeel/contract/projects';
import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMail } from '../../platform/mail/read-mail.ts';
import {
  type HandedMail,
  listenForMail,
  type SmtpListener,
} from '../../platform/mail/smtp-listener.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

/** A mail server of the world outside: what we send arrives here. */
const outside: HandedMail[] = [];
const world: SmtpListener = await listenForMail({
  host: '127.0.0.1',
  port: 0,
  mostBytes: 5_000_000,
  accepts: () => true,
  take: async (mail) => void outside.push(mail),
  onError: () => undefined,
});
const secret = 'a secret of thirty-two characters or more';
const app = await startTestApp({
  EVENKEEL_URL: 'https://keel.example',
  SMTP_URL: `smtp://127.0.0.1:${world.port}`,
  MAIL_DOMAIN: 'in.keel.example',
  INBOUND_SMTP_PORT: '0',
  INBOUND_MAIL_SECRET: secret,
});
afterAll(() => world.close());

let port: number;
let ada: Client;
let ben: Client;
let accountId: AccountId;
let projectId: ProjectId;
let subject: SubjectRef;

beforeAll(async () => {
  port = (await app.app.takeMail()) ?? 0;
  ada = await app.client();
  ben = await app.client({ role: 'member', workspaceOf: ada });
  accountId = (await ada.call(accounts.create, { body: { name: 'Harbour Foods' } })).id;
  const body = { kind: 'client', name: 'Website', accountId } as const;
  projectId = (await ada.call(projects.create, { body })).id;
  subject = { kind: 'client-project', id: projectId };
});

const addressOfMember = (client: Client) => `${client.member.userId}@example.com`;

type Sent = {
  from: string;
  to: string;
  subject?: string;
  text?: string;
  messageId?: string;
  headers?: Record<string, string>;
  attachments?: { filename: string; content: string }[];
};

/** Sends a mail to our own listener, as any mail server would. */
async function send(mail: Sent): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  await transport.sendMail({ subject: 'Re: Website', ...mail });
  transport.close();
}

/** The last mail that reached somebody outside, once there is a new one. */
async function lastMailTo(client: Client, after: number) {
  const mine = () => outside.filter(({ to }) => to.includes(addressOfMember(client)));
  await expect.poll(() => mine().length, { timeout: 10_000 }).toBeGreaterThan(after);
  const raw = mine().at(-1)?.raw;
  return readMail(raw ?? Buffer.from(''));
}

const said = async () => {
  const query = { subjectKind: subject.kind, subjectId: subject.id, sort: 'createdAt' } as const;
  return (await ada.call(comments.list, { query })).rows;
};

/** Ada says something to Ben on the project; his mail about it, and where an answer to it goes. */
async function askBen(isClientVisible: boolean) {
  const before = outside.filter(({ to }) => to.includes(addressOfMember(ben))).length;
  await ada.call(comments.create, {
    body: {
      subject,
      body: 'Can we move the workshop?',
      isClientVisible,
      mentionIds: [ben.member.memberId],
    },
  });
  const mail = await lastMailTo(ben, before);
  return mail.head.get('reply-to')?.[0] ?? '';
}

describe('an answer by mail', () => {
  test('lands on the thread that it answers, in its audience, without what it quotes, with what is attached (CL-11)', async () => {
    const to = await askBen(false);
    expect(to).toMatch(/^reply\+[a-z2-7]{42}@in\.keel\.example$/);
    await send({
      from: addressOfMember(ben),
      to,
      text: 'Yes, to Tuesday.\n\nOn Mon, 11 May 2026, Ada <a@b.example> wrote:\n> Can we move it?\n',
      attachments: [{ filename: 'plan.txt', content: 'Tuesday' }],
    });
    const last = (await said()).at(-1);
    expect(last).toMatchObject({
      body: 'Yes, to Tuesday.',
      isClientVisible: false,
      author: { memberId: ben.member.memberId },
    });
    const query = { subjectKind: subject.kind, subjectId: subject.id };
    expect((await ada.call(files.list, { query })).rows).toMatchObject([{ name: 'plan.txt' }]);
    await expect
      .poll(async () => (await ada.call(notifications.list)).rows.map(({ title }) => title))
      .toContain('Test member wrote on Website');
    await send({ from: addressOfMember(ben), to: await askBen(true), text: 'For the client too' });
    expect((await said()).at(-1)).toMatchObject({
      body: 'For the client too',
      isClientVisible: true,
    });
  });

  test('keeps no attachment of a type that is not taken, and says so (CL-11, CL-19)', async () => {
    await send({
      from: addressOfMember(ben),
      to: await askBen(false),
      text: 'See the two files.',
      attachments: [
        { filename: 'agenda.txt', content: 'Wednesday' },
        { filename: 'setup.exe', content: 'MZ' },
      ],
    });
    expect((await said()).at(-1)?.body).toBe(
      'See the two files.\n\nNot kept, for the type of file: setup.exe',
    );
    const query = { subjectKind: subject.kind, subjectId: subject.id };
    const names = (await ada.call(files.list, { query })).rows.map(({ name }) => name);
    expect(names).toContain('agenda.txt');
    expect(names).not.toContain('setup.exe');
  });

  test('is taken once, however often it comes', async () => {
    const mail = {
      from: addressOfMember(ben),
      to: await askBen(false),
      messageId: '<once@b.example>',
    };
    await send({ ...mail, text: 'Once' });
    await send({ ...mail, text: 'Once' });
    expect((await said()).filter(({ body }) => body === 'Once')).toHaveLength(1);
  });

  test('from somebody else waits until it is looked through, and says nothing in their name', async () => {
    const to = await askBen(false);
    const count = (await said()).length;
    await send({ from: 'eve@evil.example', to, text: 'Pay me', subject: 'Invoice' });
    expect(await said()).toHaveLength(count);
    const waiting = await ada.call(inboundMail.list, { query: { state: 'waiting' } });
    expect(waiting.rows).toMatchObject([
      { from: { address: 'eve@evil.example' }, name: 'Invoice', reason: 'other-sender' },
    ]);
    const params = { id: waiting.rows[0]?.id as never };
    expect((await ada.call(inboundMail.discard, { params })).state).toBe('discarded');
    expect((await ada.refused(inboundMail.accept, { params })).code).toBe('wrong-state');
  });

  test('of a program, of nobody and of ourselves is dropped (RFC 3834)', async () => {
    const to = await askBen(false);
    const count = (await said()).length;
    const from = addressOfMember(ben);
    await send({ from, to, text: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } });
    await send({ from, to, text: 'Round and round', headers: { 'X-Evenkeel': 'in.keel.example' } });
    await send({ from, to, text: '> only a quote' });
    expect(await said()).toHaveLength(count);
    expect((await ada.call(inboundMail.list, { query: { state: 'waiting' } })).rows).toEqual([]);
  });

  test('to an address that we did not sign is refused before it is sent', async () => {
    const to = `reply+${'a'.repeat(42)}@in.keel.example`;
    await expect(send({ from: 'a@b.example', to, text: 'x' })).rejects.toThrow(/550|rejected/);
    await expect(send({ from: 'a@b.example', to: 'c@d.example', text: 'x' })).rejects.toThrow();
  });
});

describe('a client', () => {
  test('is told in their language, answers by mail, and is heard where they still see it (CL-17, CL-19)', async () => {
    await asOwner(app.databaseUrl, async (owner) => {
      await owner.query(`update project set portal_opened_at = now() where id = $1`, [projectId]);
      await owner.query(`update account set language = 'de' where id = $1`, [accountId]);
    });
    const grace = await app.clientUser({ of: ada, accountId });
    await ada.call(comments.create, { body: { subject, body: 'Only for us' } });
    await ada.call(comments.create, {
      body: { subject, body: 'Passt Dienstag?', isClientVisible: true },
    });
    const mail = await lastMailTo(grace, 0);
    expect(mail.subject).toBe('Test owner hat zu Website geschrieben');
    expect(mail.text).toContain('Sie können einfach auf diese Nachricht antworten.');
    expect(mail.text).toContain(`/portal/projects/${projectId}/messages`);
    expect(mail.text).not.toContain('Only for us');
    const news = await grace.call(portalNews.list);
    expect(news).toMatchObject({
      unread: 1,
      rows: [{ topic: 'client-message', body: 'Passt Dienstag?' }],
    });
    await grace.call(portalNews.setRead, { body: {} });
    expect((await grace.call(portalNews.list)).unread).toBe(0);
    const off = { topic: 'client-report', inApp: true, mail: 'off' } as const;
    const chosen = await grace.call(portalNews.changeSettings, { body: { choices: [off] } });
    expect(chosen.choices.filter(({ mail: time }) => time === 'off')).toEqual([off]);
    const to = mail.head.get('reply-to')?.[0] ?? '';
    await send({ from: addressOfMember(grace), to, text: 'Ja, gern.' });
    expect((await said()).at(-1)).toMatchObject({
      body: 'Ja, gern.',
      isClientVisible: true,
      author: { memberId: grace.member.memberId },
    });
    await asOwner(app.databaseUrl, (owner) =>
      owner.query(`update project set portal_opened_at = null where id = $1`, [projectId]),
    );
    await send({ from: addressOfMember(grace), to, text: 'Noch etwas' });
    expect((await said()).at(-1)?.body).toBe('Ja, gern.');
    const { rows } = await ada.call(inboundMail.list, { query: { state: 'waiting' } });
    expect(rows).toMatchObject([{ reason: 'gone', body: expect.stringContaining('Noch etwas') }]);
  });
});

describe('the address of an account or a project', () => {
  test('takes what members forward and contacts send, as e-mail with contacts and attachments (CL-11, U23)', async () => {
    const { address } = await ada.call(inboundMail.address, { body: { projectId } });
    expect(address).toMatch(/^record\+/);
    const again = await ben.call(inboundMail.address, { body: { projectId } });
    expect(again.address).toBe(address);
    const contact = await ada.call(contacts.create, {
      body: {
        name: 'Grace Hafen',
        emails: [{ email: 'grace@harbour.example', label: '' }],
        accounts: [{ accountId }],
      } as never,
    });
    await send({
      from: 'Grace Hafen <grace@harbour.example>',
      to: address ?? '',
      subject: 'AW: Fwd: Offer',
      text: 'As discussed.',
      attachments: [{ filename: 'offer.pdf', content: '%PDF-1.7' }],
    });
    const { rows } = await ada.call(interactions.list, { query: { projectId } });
    expect(rows).toMatchObject([
      {
        kind: 'email',
        name: 'Offer',
        direction: 'in',
        account: { id: accountId },
        contacts: [{ id: contact.id }],
      },
    ]);
    const query = { subjectKind: subject.kind, subjectId: subject.id, search: 'offer' };
    expect((await ada.call(files.list, { query })).rows).toMatchObject([{ name: 'offer.pdf' }]);
  });

  test('lets strangers wait, with their attachments, until somebody takes them in', async () => {
    const { address } = await ada.call(inboundMail.address, { body: { accountId } });
    await send({
      from: 'new@harbour.example',
      to: address ?? '',
      subject: 'Hello',
      text: 'We want more',
      attachments: [{ filename: 'wishes.txt', content: 'more' }],
    });
    const { rows } = await ben.call(inboundMail.list, {
      query: { state: 'waiting', search: 'more' },
    });
    expect(rows[0]?.files).toMatchObject([{ name: 'wishes.txt', byteSize: 4 }]);
    await ben.call(inboundMail.accept, { params: { id: rows[0]?.id as never } });
    const kept = await ada.call(interactions.list, { query: { accountId, search: 'Hello' } });
    expect(kept.rows).toMatchObject([{ name: 'Hello', kind: 'email' }]);
    const query = { subjectKind: 'account', subjectId: accountId } as const;
    expect((await ada.call(files.list, { query })).rows).toMatchObject([{ name: 'wishes.txt' }]);
  });
});

test('a provider hands mail in over HTTP, signed with the shared secret (U23)', async () => {
  const to = await askBen(false);
  const raw = Buffer.from(
    `From: ${addressOfMember(ben)}\r\nTo: ${to}\r\nSubject: Re\r\nMessage-ID: <http@b>\r\n\r\nOver HTTP\r\n`,
  );
  const hand = (signature: string) =>
    app.app.http.inject({
      method: 'POST',
      url: '/api/v1/inbound-mail/messages',
      headers: { 'content-type': 'message/rfc822', 'x-evenkeel-signature': signature },
      payload: raw,
    });
  expect((await hand('00')).statusCode).toBe(403);
  const signature = createHmac('sha256', secret).update(raw).digest('hex');
  expect((await hand(signature)).statusCode).toBe(200);
  expect((await said()).at(-1)?.body).toBe('Over HTTP');
});
