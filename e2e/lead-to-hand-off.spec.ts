import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { leads } from '@evenkeel/contract/leads';
import { projects } from '@evenkeel/contract/projects';
import { contracts } from '@evenkeel/contract/quotes';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pick, write } from './forms.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The whole way from interest to work: lead, deal, quote, contract, hand-off returned and accepted. */
const browser = useBrowser();
const server = useSampleFirm('lead-to-hand-off');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

it('goes from a lead to account, contact and deal, a signed contract, and a hand-off returned once, then accepted (U01, CR-06, CR-10, B09)', async () => {
  const page = await browser.open({
    path: '/leads?new=true',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
  await noteLead(page);
  const dealId = await qualify(page);
  await sellHours(page);
  await quoteAndSign(page);
  await win(page);
  await returnWithReasons(page);
  await mendAndProposeAgain(page, dealId);
  await accept(page);

  const { lead, deal } = await whatBecameOf(dealId);
  expect(lead).toMatchObject({ state: 'qualified', account: deal.account });
  expect(deal.contractSignedOn).not.toBeNull();
  // The address of a client project ends with its id.
  const id = page.url().split('/')[4] as ProjectId;
  const project = await owner.call(projects.get, { params: { id } });
  if (project.kind !== 'client') throw new Error('a hand-off makes client projects');
  expect(project).toMatchObject({ account: deal.account, price: 15_600_00 });
  const { contract } = await owner.call(contracts.ofDeal, { params: { dealId } });
  expect(contract).toMatchObject({ value: 15_600_00, reference: 'PO 4711' });
  await page.context().close();
});

async function noteLead(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ines Duarte');
  await dialog.getByRole('textbox', { name: 'Company' }).fill('Lumen Ferries');
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill('ines@lumen.example');
  await dialog.getByRole('textbox', { name: 'What they want' }).fill('Tide tables on board');
  await dialog.getByRole('button', { name: 'Create lead' }).click();
  await page.getByRole('heading', { name: 'Ines Duarte' }).first().waitFor();
}

/** Ticks what no field can say, then qualifies. */
async function qualify(page: Page): Promise<DealId> {
  for (const name of [/^They decide/, /^It is work we do/]) {
    const criterion = page.getByRole('checkbox', { name });
    await criterion.click();
    await page.getByRole('checkbox', { name, checked: true }).waitFor();
  }
  await page.getByText('5 of 5 criteria are met').waitFor();
  await page.getByRole('button', { name: 'Qualify', exact: true }).click();
  await page.getByRole('button', { name: 'Make account, contact and deal' }).click();
  await page.waitForURL(/\/deals\//);
  await page.getByRole('textbox', { name: 'Deal name' }).waitFor();
  // The address of a deal ends with its id.
  return page.url().split('/')[4] as DealId;
}

async function sellHours(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a role' }).click();
  await page.getByRole('combobox', { name: 'Role 1' }).click();
  await page.getByRole('option', { name: 'Consultant', exact: true }).click();
  await write(page, 'Hours 1', '120');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Hours saved').waitFor();
}

async function quoteAndSign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'New quote' }).click();
  await page.waitForURL(/\/quotes\//);
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await page.getByRole('button', { name: 'Accepted', exact: true }).click();
  await page.getByText('has the value and hours of').waitFor();
  await page.getByRole('link', { name: 'Tide tables on board' }).first().click();
  await page.locator('input[value="15,600"]').first().waitFor();
  await page.getByRole('button', { name: 'Write down the contract' }).click();
  const reference = page.getByRole('textbox', { name: 'Their reference' });
  await reference.fill('PO 4711');
  await reference.press('Tab');
}

async function win(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Qualified' }).click();
  await page.getByRole('menuitem', { name: 'Won' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as won' }).click();
  await page.getByRole('link', { name: 'Open the hand-off' }).click();
  await page.getByText('Scope line by line').waitFor();
}

async function returnWithReasons(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Return…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('What is sold is not written down.');
  await dialog.getByRole('button', { name: 'Return', exact: true }).click();
  await page.getByText(/Returned to sales by .*What is sold is not written down\./).waitFor();
}

/** The seller reads the reason on the deal, writes down what is sold, and proposes it again. */
async function mendAndProposeAgain(page: Page, dealId: DealId): Promise<void> {
  const handOff = page.url();
  await page.goto(`/deals/${dealId}`);
  await page.getByText('What is sold is not written down.').first().waitFor();
  await write(page, 'What is sold', 'Tables for four ports, read by an app without a net');
  await page.getByRole('main').getByText('Saved', { exact: true }).waitFor();
  await page.goto(handOff);
  await page.getByRole('button', { name: 'Propose again' }).click();
  await page.getByRole('button', { name: 'Return…' }).waitFor();
}

async function accept(page: Page): Promise<void> {
  await pick(page, 'Project manager', 'Aisha');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/\/client-projects\//);
  await page.getByRole('link', { name: /Origins/ }).click();
  await page.getByText('Tables for four ports, read by an app without a net').first().waitFor();
}

async function whatBecameOf(dealId: DealId) {
  const { rows } = await owner.call(leads.list, { query: { search: 'Ines Duarte' } });
  const deal = await owner.call(deals.get, { params: { id: dealId } });
  const { rows: accepted } = await owner.call(handOffs.list, { query: { state: 'accepted' } });
  expect(accepted.map((handOff) => handOff.deal.id)).toContain(dealId);
  return { lead: rows[0], deal };
}
