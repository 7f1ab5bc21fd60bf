import { ringFences } from '@evenkeel/contract/ring-fences';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { choose, pick, write } from './forms.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

const browser = useBrowser();
const server = useSampleFirm('borrow-from-the-reserve');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

it('holds somebody’s hours back, lends them where the planner is refused, and has them paid back (B03, BA-04)', async () => {
  const page = await browser.open({
    path: '/ring-fence',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
  // The sample firm owes its initiatives hours.
  await page.getByRole('table', { name: 'Loans' }).getByText('Overdue').waitFor();
  await holdBack(page);

  await page.goto('/planner?new=true');
  await planClientWork(page);
  await lendOnTheSpot(page);
  const { loans } = await owner.call(ringFences.ledger);
  const loan = loans.find(({ reason }) => reason === 'The audit cannot wait.');
  expect(loan).toMatchObject({ state: 'open', project: { name: 'Warehouse control tower' } });

  await page.goto('/ring-fence');
  await payBack(page);
  const after = await owner.call(ringFences.ledger);
  expect(after.loans.find(({ id }) => id === loan?.id)?.repaid).toBe(5 * 60);
  await page.context().close();
});

async function holdBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New ring-fence' }).click();
  const dialog = page.getByRole('dialog', { name: 'New ring-fence' });
  await write(dialog, 'Name', 'Greta for the playbook');
  await choose(dialog, 'Hours of', 'A person');
  await pick(dialog, 'Person', 'Greta');
  await write(dialog, 'Share', '50');
  await dialog.getByRole('button', { name: 'Hold back' }).click();
  await page.getByRole('heading', { name: 'Greta for the playbook' }).waitFor();
}

/** All of her time for a client, over more than a whole month. */
async function planClientWork(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New allocation' });
  await pick(dialog, 'Person', 'Greta');
  await pick(dialog, 'Project', 'Warehouse control tower');
  await write(dialog, 'First day', '+40');
  await write(dialog, 'Last day', '+110');
  await choose(dialog, 'Effort as', 'Share of their time');
  await write(dialog, 'Share', '100');
  await dialog.getByRole('button', { name: 'Add allocation' }).click();
}

async function lendOnTheSpot(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Borrow from the reserve' });
  await dialog
    .getByText(/held back by “Greta for the playbook”/)
    .first()
    .waitFor();
  await fillTerms(dialog);
  await dialog.getByRole('button', { name: 'Lend' }).click();
  // What was refused is done, and both dialogs are gone.
  await page.getByText('Greta Olsen on Warehouse control tower, added').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function fillTerms(dialog: Locator): Promise<void> {
  await write(dialog, 'Reason', 'The audit cannot wait.');
  await write(dialog, 'Paid back by', '+150');
}

async function payBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pay back: The audit cannot wait.' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pay back a loan' });
  await write(dialog, 'Hours', '5h');
  await dialog.getByRole('button', { name: 'Pay back' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const months = page.getByRole('region', { name: 'Greta for the playbook by month' });
  await months.getByText('Paid back on top').waitFor();
}
