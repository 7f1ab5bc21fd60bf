import { accounts } from '@evenkeel/contract/accounts';
import { clientDuties } from '@evenkeel/contract/client-duties';
import { contacts } from '@evenkeel/contract/contacts';
import { kickOffs } from '@evenkeel/contract/kick-offs';
import { people } from '@evenkeel/contract/people';
import { portalKickOffs } from '@evenkeel/contract/portal/kick-offs';
import { projects } from '@evenkeel/contract/projects';
import { addDays } from '@evenkeel/core/calendar-date';
import type { ContactId, ProjectId } from '@evenkeel/core/id';
import { usualKickOffKeys } from '@evenkeel/core/kick-off/kick-off';
import { beforeAll, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let firm: Client;
let reader: Client;
let stranger: Client;
let projectId: ProjectId;
let contactId: ContactId;

async function sql(query: string, values: readonly unknown[]): Promise<void> {
  await asOwner(app.databaseUrl, (client) => client.query(query, [...values]));
}

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden', language: 'de' } });
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  const manager = await firm.call(people.create, { body: { name: 'Marek' } });
  ({ id: contactId } = await firm.call(contacts.create, {
    body: { name: 'Anna', accounts: [{ accountId: account.id }] },
  }));
  ({ id: projectId } = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Till', accountId: account.id, projectManagerId: manager.id },
  }));
  await sql('update project set portal_opened_at = now() where id = $1', [projectId]);
  reader = await app.clientUser({ of: firm, accountId: account.id });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

test('a kick-off begins with the usual items, in the language of whom they are for (PM-19)', async () => {
  const params = { id: projectId };
  expect((await firm.call(kickOffs.get, { params })).items).toEqual([]);
  const begun = await firm.call(kickOffs.begin, { params });
  expect(begun).toMatchObject({ count: usualKickOffKeys.length, doneCount: 0, agreement: 'none' });
  expect(begun.items[0]).toMatchObject({ phase: 'before', person: { name: 'Marek' } });
  const names = begun.items.map(({ name }) => name);
  expect(names).toContain('Das Team ist Ihnen vorgestellt');
  expect(names).toContain('What was sold and promised is read by everybody on the team');
  expect((await firm.refused(kickOffs.begin, { params })).code).toBe('wrong-state');
});

test('an item is ticked off with its day, one that another record proves is not (PM-19)', async () => {
  const { items } = await firm.call(kickOffs.get, { params: { id: projectId } });
  const team = items.find(({ name }) => name.startsWith('Das Team'));
  const agreement = items.find(({ proof }) => proof === 'agreement');
  if (!team || !agreement) return expect.fail();
  const done = await firm.call(kickOffs.updateItem, {
    params: { id: team.id },
    version: team.version,
    body: { doneOn: today },
  });
  expect(done.isDone).toBe(true);
  const refused = await firm.refused(kickOffs.updateItem, {
    params: { id: agreement.id },
    version: agreement.version,
    body: { doneOn: today },
  });
  expect(refused.code).toBe('wrong-state');
  const draft = { name: 'Lunch', phase: 'after' } as const;
  const added = await firm.call(kickOffs.addItem, { params: { id: projectId }, body: draft });
  const after = await firm.call(kickOffs.get, { params: { id: projectId } });
  expect(after.items.at(-1)?.id).toBe(added.id);
  await firm.call(kickOffs.removeItem, { params: { id: added.id } });
});

test('what the client is to do becomes a client duty, and is done when that is confirmed (PM-19, CL-05)', async () => {
  const { items } = await firm.call(kickOffs.get, { params: { id: projectId } });
  const access = items.find(({ side }) => side === 'client');
  if (!access) return expect.fail();
  const dueOn = addDays(today, 5);
  const asked = await firm.call(kickOffs.ask, {
    params: { id: access.id },
    version: access.version,
    body: { contactId, dueOn, kind: 'access' },
  });
  expect(asked).toMatchObject({ dueOn, isDone: false, duty: { state: 'asked', contact: 'Anna' } });
  const { rows } = await firm.call(clientDuties.list, { query: { projectId } });
  const [duty] = rows;
  if (!duty) return expect.fail();
  expect(duty.task.name).toBe(access.name);
  await firm.call(clientDuties.step, {
    params: { id: duty.id },
    version: duty.version,
    body: { step: 'confirm' },
  });
  const { items: later } = await firm.call(kickOffs.get, { params: { id: projectId } });
  expect(later.find(({ id }) => id === access.id)?.isDone).toBe(true);
});

test('the client reads the shared items without our days; another account reads nothing (PM-19, B08, CL-14)', async () => {
  const params = { projectId };
  const { items, count, doneCount } = await reader.call(portalKickOffs.get, { params });
  expect(items.map(({ name }) => name).join()).not.toContain('What was sold');
  expect([count, doneCount]).toEqual([10, 2]);
  const access = items.find(({ side }) => side === 'client');
  expect(access).toMatchObject({ who: 'Anna', neededBy: addDays(today, 5), isDone: true });
  expect(items.filter(({ neededBy }) => neededBy !== null)).toHaveLength(1);
  expect((await stranger.refused(portalKickOffs.get, { params })).code).toBe('not-found');
});
