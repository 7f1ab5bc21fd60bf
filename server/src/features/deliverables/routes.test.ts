import { createHash } from 'node:crypto';
import { accounts } from '@evenkeel/contract/accounts';
import { clientDuties } from '@evenkeel/contract/client-duties';
import { contacts } from '@evenkeel/contract/contacts';
import { type DeliverableView, deliverables } from '@evenkeel/contract/deliverables';
import { files, uploads } from '@evenkeel/contract/files';
import { portalDeliverables } from '@evenkeel/contract/portal/deliverables';
import { portalDuties } from '@evenkeel/contract/portal/duties';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays } from '@evenkeel/core/calendar-date';
import { manifestOf } from '@evenkeel/core/deliverables/deliverable';
import type { AccountId, ContactId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { backdateDuty } from '../client-duties/backdated.fixture.ts';

const app = await startTestApp();
const soon = addDays(dayIn('Europe/Berlin', new Date()), 7);
let firm: Client;
let anna: Client;
let ben: Client;
let stranger: Client;
let accountId: AccountId;
let projectId: ProjectId;
let annaId: ContactId;
let benId: ContactId;
let milestoneId: TaskId;

beforeAll(async () => {
  firm = await app.client({ role: 'member' });
  const account = await firm.call(accounts.create, { body: { name: 'Harbour' } });
  accountId = account.id;
  const project = await firm.call(projects.create, {
    body: { name: 'Site', kind: 'client', accountId },
  });
  projectId = project.id;
  annaId = await contact('Anna Berg');
  benId = await contact('Ben Holm');
  const milestone = await firm.call(tasks.create, {
    body: { projectId, name: 'Design accepted', isMilestone: true },
  });
  milestoneId = milestone.id;
  await asOwner(app.databaseUrl, (database) =>
    database.query('update project set portal_opened_at = now() where id = $1', [projectId]),
  );
  anna = await clientUser(annaId);
  ben = await clientUser(benId);
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

async function contact(name: string): Promise<ContactId> {
  const { id } = await firm.call(contacts.create, { body: { name, accounts: [{ accountId }] } });
  return id;
}

async function clientUser(contactId: ContactId): Promise<Client> {
  const client = await app.clientUser({ of: firm, accountId });
  await asOwner(app.databaseUrl, (database) =>
    database.query('update client_access set contact_id = $1 where member_id = $2', [
      contactId,
      client.member.memberId,
    ]),
  );
  return client;
}

async function make(name: string, more: { milestoneId?: TaskId } = {}): Promise<DeliverableView> {
  return firm.call(deliverables.create, { body: { projectId, name, ...more } });
}

async function addFile({ id }: DeliverableView, name: string, text: string) {
  const body = Buffer.from(text);
  const upload = await firm.call(uploads.begin, { body: { byteSize: body.byteLength } });
  await firm.call(uploads.putPart, {
    params: { id: upload.id, position: 0 },
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
  return firm.call(files.create, {
    body: { uploadId: upload.id, subject: { kind: 'deliverable', id }, name },
  });
}

async function ask(deliverable: DeliverableView, contactIds: ContactId[], text = 'first') {
  const file = await addFile(deliverable, `${text}.txt`, text);
  const params = { id: deliverable.id };
  const drafted = await firm.call(deliverables.addVersion, {
    params,
    body: { fileIds: [file.id] },
  });
  const [version] = drafted.versions;
  if (!version) throw new Error('no version');
  return firm.call(deliverables.ask, {
    params: { ...params, versionId: version.id },
    body: { contactIds, dueOn: soon },
  });
}

async function seenBy(client: Client, name: string) {
  const { rows } = await client.call(portalDeliverables.list, { params: { projectId } });
  return rows.find((row) => row.name === name);
}

async function decide(
  client: Client,
  name: string,
  body: { decision: 'approved' | 'rejected'; reason?: string },
) {
  const approvalId = (await seenBy(client, name))?.versions[0]?.approvals.find(
    ({ isMine }) => isMine,
  )?.id;
  if (!approvalId) throw new Error('nothing to decide');
  return client.call(portalDeliverables.decide, { params: { projectId, approvalId }, body });
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a deliverable (CL-25, PM-20)', () => {
  test('is seen by the client only once they are asked, with name, time and hash of what they approve', async () => {
    const made = await make('Brand book', { milestoneId });
    expect(await seenBy(anna, 'Brand book')).toBeUndefined();
    const asked = await ask(made, [annaId, benId]);
    expect(asked).toMatchObject({ state: 'asked', versions: [{ number: 1, state: 'asked' }] });
    const sha256 = hashOf('first');
    expect(asked.versions[0]?.files).toMatchObject([{ name: 'first.txt', sha256 }]);
    const seen = await seenBy(anna, 'Brand book');
    expect(seen).toMatchObject({ state: 'asked', versions: [{ files: [{ sha256 }] }] });
    expect(seen?.versions[0]?.approvals.map(({ contact, isMine }) => [contact, isMine])).toEqual([
      ['Anna Berg', true],
      ['Ben Holm', false],
    ]);
    const half = await decide(anna, 'Brand book', { decision: 'approved' });
    expect(half.state).toBe('asked');
    const whole = await decide(ben, 'Brand book', { decision: 'approved' });
    expect(whole.state).toBe('approved');
    const manifest = hashOf(manifestOf([{ name: 'first.txt', sha256 }]));
    const kept = await firm.call(deliverables.get, { params: { id: made.id } });
    expect(kept.versions[0]?.approvals).toMatchObject([
      { decision: 'approved', decidedBy: 'Test client', manifestHash: manifest },
      { decision: 'approved', decidedBy: 'Test client', manifestHash: manifest },
    ]);
    expect(kept.versions[0]?.approvals[0]?.decidedAt).not.toBeNull();
  });

  test('asks each contact for the approval in the language they read (CL-03)', async () => {
    const carla = await firm.call(contacts.create, {
      body: { name: 'Carla Blanc', language: 'fr-CH', accounts: [{ accountId }] },
    });
    await ask(await make('Charte'), [annaId, carla.id]);
    const { rows } = await firm.call(clientDuties.list, { query: { projectId } });
    expect(rows.map(({ task }) => task.name)).toEqual(
      expect.arrayContaining(['Approve Charte, version 1', 'Approuver Charte, version 1']),
    );
  });

  test('that is approved is locked by the database: version, approvals, file and bytes', async () => {
    const made = await make('Contract of use');
    await ask(made, [annaId]);
    await decide(anna, 'Contract of use', { decision: 'approved' });
    const { versions } = await firm.call(deliverables.get, { params: { id: made.id } });
    const fileId = versions[0]?.files[0]?.fileId;
    if (!fileId) throw new Error('no file');
    const refused = await firm.refused(files.remove, { params: { id: fileId } });
    expect(refused.code).toBe('wrong-state');
    const renamed = { params: { id: fileId }, version: 2, body: { name: 'other.txt' } };
    expect((await firm.refused(files.update, renamed)).code).toBe('wrong-state');
    for (const statement of [
      `update deliverable_version set note = 'x' where deliverable_id = '${made.id}'`,
      `delete from deliverable_version where deliverable_id = '${made.id}'`,
      `update deliverable_file set sha256 = '${'0'.repeat(64)}' where deliverable_id = '${made.id}'`,
      `update approval set decided_name = 'x' where deliverable_id = '${made.id}'`,
      `update approval set decision = 'rejected', reason = 'x' where deliverable_id = '${made.id}'`,
      `delete from approval where deliverable_id = '${made.id}'`,
      `delete from deliverable where id = '${made.id}'`,
      `update file_part set content = '\\x00' where content_id = (select content_id from file where id = '${fileId}')`,
      `delete from file_part where content_id = (select content_id from file where id = '${fileId}')`,
    ]) {
      expect(await attempt(statement), statement).toContain('stays as it was approved');
    }
  });

  test('that is rejected needs the reason, becomes a task on our side, and a new version asks again', async () => {
    const made = await make('Icons', { milestoneId });
    await ask(made, [annaId]);
    const approvalId = (await seenBy(anna, 'Icons'))?.versions[0]?.approvals[0]?.id;
    if (!approvalId) throw new Error('nothing to decide');
    const bare = await anna.refused(portalDeliverables.decide, {
      params: { projectId, approvalId },
      body: { decision: 'rejected' },
    });
    expect(bare.issues[0]).toMatchObject({ path: ['reason'] });
    const rejected = await decide(anna, 'Icons', {
      decision: 'rejected',
      reason: 'Too thin to print.',
    });
    expect(rejected.state).toBe('rejected');
    const kept = await firm.call(deliverables.get, { params: { id: made.id } });
    const task = kept.versions[0]?.approvals[0]?.task;
    if (!task) throw new Error('no task');
    expect(await firm.call(tasks.get, { params: { id: task.id } })).toMatchObject({
      name: 'Rework Icons after version 1',
      notes: 'Test client rejected version 1: Too thin to print.',
      state: 'open',
    });
    const milestone = await firm.call(tasks.get, { params: { id: milestoneId } });
    expect(milestone.waitsFor.map(({ name }) => name)).toContain('Rework Icons after version 1');
    const again = await ask(kept, [annaId], 'second');
    expect(again.versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'asked'],
      [1, 'rejected'],
    ]);
    await decide(anna, 'Icons', { decision: 'approved' });
    expect((await seenBy(anna, 'Icons'))?.state).toBe('approved');
  });

  test('is decided by who was named only, once, and nothing of it is another client’s', async () => {
    const made = await make('Fonts');
    const asked = await ask(made, [annaId]);
    const approvalId = asked.versions[0]?.approvals[0]?.id;
    if (!approvalId) throw new Error('nothing to decide');
    const params = { projectId, approvalId };
    const body = { decision: 'approved' } as const;
    expect((await ben.refused(portalDeliverables.decide, { params, body })).code).toBe(
      'not-allowed',
    );
    expect((await stranger.refused(portalDeliverables.decide, { params, body })).code).toBe(
      'not-found',
    );
    expect((await stranger.refused(portalDeliverables.list, { params: { projectId } })).code).toBe(
      'not-found',
    );
    await anna.call(portalDeliverables.decide, { params, body });
    const twice = await anna.refused(portalDeliverables.decide, {
      params,
      body: { decision: 'rejected', reason: 'Changed my mind.' },
    });
    expect(twice.code).toBe('wrong-state');
  });

  test('taken back is seen no more, and its approval is asked of nobody', async () => {
    const made = await make('Draft of the site');
    const asked = await ask(made, [annaId]);
    const versionId = asked.versions[0]?.id;
    if (!versionId) throw new Error('no version');
    await firm.call(deliverables.withdraw, { params: { id: made.id, versionId } });
    expect(await seenBy(anna, 'Draft of the site')).toBeUndefined();
    const { rows } = await anna.call(portalDuties.list, { params: { projectId } });
    expect(rows.some(({ name }) => name.includes('Draft of the site'))).toBe(false);
    const gone = await firm.refused(deliverables.remove, { params: { id: made.id } });
    expect(gone.code).toBe('wrong-state');
  });
});

describe('a client duty (CL-05, B15)', () => {
  const dutyNamed = async (client: Client, name: string) => {
    const { rows } = await client.call(portalDuties.list, { params: { projectId } });
    const duty = rows.find((row) => row.name === name);
    if (!duty) throw new Error(`no duty ${name}`);
    return duty;
  };

  test('says what, who, by when; is answered in the portal, sent back with what is missing, confirmed', async () => {
    const waiting = await firm.call(tasks.create, { body: { projectId, name: 'Move the data' } });
    const asked = await firm.call(clientDuties.create, {
      body: {
        projectId,
        name: 'Login to the shop',
        kind: 'access',
        contactId: annaId,
        dueOn: soon,
        details: 'An administrator, please.',
        neededForId: waiting.id,
      },
    });
    expect(asked).toMatchObject({ state: 'asked', contact: { name: 'Anna Berg' }, dueOn: soon });
    const after = await firm.call(tasks.get, { params: { id: waiting.id } });
    expect(after.waitsFor).toMatchObject([{ name: 'Login to the shop' }]);
    const seen = await dutyNamed(anna, 'Login to the shop');
    expect(seen).toMatchObject({ isMine: true, kind: 'access', dueOn: soon });
    const answered = await anna.call(portalDuties.answer, {
      params: { projectId, dutyId: seen.id },
      version: seen.version,
      body: { answer: 'Ask Ben.' },
    });
    expect(answered).toMatchObject({ state: 'answered', answeredBy: 'Test client' });
    const params = { id: asked.id };
    const version = answered.version;
    const bare = await firm.refused(clientDuties.step, {
      params,
      version,
      body: { step: 'send-back' },
    });
    expect(bare.issues[0]).toMatchObject({ path: ['reason'], code: 'missing' });
    await firm.call(clientDuties.step, {
      params,
      version,
      body: { step: 'send-back', reason: 'Ben has none either.' },
    });
    const back = await dutyNamed(ben, 'Login to the shop');
    expect(back).toMatchObject({ state: 'asked', sentBackReason: 'Ben has none either.' });
    const second = await ben.call(portalDuties.answer, {
      params: { projectId, dutyId: back.id },
      version: back.version,
      body: { answer: 'Sent by post.' },
    });
    const done = await firm.call(clientDuties.step, {
      params,
      version: second.version,
      body: { step: 'confirm' },
    });
    expect(done.state).toBe('confirmed');
    expect((await firm.call(tasks.get, { params: { id: done.task.id } })).state).toBe('done');
  });

  test('of a task that is marked done in the plan is confirmed', async () => {
    const asked = await firm.call(clientDuties.create, {
      body: { projectId, name: 'Logo files', kind: 'input', contactId: annaId, dueOn: soon },
    });
    const task = await firm.call(tasks.get, { params: { id: asked.task.id } });
    await firm.call(tasks.update, {
      params: { id: task.id },
      version: task.version,
      body: { state: 'done' },
    });
    expect((await dutyNamed(anna, 'Logo files')).state).toBe('confirmed');
  });

  test('is asked of contacts of the client only, and is no stranger’s to see', async () => {
    const elsewhere = await firm.call(contacts.create, { body: { name: 'Somebody' } });
    const refused = await firm.refused(clientDuties.create, {
      body: { projectId, name: 'X', kind: 'input', contactId: elsewhere.id, dueOn: soon },
    });
    expect(refused.issues[0]?.path).toEqual(['contactId']);
    const hidden = await stranger.refused(portalDuties.list, { params: { projectId } });
    expect(hidden.code).toBe('not-found');
  });

  test('counts the time on the side that held the ball, from the change record, to the minute', async () => {
    const asked = await firm.call(clientDuties.create, {
      body: {
        projectId,
        name: 'Text for the front',
        kind: 'input',
        contactId: annaId,
        dueOn: soon,
      },
    });
    // Monday 9 o’clock asked, Tuesday 11 answered, Wednesday 10 confirmed; due on Monday (Berlin, winter).
    await backdateDuty(app, firm, {
      id: asked.id,
      dueOn: '2026-11-02',
      states: [
        ['asked', '2026-11-02T08:00:00Z'],
        ['answered', '2026-11-03T10:00:00Z'],
        ['confirmed', '2026-11-04T09:00:00Z'],
      ],
    });
    const waits = await firm.call(clientDuties.waits, { query: { projectId } });
    const row = waits.rows.find(({ subject }) => subject.id === asked.id);
    expect(row).toMatchObject({ holder: null, split: { elapsed: 49 * 60 } });
    if (!row) throw new Error('no wait');
    const { ours, theirs, neither, elapsed } = row.split;
    expect(ours + theirs + neither).toBe(elapsed);
    const worked = (side: string) =>
      row.stretches
        .filter(({ holder }) => holder === side)
        .reduce((sum, { workMinutes }) => sum + workMinutes, 0);
    expect([worked('theirs'), worked('ours')]).toEqual([theirs, ours]);
    expect(theirs).toBeGreaterThan(0);
    expect(row.late.theirs).toBeLessThan(theirs);
    const sum = waits.rows.reduce((all, { split }) => all + split.elapsed, 0);
    expect(waits.total.elapsed).toBe(sum);
    expect(waits.total.ours + waits.total.theirs + waits.total.neither).toBe(sum);
  });
});

/** What the database says to a statement of the server's own role. */
async function attempt(statement: string): Promise<string> {
  return asOwner(app.databaseUrl, async (database) => {
    await database.query('begin');
    await database.query('reset evenkeel.maintenance');
    await database.query('set local role evenkeel_app');
    await database.query(`select set_config('evenkeel.workspace', $1, true)`, [
      firm.member.workspaceId,
    ]);
    try {
      const { rowCount } = await database.query(statement);
      return `${rowCount} rows`;
    } catch (error) {
      return String(error);
    } finally {
      await database.query('rollback');
    }
  });
}
