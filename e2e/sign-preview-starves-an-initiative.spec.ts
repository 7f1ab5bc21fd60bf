import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pick } from './forms.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A deal about to be signed takes the people whom the firm's own initiatives need. */
const browser = useBrowser();
const server = useSampleFirm('sign-preview');
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

it('names the initiative that signing a deal starves, before it is signed (B13)', async () => {
  const page = await openAt('/deals');
  await page.getByText('Network of depots').first().click();
  await page.getByRole('link', { name: 'What changes if we sign this?' }).click();
  const hours = page.getByRole('list', { name: 'Hours of initiatives' });
  await hours.getByText('Starved').first().waitFor();
  await page.getByRole('heading', { name: /would be starved/ }).waitFor();
  const starved = hours.getByRole('listitem').filter({ hasText: 'Starved' }).first();
  await starved.getByRole('link').waitFor();
  expect(await starved.textContent()).toMatch(/loses [\d.]+%.* · done on /);
  await page.context().close();
});

it('compares the deal with and without a hire, and applies what it shows (B13)', async () => {
  const page = await openAt('/scenarios');
  await page.getByText('Sign the depots as we are').first().click();
  const short = page.getByRole('region', { name: 'In short: table' });
  await short.getByText('Initiatives starved').waitFor();
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page.getByRole('menuitem', { name: 'Sign the depots, with two more developers' }).click();
  await short.getByText(/^B: Sign the depots/).waitFor();
  await page
    .getByRole('region', { name: 'When work is done: table' })
    .getByText(/\+\d+ days/)
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: /^Rows behind/ })
    .nth(1)
    .click();
  await page.getByRole('list', { name: 'Rows of this figure' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a change' }).click();
  await page.getByRole('menuitem', { name: 'Delay a project' }).click();
  await pick(page, 'Project', 'Managed services');
  await page.getByRole('dialog').getByRole('button', { name: 'Add change' }).click();
  await page
    .getByRole('list', { name: 'Changes of the scenario' })
    .getByText('Delay Managed services')
    .waitFor();
  await page.getByRole('button', { name: 'Apply', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make 2 changes' }).click();
  await page.getByText('is applied: the plan is as it was shown').waitFor({ timeout: 20_000 });
  await page.getByText('The deal is not open any more.').waitFor();
  await page.context().close();
});
