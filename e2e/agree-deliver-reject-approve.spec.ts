import { createHash } from 'node:crypto';
import { deliverables } from '@evenkeel/contract/deliverables';
import { portalProfiles } from '@evenkeel/contract/portal/profile';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { workingAgreements } from '@evenkeel/contract/working-agreements';
import type { ProjectId } from '@evenkeel/core/id';
import { agreementWords } from '@evenkeel/core/words/agreement';
import { say } from '@evenkeel/core/words/words';
import { workingWords } from '@evenkeel/core/words/working-together';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { write } from './forms.ts';
import { inviteClientUser, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** Firm and client at two browsers: agree on how to work, deliver, reject, approve (CL-02, CL-25, PM-20). */
const browser = useBrowser();
const server = useSampleFirm('agree-deliver-reject-approve');
const working = say(workingWords, 'en');
const agreement = say(agreementWords, 'en');
let owner: Member;
let client: Member;
let projectId: ProjectId;

beforeAll(async () => {
  owner = server.owner;
  projectId = await projectWithoutAgreement();
  client = await inviteClientUser(server.address, owner, {
    projectId,
    name: 'Nora Klar',
    email: 'nora@klar.example',
  });
  await client.call(portalProfiles.update, { body: { language: 'en' } });
}, 180_000);

it('agree, deliver, reject, approve: both sides see each step at once', async () => {
  const firm = await visit(owner, `/client-projects/${projectId}/client/agreement`);
  const portal = await visit(client, `/portal/projects/${projectId}/agreement`);
  await agree(firm, portal);

  await firm.goto(`/client-projects/${projectId}/client/deliverables`);
  await portal.goto(`/portal/projects/${projectId}/deliverables`);
  await firm.getByRole('button', { name: 'Add a deliverable' }).first().click();
  await write(firm.getByRole('dialog'), 'Name', 'Handbook');
  await firm.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await firm.getByRole('heading', { name: 'Handbook', level: 1 }).waitFor();
  await offer(firm, { name: 'Handbook 1.txt', content: 'Chapter one.\n' });

  const card = portal.getByRole('region', { name: 'Handbook' });
  await card.getByRole('button', { name: working('reject') }).click();
  const dialog = portal.getByRole('dialog');
  await dialog.getByRole('textbox').fill('The chapter on nights is missing.');
  await dialog.getByRole('button', { name: working('reject') }).click();
  await card.getByText(working('stateRejected'), { exact: true }).waitFor();

  await firm.getByText('Rejected by Nora Klar').waitFor();
  const address = firm.url();
  await firm.getByRole('link', { name: 'Rework Handbook after version 1' }).click();
  await firm.getByText('The chapter on nights is missing.').first().waitFor();
  const reworkId = firm.url().split('/tasks/')[1] ?? '';
  // The address of the page ends in the task's id.
  const rework = await owner.call(tasks.get, { params: { id: reworkId as never } });
  expect(rework).toMatchObject({ state: 'open', isClientVisible: false });

  const content = 'Chapter one.\nNights.\n';
  await firm.goto(address);
  await offer(firm, { name: 'Handbook 2.txt', content });
  await card.getByRole('button', { name: working('approve') }).click();
  await dialog.getByRole('button', { name: working('approve') }).click();
  await card.getByText(working('approvedBy', { name: 'Nora Klar' })).waitFor();

  // Locked: name, time and the hash of what was approved stand on both sides.
  const sha256 = createHash('sha256').update(content).digest('hex');
  const manifest = createHash('sha256').update(`${sha256}  Handbook 2.txt\n`).digest('hex');
  await card.getByText(manifest).waitFor();
  const version = firm.getByRole('listitem').filter({ hasText: 'Handbook 2.txt' }).first();
  const approved = version.getByText('Approved by Nora Klar, ');
  await approved.waitFor();
  expect(await approved.textContent()).toMatch(/\d{1,2}:\d{2}/);
  await version.getByText(sha256.slice(0, 12)).waitFor();
  expect(await version.getByRole('button', { name: 'Take back' }).count()).toBe(0);
  const { rows } = await owner.call(deliverables.list, { query: { projectId } });
  expect(rows[0]).toMatchObject({ state: 'approved' });
  expect(rows[0]?.versions[0]).toMatchObject({ manifestHash: manifest, files: [{ sha256 }] });
  await Promise.all([firm.context().close(), portal.context().close()]);
});

/** Written by the firm, proposed, and acknowledged by both sides. */
async function agree(firm: Page, portal: Page): Promise<void> {
  await portal.getByText(agreement('none')).waitFor();
  await firm.getByRole('button', { name: 'Write the agreement' }).click();
  const form = firm.getByRole('dialog');
  await form.getByLabel('What the work is for').fill('A handbook that the night shift reads.');
  await form.getByRole('button', { name: 'Save the draft' }).click();
  await firm.getByRole('button', { name: 'Propose to both sides' }).click();
  await firm.getByRole('button', { name: 'Acknowledge for us' }).click();

  await portal.getByText('A handbook that the night shift reads.').waitFor();
  await portal.getByRole('button', { name: agreement('acknowledge') }).click();
  await portal.getByText(agreement('holds')).waitFor();
  // The other browser learns of it without a reload.
  await firm.getByText('Acknowledged by both sides.').waitFor();
  await firm.getByText('Nora Klar, for the client').waitFor();
}

/** Puts a file on the deliverable, makes a version of it, and asks the client for approval. */
async function offer(
  firm: Page,
  { name, content }: { readonly name: string; readonly content: string },
): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(content) };
  await firm.getByLabel('Files to add').setInputFiles(file);
  await firm.getByRole('list', { name: 'Files', exact: true }).getByText(name).waitFor();
  await firm.getByRole('button', { name: 'New version' }).click();
  await firm.getByRole('dialog').getByRole('checkbox', { name, checked: true }).waitFor();
  await firm.getByRole('button', { name: 'Make the version' }).click();
  await firm.getByRole('button', { name: 'Ask for approval' }).click();
  const form = firm.getByRole('dialog');
  if ((await form.getByText('Nora Klar').count()) === 0) {
    await form.getByRole('combobox', { name: 'Contacts who approve' }).fill('Nora');
    await firm.getByRole('option', { name: 'Nora Klar' }).click();
  }
  await form.getByRole('button', { name: 'Take out Nora Klar' }).waitFor();
  await form.getByRole('button', { name: 'Ask for approval' }).click();
  await firm.getByText('Waiting for Nora Klar').waitFor();
}

/** A running client project of the sample with a client and without a working agreement. */
async function projectWithoutAgreement(): Promise<ProjectId> {
  const { rows } = await owner.call(projects.list, { query: { kind: 'client', limit: 50 } });
  for (const row of rows) {
    if (row.kind !== 'client' || row.account === null || row.state !== 'executing') continue;
    const found = await owner.call(workingAgreements.get, { params: { projectId: row.id } });
    const { rows: delivered } = await owner.call(deliverables.list, {
      query: { projectId: row.id },
    });
    if (found.current === null && found.draft === null && delivered.length === 0) return row.id;
  }
  throw new Error('The sample firm has no such client project.');
}

function visit({ storageState }: Member, path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState,
    viewport: { width: 1440, height: 900 },
  });
}
