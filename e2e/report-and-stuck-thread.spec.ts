import { portalProfiles } from '@evenkeel/contract/portal/profile';
import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { write } from './forms.ts';
import { inviteClientUser, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The firm at a wide screen, the client at a phone, on the same project. */
const browser = useBrowser();
const server = useSampleFirm('report-and-stuck-thread');
let client: Member;
let projectId: ProjectId;
let firm: Page;
let phone: Page;

beforeAll(async () => {
  const { rows } = await server.owner.call(projects.list, { query: { search: 'Claims portal' } });
  const [project] = rows;
  if (project?.kind !== 'client') throw new Error('no such project');
  projectId = project.id;
  client = await inviteClientUser(server.address, server.owner, {
    projectId,
    name: 'Carla Meridian',
    email: 'carla@meridian.example',
  });
  await client.call(portalProfiles.update, { body: { language: 'en' } });
}, 120_000);

function visit(member: Member, path: string, isPhone = false): Promise<Page> {
  return browser.open({
    baseURL: server.address,
    path,
    storageState: member.storageState,
    viewport: isPhone ? { width: 390, height: 780 } : { width: 1280, height: 860 },
  });
}

it('a report is drafted, edited and sent; the client reads it on a phone and reacts (CL-04, CL-16)', async () => {
  firm = await visit(server.owner, `/client-projects/${projectId}/client/reports`);
  phone = await visit(client, `/portal/projects/${projectId}/reports`, true);
  const drafted = firm.getByRole('listitem').filter({ hasText: 'Draft' });
  await drafted.getByRole('link').first().click();
  const voice = firm.getByRole('region', { name: /^For the client/ });
  await write(voice, 'Risks', 'Without the policy system the rules cannot be tested.');
  await firm.getByRole('button', { name: 'Send to the client' }).click();
  await firm.getByRole('button', { name: 'Send', exact: true }).click();
  await firm.getByRole('heading', { name: 'What the client said' }).waitFor();

  // It has come without a reload, before the report of last week.
  await expect.poll(() => phone.getByRole('link', { name: /^Week of/ }).count()).toBe(2);
  await phone
    .getByRole('link', { name: /^Week of/ })
    .first()
    .click();
  await phone.getByText('Without the policy system the rules cannot be tested.').waitFor();
  await phone.getByRole('button', { name: 'I have a question' }).click();
  await phone.getByText('We have received your reaction.').waitFor();
  await firm.getByText('Has a question').waitFor();
});

it('a talk about it that is stuck becomes a meeting in two clicks, which the client sees (CL-18)', async () => {
  const talk = phone.getByRole('region', { name: 'Comments' });
  for (const text of ['Which policy system is meant?', 'We still wait for an answer.']) {
    await talk.getByRole('textbox', { name: 'Write about this report' }).fill(text);
    await talk.getByRole('button', { name: 'Send', exact: true }).click();
    await talk.getByRole('listitem').getByText(text).waitFor();
    await firm.getByRole('main').getByText(text).waitFor();
  }
  await firm.getByRole('button', { name: 'Make it a meeting' }).click();
  await firm.getByRole('button', { name: 'Plan and invite' }).click();
  const name = /^About: /;
  await firm.getByRole('heading', { name }).first().waitFor();

  await phone.goto(`/portal/projects/${projectId}/meetings`);
  await phone.getByRole('heading', { name }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await Promise.all([firm.context().close(), phone.context().close()]);
});
