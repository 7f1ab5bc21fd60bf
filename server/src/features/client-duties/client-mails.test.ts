import { accounts } from '@evenkeel/contract/accounts';
import { changeRequests } from '@evenkeel/contract/change-requests';
import { clientDuties } from '@evenkeel/contract/client-duties';
import { comments } from '@evenkeel/contract/comments';
import { contacts } from '@evenkeel/contract/contacts';
import { deliverables } from '@evenkeel/contract/deliverables';
import { files, uploads } from '@evenkeel/contract/files';
import { members } from '@evenkeel/contract/members';
import { notifications } from '@evenkeel/contract/notifications';
import { people } from '@evenkeel/contract/people';
import { portalNews } from '@evenkeel/contract/portal/news';
import { portalQuestions } from '@evenkeel/contract/portal/questions';
import { projects } from '@evenkeel/contract/projects';
import { promises } from '@evenkeel/contract/promises';
import { questions } from '@evenkeel/contract/questions';
import { tasks } from '@evenkeel/contract/tasks';
import { workingAgreements } from '@evenkeel/contract/working-agreements';
import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, ContactId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, test, vi } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { remindEverywhere } from '../reminders/jobs.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
const soon = addDays(today, 10);
let firm: Client;
/** Has a login, reads German. */
let anna: Client;
/** Has a login of the same account that stands for nobody. */
let board: Client;
let stranger: Client;
let accountId: AccountId;
let projectId: ProjectId;
let annaId: ContactId;
/** Has no login, reads French. */
let benId: ContactId;

beforeAll(async () => {
  firm = await app.client();
  const person = await firm.call(people.create, { body: { name: 'Grace' } });
  const all = await firm.call(members.list);
  await firm.call(members.update, {
    params: { id: firm.member.memberId },
    version: all.rows.find(({ id }) => id === firm.member.memberId)?.version ?? 0,
    body: { personId: person.id },
  });
  ({ id: accountId } = await firm.call(accounts.create, { body: { name: 'Harbour' } }));
  const body = { name: 'Website', kind: 'client', accountId, projectManagerId: person.id } as const;
  ({ id: projectId } = await firm.call(projects.create, { body }));
  annaId = await contact('Anna Berg', 'anna@harbour.example');
  benId = await contact('Ben Holm', 'ben@harbour.example', 'fr');
  anna = await app.clientUser({ of: firm, accountId });
  board = await app.clientUser({ of: firm, accountId });
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
  await write('update client_access set contact_id = $1 where member_id = $2', annaId, anna);
  await write(
    `update member set language = 'de', email = 'anna@harbour.example' where id = $1`,
    anna,
  );
  await write(`update member set email = 'board@harbour.example' where id = $1`, board);
  await write(`update project set state = 'executing' where id = $1`, projectId);
});

async function contact(name: string, email: string, language = 'en'): Promise<ContactId> {
  const made = await firm.call(contacts.create, {
    body: { name, language, emails: [{ email, label: '' }], accounts: [{ accountId }] },
  });
  return made.id;
}

async function write(statement: string, ...values: (string | Client)[]): Promise<void> {
  const ids = values.map((one) => (typeof one === 'string' ? one : one.member.memberId));
  await asOwner(app.databaseUrl, (database) => database.query(statement, ids));
}

function openPortal(isOpen: boolean): Promise<void> {
  return write(
    `update project set portal_opened_at = ${isOpen ? 'now()' : 'null'} where id = $1`,
    projectId,
  );
}

/** What the worker does by the clock. */
const remind = (day: CalendarDate) =>
  asOwner(app.databaseUrl, (owner) =>
    remindEverywhere(owner, app.app.database, new Date(`${day}T12:00:00Z`)),
  );

const ask = (contactId: ContactId, name: string, dueOn = soon) =>
  firm.call(clientDuties.create, {
    body: { projectId, name, kind: 'input', contactId, dueOn, details: 'As a list, please.' },
  });

async function told(client: Client): Promise<string[]> {
  const { rows } = await client.call(portalNews.list, { query: {} });
  return rows.map(({ title }) => title);
}

async function mailTo(to: string, about: string) {
  return vi.waitFor(
    () => {
      const found = app.mails.find((mail) => mail.to === to && mail.subject.includes(about));
      if (!found) throw new Error(`no mail to ${to} about ${about}`);
      return found;
    },
    { timeout: 15_000 },
  );
}

const mailsTo = (to: string, about: string) =>
  app.mails.filter((mail) => mail.to === to && mail.subject.includes(about));

test('while the portal is closed nobody at the client is written to (U06)', async () => {
  await ask(annaId, 'Closed for Anna');
  await ask(benId, 'Closed for Ben');
  await openPortal(true);
  await ask(benId, 'Open for Ben');
  await mailTo('ben@harbour.example', 'Open for Ben');
  expect(app.mails.filter(({ subject }) => subject.includes('Closed'))).toEqual([]);
});

test('who is asked for something hears of it in their language, and nobody else (CL-05, CL-22)', async () => {
  await ask(annaId, 'Opening hours');
  const mail = await mailTo('anna@harbour.example', 'Opening hours');
  expect(mail.subject).toMatch(/^Von Ihnen benötigt bis .+: Opening hours$/);
  expect(mail.text).toContain('As a list, please.');
  expect(mail.text).toContain(`/portal/projects/${projectId}/needs`);
  expect((await told(anna))[0]).toBe(mail.subject);
  expect(await told(board)).toEqual([]);
  expect(await told(stranger)).toEqual([]);
});

test('a contact without a login gets a letter without a link, to be answered by mail (CL-05)', async () => {
  await ask(benId, 'Logo as vector');
  const mail = await mailTo('ben@harbour.example', 'Logo as vector');
  expect(mail.subject).toMatch(/^Attendu de votre part d’ici le/);
  expect(mail.text).toContain('Projet : Website');
  expect(mail.text).not.toContain('/portal');
  expect(await told(board)).toEqual([]);
});

test('a named contact who cannot be reached is asked through everybody who sees the project', async () => {
  const { id } = await firm.call(contacts.create, {
    body: { name: 'Cleo', accounts: [{ accountId }] },
  });
  await ask(id, 'Access to the server');
  expect(await told(board)).toEqual([expect.stringContaining('Access to the server')]);
  expect((await told(anna))[0]).toContain('Access to the server');
});

test('the day by which they are asked for something is no promise of ours (B08, B15)', async () => {
  await openPortal(true);
  await ask(annaId, 'Plans of the ground floor');
  const { rows } = await firm.call(promises.list, { query: { projectId, versions: 'all' } });
  expect(rows.map(({ wording }) => wording)).not.toContain('Plans of the ground floor');
});

test('of what is due and overdue the client is reminded once each, and the manager hears what is overdue (CL-05)', async () => {
  await ask(annaId, 'Price list');
  await ask(benId, 'Photos');
  for (const days of [-3, -2, -2, -1, 0, 1, 3, 4]) await remind(addDays(soon, days));
  const ofAnna = (await told(anna)).filter((title) => title.endsWith('Price list'));
  expect(ofAnna.map((title) => title.split(' ')[0])).toEqual([
    'Überfällig',
    'Erinnerung,',
    'Erinnerung,',
    'Von',
  ]);
  await vi.waitFor(() => expect(mailsTo('ben@harbour.example', 'Photos')).toHaveLength(4), 15_000);
  const { rows } = await firm.call(notifications.list, { query: { topic: 'due' } });
  const late = rows.map(({ title }) => title).filter((title) => title.endsWith('Price list'));
  expect(late).toEqual(['Anna Berg is late since yesterday with: Price list']);
});

test('what is asked late is not reminded of at once, and moved it is asked anew (CL-05)', async () => {
  const duty = await ask(annaId, 'Contract', addDays(today, 1));
  await remind(today);
  const { rows } = await firm.call(clientDuties.list, { query: { projectId } });
  const version = rows.find(({ id }) => id === duty.id)?.version ?? 0;
  const body = { dueOn: addDays(today, 20) };
  await firm.call(clientDuties.update, { params: { id: duty.id }, version, body });
  await remind(addDays(today, 18));
  const titles = (await told(anna)).filter((title) => title.endsWith('Contract'));
  expect(titles.map((title) => title.split(' ')[0])).toEqual(['Erinnerung,', 'Von', 'Von']);
});

test('of a version those hear who decide on it, and the others that there is something to see (CL-25)', async () => {
  const { id } = await firm.call(deliverables.create, { body: { projectId, name: 'Design' } });
  const bytes = Buffer.from('design');
  const upload = await firm.call(uploads.begin, { body: { byteSize: bytes.byteLength } });
  await firm.call(uploads.putPart, {
    params: { id: upload.id, position: 0 },
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  });
  const subject = { kind: 'deliverable', id } as const;
  const file = await firm.call(files.create, {
    body: { uploadId: upload.id, subject, name: 'a.txt' },
  });
  const drafted = await firm.call(deliverables.addVersion, {
    params: { id },
    body: { fileIds: [file.id] },
  });
  const versionId = drafted.versions[0]?.id ?? '';
  await firm.call(deliverables.ask, {
    params: { id, versionId: versionId as NonNullable<(typeof drafted.versions)[0]>['id'] },
    body: { contactIds: [annaId, benId], dueOn: soon },
  });
  expect(await told(anna)).toContainEqual(
    expect.stringMatching(/^Zu Ihrer Freigabe bis .+: Design, Version 1$/),
  );
  expect(await told(board)).toContain('New for you to see: Design, version 1');
  await mailTo('ben@harbour.example', 'Design, version 1');
  expect((await told(anna)).filter((title) => title.includes('Design'))).toHaveLength(1);
});

test('a working agreement, a priced change and an answered question reach the client (CL-02, CL-20)', async () => {
  const params = { projectId };
  const { suggestion } = await firm.call(workingAgreements.get, { params });
  await firm.call(workingAgreements.save, { params, body: { content: suggestion } });
  await firm.call(workingAgreements.propose, { params });
  expect(await told(board)).toContain('Please read and confirm the working agreement for Website');
  const change = await firm.call(changeRequests.create, {
    body: {
      projectId,
      name: 'A shop',
      givenPrice: 250_000,
      work: [{ name: 'Build', roleId: null, estimateMinutes: 600, afterId: null, beforeId: null }],
    },
  });
  await firm.call(changeRequests.send, { params: { id: change.id }, version: change.version });
  const mail = await mailTo('board@harbour.example', 'A shop');
  expect(mail.text).toContain('Price: €2,500.00');
  await anna.call(portalQuestions.ask, { params, body: { question: 'Is it ready?' } });
  const { rows } = await firm.call(questions.list, { query: { projectId } });
  const [asked] = rows;
  if (!asked) throw new Error('no question');
  const answered = await firm.call(questions.update, {
    params: { id: asked.id },
    version: asked.version,
    body: { answer: 'It is.' },
  });
  await firm.call(questions.publish, { params: { id: asked.id }, version: answered.version });
  expect(await told(anna)).toContain('Ihre Frage ist beantwortet: Is it ready?');
  expect(await told(board)).toContain('Question and answer on Website: Is it ready?');
  expect(await told(stranger)).toEqual([]);
});

test('what another account is told reaches nobody here, and no letter holds what only the firm knows (CL-14)', async () => {
  const other = await firm.call(accounts.create, { body: { name: 'Velden' } });
  const body = { name: 'Wharf', kind: 'client', accountId: other.id } as const;
  const project = await firm.call(projects.create, { body });
  await write('update project set portal_opened_at = now() where id = $1', project.id);
  const { id: contactId } = await firm.call(contacts.create, {
    body: {
      name: 'Zoe Velden',
      emails: [{ email: 'zoe@velden.example', label: '' }],
      accounts: [{ accountId: other.id }],
    },
  });
  const task = await firm.call(tasks.create, { body: { projectId, name: 'Only the firm knows' } });
  await firm.call(comments.create, {
    body: { subject: { kind: 'client-project', id: projectId }, body: 'Only the firm says' },
  });
  await firm.call(clientDuties.create, {
    body: {
      projectId: project.id,
      name: 'Key to the wharf',
      kind: 'access',
      contactId,
      dueOn: soon,
    },
  });
  const letter = await mailTo('zoe@velden.example', 'Key to the wharf');
  expect(letter.text).not.toMatch(/Harbour|Website/);
  for (const reader of [anna, board]) {
    expect((await told(reader)).filter((title) => title.includes('wharf'))).toEqual([]);
  }
  const here = app.mails.filter(({ to }) => to.endsWith('@harbour.example'));
  expect(here.length).toBeGreaterThan(5);
  for (const { subject, text } of here) {
    expect(`${subject} ${text}`).not.toMatch(/wharf|Velden|Only the firm/);
  }
  expect(task.isClientVisible).toBe(false);
});
