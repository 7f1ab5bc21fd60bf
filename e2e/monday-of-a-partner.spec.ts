import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** How a partner begins the week: is the balance right, who starves, do the goals move, what comes in. */
const browser = useBrowser();
const server = useSampleFirm('monday-of-a-partner');
let partner: Member;

beforeAll(() => {
  partner = server.owner;
});

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: partner.storageState,
    viewport: { width: 1440, height: 900 },
  });
}

it('sees that the firm is too client-heavy and which client work took an initiative’s hours (BA-02, B06)', async () => {
  const page = await openAt('/balance');
  await page
    .getByText(/Too client-heavy/)
    .first()
    .waitFor();
  const starving = page.getByRole('main').getByText('Proposal workbench').first();
  await starving.waitFor();
  await page.getByRole('button', { name: 'Warehouse control tower' }).first().waitFor();
  await page.getByRole('button', { name: /^Rows behind Strategic share this quarter/ }).click();
  const rows = page.getByRole('dialog');
  await rows.getByRole('listitem').nth(1).waitFor();
  expect(await rows.getByRole('listitem').count()).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  await starving.click();
  await page.getByRole('heading', { name: 'Proposal workbench' }).first().waitFor();
  await page.context().close();
});

it('goes through the scorecard, and enters what was measured with a word on it (ST-38)', async () => {
  const page = await openAt('/scorecard');
  await page.getByText('Off track').first().waitFor();
  await page.getByRole('link', { name: 'Recurring share of income' }).first().click();
  await page.getByRole('button', { name: 'Enter actual' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Actual/ }).fill('19.5');
  await dialog.getByRole('textbox', { name: 'Comment' }).fill('The care contracts show.');
  await dialog.getByRole('button', { name: 'Enter actual' }).click();
  await page.getByRole('table').getByText('The care contracts show.').waitFor();
  await page.getByRole('table').getByText('19.5%').first().waitFor();
  await page.context().close();
});

it('asks what comes in, and what the largest open deal would do before it is signed (CR-05, B13)', async () => {
  const page = await openAt('/deals/forecast');
  await page
    .getByRole('button', { name: /^Rows behind Committed/ })
    .first()
    .click();
  const behind = page.getByRole('dialog');
  await behind.getByText('Network of depots').click();
  await page.getByRole('link', { name: 'What changes if we sign this?' }).click();
  await page.getByText('When work is done').waitFor();
  await page
    .getByText(/Too client-heavy/)
    .first()
    .waitFor();
  await page.context().close();
});

it('approves the weeks that are complete in one step (U18)', async () => {
  const page = await openAt('/time/timesheets');
  await page.getByText(/weeks? waits? for approval/).waitFor();
  await page.getByRole('button', { name: /^Approve/ }).click();
  await page.getByText(/weeks approved/).waitFor();
  await page.context().close();
});
