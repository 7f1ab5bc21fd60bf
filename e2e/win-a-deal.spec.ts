import type { Page } from 'playwright-core';
import { beforeAll, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pick } from './forms.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** What the sample firm has prepared: a deal to sign, a hand-off that waits, an initiative to approve. */
const browser = useBrowser();
const server = useSampleFirm('win-a-deal');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
}

it('previews a deal, signs it, and the project stands as it was shown (B13)', async () => {
  const page = await openAt('/deals');
  await page.getByText('Network of depots').first().click();
  await page.getByRole('link', { name: 'What changes if we sign this?' }).click();
  const ends = page.getByRole('region', { name: 'When work is done: table' });
  await ends.getByText('Proposal workbench').waitFor();
  await page.getByText('5,520').first().waitFor();
  await page.getByRole('button', { name: /^Rows behind Planned work/ }).click();
  await page.getByRole('list', { name: 'Rows that would be added' }).waitFor();
  await page.getByRole('list', { name: 'Rows of this figure' }).waitFor();
  await page.keyboard.press('Escape');
  await pick(page, 'Project manager', 'Aisha');
  await page.getByRole('button', { name: 'Win and start the project' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Win and start the project' }).click();
  await page.waitForURL(/client-projects/, { timeout: 20_000 });
  await page.getByRole('heading', { name: 'Network of depots' }).waitFor();
  await page.getByRole('link', { name: /Origins/ }).click();
  await page
    .getByText(/from the deal|Deal/)
    .first()
    .waitFor();
  await page.context().close();
});

it('accepts the hand-off that waits: phases, tasks, hours and dates stand there (B09)', async () => {
  const page = await openAt('/hand-offs');
  await page.getByText('Customer portal').first().click();
  await page.getByText('What will be created').waitFor();
  await pick(page, 'Project manager', 'Aisha');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/client-projects/, { timeout: 20_000 });
  await page.getByText('Kick-off with the client').waitFor();
  await page.context().close();
});

it('approves an initiative once the test says it is one (B04, ST-14)', async () => {
  const page = await openAt('/initiatives');
  await page.getByText('AI delivery playbook').first().click();
  await page.getByText('Initiative or goal?').waitFor();
  await page.getByText('3/5').first().waitFor();
  await page.getByRole('button', { name: 'Approve' }).first().click();
  await page.getByText('Approved').first().waitFor();
  await page.context().close();
});
