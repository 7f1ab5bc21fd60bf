import { accounts } from '@evenkeel/contract/accounts';
import { clientDuties } from '@evenkeel/contract/client-duties';
import { contacts } from '@evenkeel/contract/contacts';
import { files } from '@evenkeel/contract/files';
import { portalDuties } from '@evenkeel/contract/portal/duties';
import { portalFiles } from '@evenkeel/contract/portal/files';
import { portalUploads } from '@evenkeel/contract/portal/uploads';
import { projects } from '@evenkeel/contract/projects';
import { addDays } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, test } from 'vitest';
import { dayIn } from '../../../platform/clock.ts';
import { type Client, startTestApp } from '../../../test/app.ts';
import { asOwner } from '../../../test/factories.ts';

const app = await startTestApp();
const text = 'Monday to Friday, 9 to 17';
let firm: Client;
let anna: Client;
let stranger: Client;
let projectId: ProjectId;
let duty: Awaited<ReturnType<typeof ask>>;

beforeAll(async () => {
  firm = await app.client();
  const { id: accountId } = await firm.call(accounts.create, { body: { name: 'Harbour' } });
  ({ id: projectId } = await firm.call(projects.create, {
    body: { name: 'Website', kind: 'client', accountId },
  }));
  await asOwner(app.databaseUrl, (database) =>
    database.query('update project set portal_opened_at = now() where id = $1', [projectId]),
  );
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  anna = await app.clientUser({ of: firm, accountId });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
  const { id: contactId } = await firm.call(contacts.create, {
    body: { name: 'Anna', accounts: [{ accountId }] },
  });
  duty = await ask(contactId);
});

function ask(contactId: Awaited<ReturnType<typeof firm.call<typeof contacts.create>>>['id']) {
  const dueOn = addDays(dayIn('Europe/Berlin', new Date()), 7);
  const body = { projectId, name: 'Opening hours', kind: 'input', contactId, dueOn } as const;
  return firm.call(clientDuties.create, { body });
}

async function send(client: Client, content: string) {
  const body = Buffer.from(content);
  const { id } = await client.call(portalUploads.begin, {
    params: { projectId },
    body: { byteSize: body.byteLength },
  });
  await client.call(portalUploads.putPart, {
    params: { projectId, id, position: 0 },
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return id;
}

test('a client answers a duty with a file, which both sides read and nobody else (CL-05, CL-19)', async () => {
  const uploadId = await send(anna, text);
  const answered = await anna.call(portalDuties.answer, {
    params: { projectId, dutyId: duty.id },
    version: duty.version,
    body: { answer: 'See the list.', files: [{ uploadId, name: 'hours.txt' }] },
  });
  expect(answered.files).toMatchObject([{ name: 'hours.txt', byteSize: text.length }]);
  const query = { subjectKind: 'task', subjectId: duty.task.id } as const;
  const { rows } = await firm.call(files.list, { query });
  expect(rows).toMatchObject([{ name: 'hours.txt', byteSize: text.length }]);
  const { rows: shared } = await anna.call(portalFiles.list, { params: { projectId } });
  expect(shared.map(({ name }) => name)).toEqual(['hours.txt']);
  const content = (of: Client) =>
    app.app.http.inject({
      url: portalFiles.content.path.replace(':id', rows[0]?.id ?? ''),
      headers: { authorization: `Bearer ${of.member.token}` },
    });
  expect((await content(anna)).body).toBe(text);
  expect((await content(stranger)).statusCode).toBe(404);
});

test('a file is sent only for a project that one sees, by whom began it, whole and not too large (U06)', async () => {
  const params = { projectId };
  const begin = (client: Client, byteSize: number) =>
    client.refused(portalUploads.begin, { params, body: { byteSize } });
  expect((await begin(stranger, 3)).code).toBe('not-found');
  expect((await begin(anna, 201 * 1024 * 1024)).code).toBe('invalid-input');
  const uploadId = await send(anna, 'abc');
  const colleague = await app.client({ role: 'member', workspaceOf: firm });
  const taken = await colleague.refused(files.create, {
    body: { uploadId, subject: { kind: 'task', id: duty.task.id }, name: 'taken.txt' },
  });
  expect(taken.code).toBe('not-found');
  const { rows } = await firm.call(clientDuties.list, { query: { projectId } });
  const sentBack = await firm.call(clientDuties.step, {
    params: { id: duty.id },
    version: rows[0]?.version ?? 0,
    body: { step: 'send-back', reason: 'Weekends are missing.' },
  });
  const { id } = await anna.call(portalUploads.begin, { params, body: { byteSize: 3 } });
  const half = await anna.refused(portalDuties.answer, {
    params: { projectId, dutyId: duty.id },
    version: sentBack.version,
    body: { answer: '', files: [{ uploadId: id, name: 'half.txt' }] },
  });
  expect(half.code).toBe('wrong-state');
  const { rows: after } = await anna.call(portalDuties.list, { params });
  expect(after).toMatchObject([{ state: 'asked' }]);
});
