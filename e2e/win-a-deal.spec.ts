import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { type Member, setUpFirm } from './member.ts';
import { useServer } from './own-server.ts';

/** The main job in the screens, on the sample firm: from a file of accounts to the balance. */
const browser = useBrowser();
const server = useServer('win-a-deal');
let owner: Member;

beforeAll(async () => {
  owner = await setUpFirm(server.address, { withSample: true });
});

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
}

it('brings accounts in from a file: recognised, looked at, imported (IG-06)', async () => {
  const page = await openAt('/import');
  await page.locator('input[type=file]').setInputFiles({
    name: 'accounts.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'account,sector,employees\nJourney Rail,Transport,120\nJourney Air,Transport,80\n',
    ),
  });
  await page.getByText('accounts.csv').first().waitFor();
  for (let step = 0; step < 4; step += 1) {
    const next = page.getByRole('button', {
      name: /^(Continue|Next|To the choices|Check|Import|Start)/,
    });
    if ((await next.count()) === 0) break;
    await next.last().click();
    await page.waitForTimeout(700);
  }
  await page.goto('/accounts');
  await page.getByText('Journey Rail').first().waitFor();
  expect(await page.getByText('Journey Air').count()).toBe(1);
  await page.context().close();
});

it('finds a deal among all, moves one by keyboard and takes that back (CR-05)', async () => {
  const page = await openAt('/deals');
  await page.getByRole('searchbox', { name: 'Search deals' }).fill('network of depots');
  await page.getByText('1 deal').first().waitFor();
  await page.goto('/deals/board');
  const card = page.getByRole('listitem').filter({ hasText: 'DEA-' }).first();
  await card.waitFor();
  // The card itself takes the keys: arrows walk, Ctrl-Shift-arrow moves it.
  await card.locator('[tabindex]').first().focus();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page
    .getByText(/moved to/)
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page
    .getByText(/moved to Qualified/)
    .first()
    .waitFor();
  await page.context().close();
});

it('previews a deal, signs it, and the project stands as it was shown (B13)', async () => {
  const page = await openAt('/deals');
  await page.getByText('Network of depots').first().click();
  await page.getByRole('link', { name: 'What changes if we sign this?' }).click();
  await page.getByText('When work is done').waitFor();
  await page.getByText('Proposal workbench').waitFor();
  await page.getByText('5,520').first().waitFor();
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

it('logs time in the week and shows it in the balance, down to its rows (FI-05, BA-01, U19)', async () => {
  const page = await openAt('/time');
  await page.getByText('Evaluate').first().waitFor();
  // Monday's cell: today or before it, whatever day it is.
  const cell = page.getByRole('table').getByRole('textbox').first();
  await cell.fill('1:30');
  await cell.press('Enter');
  await page.getByText('1:30').first().waitFor();
  await page.goto('/balance');
  await page.getByText('Promised and given').waitFor();
  await page.getByText('Strategic share this quarter').first().waitFor();
  await page
    .getByRole('button', { name: /Given to initiatives/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await page.context().close();
});

/** Picks somebody in a field by typing part of the name. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  const field = page.getByLabel(label).first();
  await field.click();
  await field.fill(name);
  await page
    .getByRole('option', { name: new RegExp(name) })
    .first()
    .click();
}
