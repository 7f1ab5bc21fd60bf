import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { soldProjects } from '@evenkeel/contract/sold-projects';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pick } from './forms.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** From a deal with its hours to a quote, a signed contract and an accepted hand-off. */
const browser = useBrowser();
const server = useSampleFirm('quote-to-hand-off');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

it('sells, signs and hands over with one return; after the hand-off nothing is typed (U01, U02, B09)', async () => {
  const deal = await soldDeal();
  const page = await browser.open({
    path: `/deals/${deal}`,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
  await page.getByRole('button', { name: 'New quote' }).click();
  await page.waitForURL(/quotes/);
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await page.getByRole('button', { name: 'Accepted', exact: true }).click();
  await page.getByText('has the value and hours of').waitFor();
  await page.getByRole('link', { name: 'Tide tables' }).first().click();
  // The deal as the quote has changed it: what is done next is done on that version.
  await page.locator('input[value="15,600"]').waitFor();
  await page.getByRole('button', { name: 'Qualified' }).click();
  await page.getByRole('menuitem', { name: 'Won' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as won' }).click();
  await page.getByRole('link', { name: 'Open the hand-off' }).click();
  await page.getByText('Scope line by line').waitFor();
  await page.getByRole('button', { name: 'Return' }).first().click();
  await page.getByRole('dialog').getByRole('textbox').fill('Who is our contact there?');
  await page.getByRole('dialog').getByRole('button').last().click();
  await page.getByRole('button', { name: 'Propose again' }).click();
  await pick(page, 'Project manager', 'Aisha');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/client-projects/, { timeout: 20_000 });
  await page.evaluate(() => {
    // Counts every key from here on.
    const counted = window as unknown as { keys: number };
    counted.keys = 0;
    window.addEventListener('keydown', () => {
      counted.keys += 1;
    });
  });
  await page.getByRole('link', { name: /Origins/ }).click();
  await page.getByText('Scope as sold').waitFor();
  await page.getByText('What the customer was told').waitFor();
  expect(await page.evaluate(() => (window as unknown as { keys: number }).keys)).toBe(0);

  // The address of a client project ends with its id.
  const id = page.url().split('/')[4] as ProjectId;
  const project = await owner.call(projects.get, { params: { id } });
  const sold = await owner.call(soldProjects.get, { params: { id } });
  if (project.kind !== 'client') throw new Error('a hand-off makes client projects');
  expect(project.price).toBe(sold.lines.reduce((sum, line) => sum + line.amount, 0));
  expect(sold.drift.minutes).toMatchObject({ sold: 7_200, estimated: 7_200 });
  await page.context().close();
});

async function soldDeal(): Promise<string> {
  const account = (await owner.call(accounts.list, { query: { search: 'Tern Shipping' } })).rows[0];
  const consultant = (await owner.call(roles.list)).rows.find(({ name }) => name === 'Consultant');
  if (!account || !consultant) throw new Error('the sample has neither');
  const { id } = await owner.call(deals.create, {
    body: { name: 'Tide tables', accountId: account.id, scope: 'Tables for four ports' },
  });
  const lines = [{ roleId: consultant.id, minutes: 7_200 }];
  await owner.call(deals.setDemand, { params: { id }, body: { lines } });
  return id;
}
