import { accounts } from '@evenkeel/contract/accounts';
import { clientStakeholders } from '@evenkeel/contract/client-stakeholders';
import { contacts } from '@evenkeel/contract/contacts';
import { projects } from '@evenkeel/contract/projects';
import type { ContactId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
let firm: Client;
let reader: Client;
let projectId: ProjectId;
let anna: ContactId;
let ben: ContactId;
let stranger: ContactId;

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden', language: 'de' } });
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  const contact = async (name: string, accountId: typeof account.id) =>
    (
      await firm.call(contacts.create, {
        body: { name, accounts: [{ accountId, role: 'Logistics', needs: 'Short words' }] },
      })
    ).id;
  [anna, ben, stranger] = [
    await contact('Anna', account.id),
    await contact('Ben', account.id),
    await contact('Carl', other.id),
  ];
  ({ id: projectId } = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Till', accountId: account.id },
  }));
  await asOwner(app.databaseUrl, (client) =>
    client.query('update project set portal_opened_at = now() where id = $1', [projectId]),
  );
  reader = await app.clientUser({ of: firm, accountId: account.id });
});

test('a contact of the account is put into the register where their part says, with what their record says (CL-13, CL-22)', async () => {
  const params = { id: projectId };
  const before = await firm.call(clientStakeholders.list, { params });
  expect(before.rows).toEqual([]);
  expect(before.others.map(({ name }) => name)).toEqual(['Anna', 'Ben']);
  const added = await firm.call(clientStakeholders.add, {
    params,
    body: { contactId: anna, part: 'pays', needs: 'The budget in one line', everyDays: 14 },
  });
  expect(added).toMatchObject({
    engagement: 'keep-satisfied',
    accountRole: 'Logistics',
    accountNeeds: 'Short words',
    language: 'de',
    isOverdue: false,
  });
  const twice = await firm.refused(clientStakeholders.add, {
    params,
    body: { contactId: anna, part: 'uses' },
  });
  expect(twice.code).toBe('wrong-state');
  const elsewhere = await firm.refused(clientStakeholders.add, {
    params,
    body: { contactId: stranger, part: 'uses' },
  });
  expect(elsewhere.code).toBe('invalid-input');
});

test('somebody is moved on the grid and taken out again; their contact stays (CL-13)', async () => {
  const params = { id: projectId };
  const added = await firm.call(clientStakeholders.add, {
    params,
    body: { contactId: ben, part: 'uses' },
  });
  expect(added.engagement).toBe('keep-informed');
  const moved = await firm.call(clientStakeholders.update, {
    params: { id: added.id },
    version: added.version,
    body: { influence: 'high', interpreter: 'German sign language at workshops' },
  });
  expect(moved).toMatchObject({ engagement: 'manage-closely', interest: 'high' });
  const stale = await firm.refused(clientStakeholders.update, {
    params: { id: added.id },
    version: added.version,
    body: { influence: 'low' },
  });
  expect(stale.code).toBe('stale-version');
  await firm.call(clientStakeholders.remove, { params: { id: added.id } });
  const { others } = await firm.call(clientStakeholders.list, { params });
  expect(others.map(({ name }) => name)).toEqual(['Ben']);
});

test('a client user can neither ask for the register nor read a row of it (CL-14)', async () => {
  const refused = await reader.refused(clientStakeholders.list, { params: { id: projectId } });
  expect(refused.code).toBe('not-allowed');
  await asOwner(app.databaseUrl, async (client) => {
    await client.query('begin; set local role evenkeel_client');
    await expect(client.query('select needs from project_contact')).rejects.toThrow(
      'permission denied',
    );
    await client.query('rollback');
  });
});
