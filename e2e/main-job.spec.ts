import { facts } from '@evenkeel/core/imports/sales-files.fixture';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { choose, pick, untilSaved, write } from './forms.ts';
import { promisedFigures, shownFigures } from './main-job/figures.ts';
import {
  allDeals,
  continueToChoices,
  continueToConfirm,
  dropSalesFiles,
  named,
  written,
} from './main-job/sales-files.ts';
import { logInWeek, minutesIn, pickWork, putOn, sellHours } from './main-job/work.ts';
import { useServer } from './own-server.ts';

/**
 * The main job from the first visit to the balance, in the screens alone and in one workspace: the
 * firm begins empty and brings its own files. Each sentence goes on where the one before it ended.
 */
const browser = useBrowser();
const server = useServer('main-job');
let session: BrowserContextOptions['storageState'];

function visit(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    viewport: { width: 1440, height: 900 },
    ...(session === undefined ? {} : { storageState: session }),
  });
}

/** Opens, from the board, the first deal in a stage. */
async function openDealOf(stage: string): Promise<Page> {
  const page = await visit('/deals/board');
  await page.getByRole('searchbox', { name: 'Search deals' }).fill(named.search);
  const column = page.getByRole('region', { name: new RegExp(`^${stage}, `) });
  await column.getByRole('listitem').filter({ hasText: named.search }).first().click();
  await page.getByRole('link', { name: 'What changes if we sign this?' }).waitFor();
  return page;
}

it('makes an empty workspace on the first visit, with a short list of first steps', async () => {
  const page = await visit('/');
  await page.getByLabel('Name of the firm').fill('Keel & Co');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('kite over the lake');
  await page.getByRole('button', { name: /^Make the workspace/ }).click();
  await page.getByRole('button', { name: /Start empty/ }).click();
  await page.getByText('0 of 6 done').waitFor();
  session = await page.context().storageState();
  await page.goto('/balance');
  await page.getByRole('heading', { name: 'Nothing to weigh yet' }).waitFor();
  await page.getByRole('link', { name: 'Start an initiative' }).waitFor();
  await page.context().close();
});

it('recognises the columns of the sales files, and meets their dirt with choices (IG-06)', async () => {
  const page = await visit('/');
  await dropSalesFiles(page, 'iso');
  const goes = (column: string) => page.getByRole('combobox', { name: `Where ${column} goes` });
  expect(await goes('close_value').locator('option:checked').textContent()).toBe('Value');
  expect(await goes('sales_agent').last().locator('option:checked').textContent()).toBe('Owner');
  await continueToChoices(page);
  const chosen = (title: string) =>
    page.getByRole('combobox', { name: `What to do: ${title}` }).locator('option:checked');
  expect(await chosen(`Product “${named.slippedProduct}” is not known`).textContent()).toBe(
    `Use “${named.product}”`,
  );
  expect(await chosen('Sector “technolgy”').textContent()).toBe('Correct to “technology”');
  expect(await chosen('Deals without an account').textContent()).toBe(
    'Take them without an account',
  );
  await page.getByRole('link', { name: /^See all [\d,]+ problems$/ }).click();
  await page.getByRole('searchbox').fill('technolgy');
  await page.getByRole('gridcell', { name: 'technolgy' }).first().waitFor();
  await page.context().close();
});

it('imports everything in one go, says how far it is, and finds all of it again the second time (IG-06)', async () => {
  const page = await visit('/');
  await dropSalesFiles(page, 'iso');
  await continueToChoices(page);
  await continueToConfirm(page);
  await page.getByRole('button', { name: /^Import [\d,]+ records$/ }).click();
  await page.getByRole('progressbar', { name: 'Progress of the import' }).waitFor();
  await page.getByText(/^[\d,]+ records came in\.$/).waitFor();
  await page.getByRole('link', { name: 'See the deals' }).click();
  await page.getByText(allDeals).waitFor();
  for (const dates of ['iso', 'day-first'] as const) {
    await dropSalesFiles(page, dates);
    if (dates === 'day-first')
      await page.getByRole('combobox', { name: 'Order of the dates of close_date' }).waitFor();
    await continueToChoices(page);
    await continueToConfirm(page);
    await page.getByText('Everything in these files is here already.').waitFor();
    await page.getByRole('button', { name: 'Nothing to import' }).waitFor();
  }
  await page.context().close();
});

it('finds deals in the list by words, by filter and by order (CR-05)', async () => {
  const page = await visit('/deals');
  await page.getByText(allDeals).waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Stage' }).click();
  await page.getByRole('checkbox', { name: 'Won' }).check();
  await page.keyboard.press('Escape');
  await page.getByText(`${written(facts.stages.Won)} deals`).waitFor();
  await page.getByText(`£${written(facts.wonValue)}`).waitFor();
  await page.getByRole('button', { name: 'Value', exact: true }).click();
  const first = page.getByRole('grid').getByRole('row').nth(1);
  await first.getByText(named.highestValue).waitFor();
  await page.getByRole('searchbox', { name: 'Search deals' }).fill(named.search);
  await first.getByRole('link', { name: named.search }).waitFor();
  await page.getByRole('button', { name: 'Remove the filter on stage' }).click();
  await page.context().close();
});

it('moves a deal on the board by drag, by menu and by keyboard, and takes a move back (CR-05, U06)', async () => {
  const page = await visit('/deals/board');
  await page.getByRole('searchbox', { name: 'Search deals' }).fill(named.search);
  const column = (stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}, `) });
  const cards = (stage: string) => column(stage).getByRole('listitem').filter({ hasText: 'DEA-' });
  await cards('Engaging').first().waitFor();
  await expect.poll(() => cards('Engaging').filter({ hasNotText: named.search }).count()).toBe(0);
  const name = await cards('Engaging').first().getByText(named.search).first().textContent();
  await cards('Engaging').first().dragTo(column('Qualified').getByRole('list'));
  await page.getByText(`${name} moved to Qualified`).first().waitFor();
  await cards('Qualified')
    .filter({ hasText: name ?? '' })
    .waitFor();

  await cards('Qualified').first().locator('[tabindex]').first().focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Proposal' }).click();
  // The focus goes along, so that the keys move the same card.
  await cards('Proposal')
    .filter({ hasText: name ?? '' })
    .locator(':focus')
    .waitFor();
  await page.keyboard.press('Control+Shift+ArrowRight');
  await cards('Negotiation')
    .filter({ hasText: name ?? '' })
    .waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await cards('Proposal')
    .filter({ hasText: name ?? '' })
    .waitFor();
  await page.context().close();
});

it('writes a strategic plan with a goal in numbers, hears what is missing, and approves it (ST-01, ST-02)', async () => {
  const page = await visit('/plans');
  await page.getByRole('button', { name: 'New plan' }).first().click();
  await write(page.getByRole('dialog'), 'Name', 'Grow on purpose');
  await page.getByRole('button', { name: 'Write plan' }).click();
  await page.getByRole('heading', { name: 'Grow on purpose' }).waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('It cannot be approved yet. Missing:').waitFor();
  await page.getByRole('button', { name: 'Name who answers for the plan.' }).click();
  await pick(page.getByRole('main'), 'Owner', 'Ada');
  await write(page, 'Mission', 'We make small firms run on time.');
  await write(page, 'Vision', 'The firm that owners recommend.');
  await write(page, 'Where we stand', '12 retained clients.');
  await write(page, 'Where we want to be', '24 retained clients.');

  await page.getByRole('button', { name: 'Add goal' }).click();
  const form = page.getByRole('dialog');
  await write(form, 'Goal', 'Twice as many retained clients');
  await choose(form, 'Driver', 'Growth');
  await write(form, 'First KPI', 'Retained clients');
  await write(form, 'Unit', 'clients');
  await write(form, 'Baseline', '12');
  await write(form, 'Target', '24');
  await write(form, 'Deadline', '+300');
  await form.getByRole('button', { name: 'Add goal' }).click();
  await page.getByText('Retained clients from 12 to 24 clients').waitFor();
  await untilSaved(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('“Grow on purpose” is approved').waitFor();
  await page.context().close();
});

it('puts an initiative under the goal: the test says what is missing, and it is approved once that is there (B04, ST-14)', async () => {
  const page = await visit('/goals');
  await page.getByRole('link', { name: 'Twice as many retained clients' }).click();
  await page
    .getByRole('button', { name: /initiative$/ })
    .first()
    .click();
  await write(page.getByRole('dialog'), 'Initiative', 'Retainer offer');
  await page.getByRole('dialog').getByRole('button', { name: 'Add initiative' }).click();
  await page.getByText('Still a goal candidate: 0 of 5 criteria are met').waitFor();
  await page.getByRole('button', { name: 'Propose' }).click();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByText('To be approved it needs 3 more of the five criteria.').waitFor();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^A budget/ })
    .click();
  await page.getByRole('textbox', { name: 'Budget' }).and(page.locator(':focus')).waitFor();
  await write(page, 'Budget', '20000');
  await write(page, 'Scope', 'A fixed monthly offer, tried with ten firms.');
  const main = page.getByRole('main');
  await choose(main, 'Team', 'Delivery');
  await pick(main, 'Leader', 'Ada');
  await pick(main, 'Project manager', 'Ada');
  await write(page, 'Starts', 'today');
  await write(page, 'Ends', '+120');
  await write(page, 'Promised a week', '8');
  await page.getByText('An initiative: 5 of 5 criteria are met').waitFor();
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('button', { name: 'State: Approved' }).waitFor();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('button', { name: 'State: Executing' }).waitFor();
  await page.context().close();
});

it('wins a deal with its contract signed; its hand-off is accepted, and the project stands with the origin of each field (CR-06, B09)', async () => {
  const page = await openDealOf('Proposal');
  await write(page, 'Value', '28000');
  await sellHours(page, { Consultant: '200', 'Project manager': '40' });
  await untilSaved(page);
  await page.getByRole('button', { name: 'Proposal', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Won' }).click();
  await page.getByRole('button', { name: 'Mark as won' }).click();
  await page.getByRole('link', { name: 'Open the hand-off' }).click();
  await page.getByText('Nobody is project manager yet.').waitFor();
  await pick(page, 'Project manager', 'Ada');
  await choose(page, 'Template', 'Campaign');
  await write(page, 'Start', '+7');
  await write(page, 'End', '+70');
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.waitForURL(/client-projects/);
  await page.getByRole('listitem', { name: 'Sharpen audience and message' }).waitFor();
  await page.getByText('0 h logged of 240 h').waitFor();
  await page.getByRole('link', { name: 'Origins' }).click();
  const price = page.getByRole('row', { name: /^Price/ });
  await price.getByText('£28,000').first().waitFor();
  await price.getByRole('link', { name: /^Deal / }).waitFor();
  await page.context().close();
});

it('puts a person on a task of either kind and logs time by the timer and in the week (PM-12, FI-05)', async () => {
  const page = await visit('/initiatives');
  await page.getByRole('link', { name: 'Retainer offer' }).click();
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  const newTask = page.getByRole('textbox', { name: 'Add a task without a phase' });
  await newTask.fill('Write the offer');
  await newTask.press('Enter');
  await putOn(page, 'Write the offer', 'Ada');
  await page.goto('/client-projects');
  await page.getByRole('gridcell').getByRole('link', { name: named.search }).first().click();
  await putOn(page, 'Sharpen audience and message', 'Ada');

  await page.keyboard.press('t');
  await pickWork(page, 'Write the offer');
  await page.getByRole('button', { name: /^Timer on/ }).click();
  await write(page.getByRole('dialog'), 'Runs for', '0:05');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Stop the timer' }).click();
  await page.getByRole('button', { name: /^Start timer/ }).waitFor();

  await page.goto('/time');
  await page.getByText('Initiatives 0:05 h').waitFor();
  // Of the week before every day is over, whatever day the test runs on.
  await page.getByRole('button', { name: 'Previous week' }).click();
  await logInWeek(page, 'Sharpen audience and message', ['2:30', '1:30']);
  await logInWeek(page, 'Write the offer', ['0:55']);
  await page.getByText('4:55 h of 40 h').waitFor();
  await page.context().close();
});

it('shows in Balance where the hours went, and each figure opens to rows that sum to it (BA-01, U19)', async () => {
  const page = await visit('/balance');
  await page.getByText('Retainer offer').first().waitFor();
  for (const [kind, hours] of [
    ['client projects', 4],
    ['initiatives', 1],
  ] as const) {
    await page.getByRole('button', { name: `Rows behind Given to ${kind}: ${hours} h` }).click();
    const rows = page.getByRole('list', { name: 'Rows of this figure' }).getByRole('listitem');
    await rows.nth(1).waitFor();
    const minutes = (await rows.allTextContents()).map(minutesIn);
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(hours * 60);
    await page.keyboard.press('Escape');
  }
  await page.context().close();
});

it('says what an open deal would do before it is signed, and signing it makes exactly that true (B13)', async () => {
  const page = await openDealOf('Engaging');
  await sellHours(page, { Consultant: '90', Designer: '30' });
  await write(page, 'Delivery starts', '+7');
  await write(page, 'Delivery ends', '+70');
  await untilSaved(page);
  await page.getByRole('link', { name: 'What changes if we sign this?' }).click();
  await pick(page, 'Project manager', 'Ada');
  await page.getByText('Nobody is project manager yet.').waitFor({ state: 'hidden' });
  const promised = await promisedFigures(page);
  const balancePage = await visit('/balance');
  expect(await shownFigures(balancePage)).not.toEqual(promised);

  await page.getByRole('button', { name: 'Win and start the project' }).click();
  const confirm = page.getByRole('dialog');
  await confirm.getByRole('button', { name: 'Win and start the project' }).click();
  await page.waitForURL(/client-projects/);
  expect(await shownFigures(balancePage)).toEqual(promised);
  expect(promised.hours.size).toBeGreaterThan(0);
  await balancePage.context().close();
  await page.context().close();
});
