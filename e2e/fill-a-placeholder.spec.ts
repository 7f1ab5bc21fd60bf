import { allocations } from '@evenkeel/contract/allocations';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The planner of the sample firm: somebody is found for an open place, and work is moved about. */
const browser = useBrowser();
const server = useSampleFirm('planner');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

async function openPlanner(viewport = { width: 1440, height: 900 }): Promise<Page> {
  return browser.open({
    path: '/planner',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport,
  });
}

it('fills a placeholder with who is free and can do it, takes it back, and does it again (U11, IN-05)', async () => {
  const page = await openPlanner();
  await rowOf(page, 'Interface design').waitFor();
  await barOf(page, 'Tenant service').click();
  const panel = page.getByRole('dialog', { name: /Tenant service/ });
  await panel.getByRole('row', { name: /Together/ }).waitFor();
  await panel.getByRole('button', { name: 'Fill with a person' }).click();
  const people = page
    .getByRole('list', { name: 'People, the best fit first' })
    .getByRole('listitem');
  const best = people.first();
  await best.getByText(/can .*User research/).waitFor();
  const name = (await best.getByRole('button').getAttribute('aria-label'))?.slice(
    'Fill with '.length,
  );
  await best.getByRole('button', { name: /^Fill with/ }).click();
  await page
    .getByRole('status')
    .filter({ hasText: `${name} on Tenant service` })
    .waitFor();
  await expect.poll(() => rowOf(page, 'Interface design').count()).toBe(0);
  await page.getByRole('button', { name: 'Undo (Ctrl Z)' }).click();
  await rowOf(page, 'Interface design').waitFor();
  await page.getByRole('button', { name: 'Redo (Ctrl Shift Z)' }).click();
  await expect.poll(() => rowOf(page, 'Interface design').count()).toBe(0);
  await page.reload();
  await rowOf(page, name ?? '').click();
  await rowOf(page, 'Tenant service').first().waitFor();
  await page.context().close();
});

it('moves an allocation by keys to somebody else, says what is too much, and takes it back (U11)', async () => {
  const page = await openPlanner();
  await rowOf(page, 'Laura Schmidt').click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  const before = await theAllocations();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowDown');
  const status = page.getByRole('status').filter({ hasText: 'Enter saves' });
  await status
    .getByText(/Lucas Martin/)
    .first()
    .waitFor();
  await status.getByText(/too much for Lucas Martin/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Lucas Martin on' }).waitFor();
  await expect.poll(theAllocations).not.toEqual(before);
  await page.keyboard.press('Control+z');
  await page.getByRole('status').filter({ hasText: 'Undone' }).waitFor();
  await expect.poll(theAllocations).toEqual(before);
  await page.context().close();
});

it('draws a new allocation over days, and splits it from the menu', async () => {
  const page = await openPlanner();
  const row = rowOf(page, 'Greta Olsen');
  const { x, y } = await weekOf(row, page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 3 });
  await page.mouse.move(x + 70, y, { steps: 3 });
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: 'New allocation' });
  expect(await dialog.getByRole('combobox', { name: 'Person' }).inputValue()).toBe('Greta Olsen');
  await dialog.locator('[data-field=projectId]').click();
  await page.getByRole('option', { name: 'Guest experience' }).click();
  await dialog.getByRole('button', { name: /Add allocation/ }).click();
  await page.getByRole('status').filter({ hasText: 'Greta Olsen on Guest experience' }).waitFor();
  await row.click();
  const bar = page.locator(
    `[data-row="${await numberOf(rowOf(page, 'Guest experience'))}"] [data-bar]`,
  );
  await bar.first().click({ button: 'right' });
  await page.getByRole('menuitem', { name: /Split at a day/ }).click();
  await page.getByRole('status').filter({ hasText: 'choose the day' }).waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => bar.count()).toBe(2);
  await page.context().close();
});

it('shows what open deals would take, and opens the deal (BA-03)', async () => {
  const page = await openPlanner();
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByText('Weighted').click();
  await rowOf(page, 'Open deals').waitFor();
  await page.keyboard.press('Escape');
  await barOf(page, 'Cost programme').click();
  await page.waitForURL(/\/deals\//);
  await page.getByRole('heading', { name: 'Cost programme' }).first().waitFor();
  await page.context().close();
});

it('names what collides and goes there', async () => {
  const page = await openPlanner();
  await page.getByRole('button', { name: /clash/ }).click();
  const clashes = page.getByRole('list', { name: 'Clashes' }).getByRole('listitem');
  await clashes.filter({ hasText: 'Samuel Adeyemi' }).first().getByRole('button').click();
  await page
    .locator('[role=row][aria-selected=true]')
    .filter({ hasText: 'Samuel Adeyemi' })
    .waitFor();
  await page.context().close();
});

it('is a list of people with their weeks on a phone', async () => {
  const page = await openPlanner({ width: 390, height: 844 });
  await page
    .getByRole('button', { name: /Aisha Rahman/ })
    .first()
    .click();
  await page
    .getByRole('dialog', { name: /Aisha Rahman/ })
    .getByText('Allocations')
    .waitFor();
  await page.context().close();
});

function rowOf(page: Page, name: string): Locator {
  return page.getByRole('row').filter({ hasText: name }).and(page.locator('[data-row]'));
}

/** A bar that says its work: of a placeholder. */
function barOf(page: Page, work: string): Locator {
  return page.locator('[data-bar]').filter({ hasText: work }).first();
}

async function numberOf(row: Locator): Promise<string> {
  return (await row.first().getAttribute('data-row')) ?? '';
}

/** A place within a week of a person that lies in view. */
async function weekOf(row: Locator, page: Page): Promise<{ x: number; y: number }> {
  const box = await row.first().boundingBox();
  const grid = await page.getByRole('treegrid').boundingBox();
  if (!box || !grid) throw new Error('The planner is not shown.');
  return { x: grid.x + grid.width - 300, y: box.y + box.height / 2 };
}

/** Who is on what when, by the server. */
async function theAllocations(): Promise<string[]> {
  const { rows } = await owner.call(allocations.list, { query: { limit: 1_000 } });
  return rows
    .map(({ id, person, startOn, endOn }) => `${id} ${person?.name} ${startOn} ${endOn}`)
    .toSorted();
}
