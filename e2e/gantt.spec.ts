import { projects } from '@evenkeel/contract/projects';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The plan of a running project of the sample firm, on its Gantt chart. */
const browser = useBrowser();
const server = useSampleFirm('gantt');
let owner: Member;
let home: string;

beforeAll(async () => {
  owner = server.owner;
  const found = await owner.call(projects.list, { query: { search: 'Claims portal', limit: 1 } });
  home = `/client-projects/${found.rows[0]?.id}`;
});

async function openAt(path: string): Promise<Page> {
  const page = await browser.open({
    path,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1600, height: 1000 },
  });
  await page.getByRole('treegrid').waitFor();
  // The chart can be changed once the plan behind it has come.
  await page.waitForFunction(() => document.querySelector('[data-part=whole]') !== null);
  return page;
}

it('drags a bar, sees what moves with it before it is saved, and takes it back (PM-03, PM-07, PM-08)', async () => {
  const page = await openAt(`${home}/gantt`);
  const row = rowOf(page, 'Test with users');
  const before = await datesOf(row);
  const follower = await datesOf(rowOf(page, 'Launch accepted'));
  const { x, y } = await barOf(page, row);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 4 });
  await page.mouse.move(x + 120, y, { steps: 6 });
  const status = page.getByRole('status').filter({ hasText: 'Test with users' });
  await status.getByText(/other tasks? moves?/).waitFor();
  expect(await datesOf(rowOf(page, 'Launch accepted'))).not.toEqual(follower);
  await page.mouse.up();
  const notice = page.getByRole('status').filter({ hasText: 'moved' });
  await notice.getByRole('button', { name: 'Undo' }).waitFor();
  const moved = await datesOf(row);
  expect(moved).not.toEqual(before);
  await page.reload();
  await expect.poll(() => datesOf(rowOf(page, 'Test with users'))).toEqual(moved);
  await page.context().close();
});

it('moves and stretches with the keys, saves with Enter, and takes it back with Ctrl Z', async () => {
  const page = await openAt(`${home}/gantt`);
  const grid = page.getByRole('treegrid');
  await grid.focus();
  await goTo(page, 'Test with users');
  const row = rowOf(page, 'Test with users');
  const before = await datesOf(row);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('Enter saves, Escape goes back').waitFor();
  const wanted = await datesOf(row);
  expect(wanted).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => datesOf(row)).toEqual(before);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'moved' }).first().waitFor();
  await expect.poll(() => datesOf(row)).not.toEqual(before);
  const moved = await datesOf(row);
  await page.keyboard.press('Control+z');
  await expect.poll(() => datesOf(row), { timeout: 15_000 }).toEqual(before);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => datesOf(row), { timeout: 15_000 }).toEqual(moved);
  await page.getByRole('button', { name: 'Undo (Ctrl Z)' }).click();
  await expect.poll(() => datesOf(row), { timeout: 15_000 }).toEqual(before);
  await page.context().close();
});

it('splits a task by keyboard, shows its parts, and joins them by the menu (PM-03, WCAG 2.5.7)', async () => {
  const page = await openAt(`${home}/gantt`);
  await page.getByRole('treegrid').focus();
  await goTo(page, 'Test with users');
  const row = rowOf(page, 'Test with users');
  const before = await datesOf(row);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('s');
  await page.getByRole('status').filter({ hasText: 'Test with users pauses from' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await row.getByText(/in 2 parts/).waitFor({ state: 'attached' });
  await page.getByRole('status').filter({ hasText: '“Test with users” pauses' }).waitFor();
  expect(await datesOf(row)).not.toEqual(before);
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: /^Part 2/ }).hover();
  await page.getByRole('menuitem', { name: 'Join with part 1' }).click();
  await expect.poll(() => datesOf(row), { timeout: 15_000 }).toEqual(before);
  await page.context().close();
});

it('lays a scenario beside the plan, with how much later tasks end in it (B13, PM-03)', async () => {
  const page = await openAt(`${home}/gantt`);
  await page.getByRole('button', { name: 'Scenario' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'The claims portal three weeks later' }).click();
  await page.getByText(/tasks move/).waitFor();
  await rowOf(page, 'Go live')
    .getByText(/in the scenario .* d/)
    .waitFor({ state: 'attached' });
  await page.reload();
  await page.getByRole('button', { name: 'The claims portal three weeks later' }).waitFor();
  await page.context().close();
});

it('says what other shares of time do before they are saved (PM-07)', async () => {
  const page = await openAt(`${home}/gantt`);
  await rowOf(page, 'Go live').getByRole('link', { name: 'Go live' }).click();
  await page.getByRole('button', { name: 'Shares of time…' }).click();
  const dialog = page.getByRole('dialog');
  const share = dialog.getByRole('textbox', { name: /^Share of Nadia/ });
  await share.fill('40');
  await share.blur();
  await dialog.getByText(/of each person’s time/).waitFor();
  await dialog.getByText('It ends on the same day.').waitFor();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('list', { name: 'Shares of time' }).getByText('40%').waitFor();
  await page.context().close();
});

it('draws a link by keyboard; one that would close a loop is refused by name (PM-08)', async () => {
  const page = await openAt(`${home}/gantt`);
  await page.getByRole('treegrid').focus();
  await goTo(page, 'Launch accepted');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('l');
  await page.getByText(/What waits for Launch accepted/).waitFor();
  await goTo(page, 'Test with users', 'ArrowUp');
  await page.getByText(/wait for each other/).waitFor();
  await page.keyboard.press('Escape');
  await page.context().close();
});

it('scrolls on when a bar is dragged to the edge of the chart (PM-03)', async () => {
  const page = await openAt(`${home}/gantt`);
  for (let closer = 0; closer < 4; closer += 1) await page.keyboard.press('+');
  const row = rowOf(page, 'Connect the systems');
  await row.click();
  await page.getByRole('treegrid').press('+');
  const grid = page.getByRole('treegrid');
  const scrolled = () => grid.evaluate((element) => element.scrollLeft);
  const edge = await grid.boundingBox();
  const { x, y } = await barOf(page, row);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 20, y, { steps: 3 });
  const before = await scrolled();
  await page.mouse.move((edge?.x ?? 0) + (edge?.width ?? 0) - 6, y, { steps: 4 });
  await expect.poll(scrolled).toBeGreaterThan(before + 200);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.context().close();
});

it('drags a bar with a finger that has rested on it; one that moves on only scrolls (PM-03)', async () => {
  const page = await browser.open({
    path: `${home}/gantt`,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('treegrid').waitFor();
  await page.locator('[data-part=whole]').first().waitFor({ state: 'attached' });
  const touch = await fingerOn(page);
  const row = rowOf(page, 'Test with users');
  // In the middle, right of the names: what head and names cover counts as in view.
  const line = await row.getAttribute('data-row');
  const centre = () =>
    page.locator(`[data-row="${line}"] [data-part=whole]`).evaluate((bar) => {
      bar.scrollIntoView({ block: 'center', inline: 'center' });
      bar.closest('[role=treegrid]')?.scrollBy(-40, 0);
    });
  await centre();
  const bar = await barOf(page, row);
  await touch.down(bar);
  await touch.move({ x: bar.x, y: bar.y + 60 });
  // A finger that rests before it is lifted does not throw what it holds.
  await page.waitForTimeout(400);
  await touch.move({ x: bar.x, y: bar.y + 61 });
  await touch.up();
  expect(await page.getByRole('status').filter({ hasText: 'Test with users' }).count()).toBe(0);
  await centre();
  const place = await barOf(page, row);
  await touch.down(place);
  await page.locator('[data-part=finish]').first().waitFor();
  await touch.move({ x: place.x + 12, y: place.y });
  await touch.move({ x: place.x + 34, y: place.y });
  await page.getByRole('status').filter({ hasText: 'Test with users' }).waitFor();
  await touch.up();
  const notice = page.getByRole('status').filter({ hasText: 'moved' });
  await notice.getByRole('button', { name: 'Undo' }).click();
  await notice.waitFor({ state: 'hidden' });
  await page.context().close();
});

it('zooms about the pointer, shows the critical path, and goes out as picture and PDF (PM-03)', async () => {
  const page = await openAt(`${home}/gantt`);
  const all = await page.getByRole('row').count();
  const width = async () => (await page.locator('[data-shape=task]').first().boundingBox())?.width;
  const before = (await width()) ?? 0;
  await page.getByRole('button', { name: 'Look closer (+)' }).click();
  await expect.poll(async () => (await width()) ?? 0).toBeGreaterThan(before * 1.3);
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.getByText('Critical', { exact: true }).click();
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(all);
  await page.locator('[data-shape][data-critical]').first().waitFor();
  await page.getByText('All', { exact: true }).click();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1', 0, 5)).toBe('%PDF-');
  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Picture (PNG)' }).click();
  expect((await download).suggestedFilename()).toBe('Claims portal.png');
  await page.context().close();
});

it('finds tasks by who does them, and says what the marks mean and what a bar knows (PM-03)', async () => {
  const page = await openAt(`${home}/gantt`);
  const all = await page.getByRole('row').count();
  await page.keyboard.press('/');
  await page.keyboard.type('go live');
  await expect.poll(() => page.getByRole('row').count()).toBeLessThan(all);
  await page.keyboard.press('Enter');
  const row = rowOf(page, 'Go live');
  await expect.poll(() => row.getAttribute('data-active')).toBe('line');
  const { x, y } = await barOf(page, row);
  await page.mouse.move(x, y);
  await page.getByText(/^May slip until|^Critical: if it slips/).waitFor();
  await page.getByRole('searchbox', { name: 'Find a task or a person' }).fill('nobody at all');
  await page.getByText('No task and nobody on one is called “nobody at all”.').waitFor();
  await page.getByRole('button', { name: 'Marks and keys' }).click();
  await page.getByRole('dialog', { name: 'Marks and keys' }).getByText('Slack:').waitFor();
  await page.context().close();
});

it('shows all work of both kinds and unfolds a project into its tasks (PM-03, U15)', async () => {
  const page = await browser.open({
    path: '/schedule',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1600, height: 1000 },
  });
  const grid = page.getByRole('treegrid', { name: 'Schedule of all work' });
  await grid.waitFor();
  await rowOf(page, 'Proposal workbench').waitFor();
  const all = await page.getByRole('row').count();
  await grid.focus();
  await goTo(page, 'Claims portal');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThan(all);
  await rowOf(page, 'Interview users').first().waitFor();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Kind' }).click();
  await page.getByRole('dialog').getByText('Initiative').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => rowOf(page, 'Claims portal').count()).toBe(0);
  await page.context().close();
});

it('moves a task in the schedule of all work, says whose end moves, and takes it back (PM-03, U15)', async () => {
  const page = await browser.open({
    path: '/schedule',
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1600, height: 1000 },
  });
  await page.getByRole('treegrid', { name: 'Schedule of all work' }).focus();
  await goTo(page, 'Claims portal');
  await page.keyboard.press('ArrowRight');
  await goTo(page, 'Launch accepted');
  const row = rowOf(page, 'Launch accepted').first();
  await page.locator('[data-part=whole]').first().waitFor({ state: 'attached' });
  const before = await datesOf(row);
  for (let week = 0; week < 7; week += 1) await page.keyboard.press('ArrowRight');
  const status = page.getByRole('status').filter({ hasText: 'Launch accepted' });
  await status.getByText(/Claims portal ends \d+ days? later/).waitFor();
  await page.keyboard.press('Enter');
  const notice = page.getByRole('status').filter({ hasText: '“Launch accepted” moved' });
  await notice.waitFor();
  await expect.poll(() => datesOf(row)).not.toEqual(before);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => datesOf(row), { timeout: 15_000 }).toEqual(before);
  await page.context().close();
});

function rowOf(page: Page, name: string): Locator {
  // At its beginning: a line also says what holds it, by name.
  return page.getByRole('row', { name: new RegExp(`^${name}`) });
}

/** What the table says of a line: its start and its finish. */
async function datesOf(row: Locator): Promise<string[]> {
  const cells = await row.locator('[role=gridcell]').allInnerTexts();
  return cells.slice(1, 3);
}

/** The middle of a line's bar, in pixels of the window. */
async function barOf(page: Page, row: Locator): Promise<{ x: number; y: number }> {
  const place = await row.getAttribute('data-row');
  const bar = page.locator(`[data-row="${place}"] [data-part=whole]`);
  let before = '';
  // Until it stands still: the chart may be gliding there.
  await expect
    .poll(
      async () => {
        const was = before;
        before = JSON.stringify(await bar.boundingBox());
        return before === was;
      },
      { interval: 250, timeout: 15_000 },
    )
    .toBe(true);
  const box = await bar.boundingBox();
  if (!box) throw new Error('the line has no bar in view');
  return { x: box.x + Math.min(30, box.width / 2), y: box.y + box.height / 2 };
}

/** A finger, as the browser of a phone feels it. */
async function fingerOn(page: Page) {
  const session = await page.context().newCDPSession(page);
  type Place = { readonly x: number; readonly y: number };
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: readonly Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...places] });
  return {
    down: (place: Place) => send('touchStart', [place]),
    move: (place: Place) => send('touchMove', [place]),
    up: () => send('touchEnd', []),
  };
}

/** Arrows until the line is the one that keys act on. */
async function goTo(page: Page, name: string, key: 'ArrowDown' | 'ArrowUp' = 'ArrowDown') {
  for (let step = 0; step < 60; step += 1) {
    const active = page.locator('[role=row][data-active], [role=row][data-target]').last();
    if ((await active.count()) > 0 && (await active.textContent())?.startsWith(name)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no line ${name}`);
}
