import { allocations } from '@evenkeel/contract/allocations';
import { people } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { ringFences } from '@evenkeel/contract/ring-fences';
import { addMonths, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { choose, pick } from './forms.ts';
import { type Member, setUpFirm } from './member.ts';
import { useServer } from './own-server.ts';

const browser = useBrowser();
const server = useServer('borrow-from-the-reserve');
let owner: Member;

beforeAll(async () => {
  owner = await setUpFirm(server.address, { withSample: true });
});

it('holds a person’s hours back, lends them to a client project, and has them paid back (B03)', async () => {
  const page = await browser.open({
    path: '/ring-fence',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
  // The sample firm owes its initiatives hours.
  await page.getByRole('table', { name: 'Loans' }).getByText('Overdue').waitFor();
  await holdBack(page);

  const { today } = await owner.call(ringFences.ledger);
  const month = addMonths(monthOf(today), 2);
  const work = await allocationOf('Greta Olsen', month);
  await expect(owner.call(allocations.create, work)).rejects.toThrow(/reserve-short/);

  await lend(page, month);
  await owner.call(allocations.create, work);
  await page
    .getByRole('cell', { name: /^43 h|^4\d h|^3\d h/ })
    .first()
    .waitFor();
  await payBack(page);
  await page.context().close();
});

async function holdBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New ring-fence' }).click();
  const dialog = page.getByRole('dialog', { name: 'New ring-fence' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Greta for the playbook');
  await choose(dialog, 'Hours of', 'A person');
  await pick(dialog, 'Person', 'Greta');
  await dialog.getByRole('textbox', { name: 'Share' }).fill('50');
  await dialog.getByRole('button', { name: 'Hold back' }).click();
  await page.getByRole('heading', { name: 'Greta for the playbook' }).waitFor();
}

async function lend(page: Page, month: string): Promise<void> {
  const fence = page.getByRole('region', { name: 'Greta for the playbook by month' });
  await fence.getByRole('button', { name: new RegExp(monthName(month)) }).click();
  await page.getByRole('button', { name: 'Lend hours of this month' }).click();
  const dialog = page.getByRole('dialog', { name: 'Borrow from the reserve' });
  await dialog.getByRole('textbox', { name: /^Hours of/ }).fill('60h');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The audit cannot wait.');
  await dialog.getByRole('textbox', { name: 'Paid back by' }).fill('+150');
  await dialog.getByRole('button', { name: 'Lend' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('table', { name: 'Ledger' }).getByText('Lent').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Pay back: The audit cannot wait.' }).waitFor();
}

async function payBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pay back: The audit cannot wait.' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pay back a loan' });
  await dialog.getByRole('textbox', { name: 'Hours', exact: true }).fill('5h');
  await dialog.getByRole('button', { name: 'Pay back' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('55 h').first().waitFor();
  await page.getByText('Paid back on top').last().waitFor();
}

/** All of somebody's month for a client project. */
async function allocationOf(name: string, month: ReturnType<typeof monthOf>) {
  const { rows: found } = await owner.call(people.list, { query: { search: name } });
  const { rows } = await owner.call(projects.list, {
    query: { kind: 'client', search: 'Trading desk' },
  });
  const [person, project] = [found[0], rows[0]];
  if (!person || !project) throw new Error('the sample firm has both');
  const days = { startOn: monthStart(month), endOn: monthEnd(month) };
  const effort = { by: 'share' as const, basisPoints: 10_000 };
  return { body: { projectId: project.id, personId: person.id, ...days, effort } };
}

function monthName(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  return day.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
