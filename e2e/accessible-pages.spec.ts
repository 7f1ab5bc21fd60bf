import { members } from '@evenkeel/contract/members';
import type { Page } from 'playwright-core';
import { beforeAll, expect, inject, it } from 'vitest';
import { insideAddresses, openAddresses, wrongAddresses } from './addresses.ts';
import { useBrowser } from './browser.ts';
import {
  findBarriers,
  findOverflow,
  follow,
  untilStill,
  useScheme,
  watchConsole,
} from './inspect.ts';
import { layers } from './layers.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

const browser = useBrowser();
const server = useSampleFirm('accessible');
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const smallest = { width: 320, height: 640 };
/** What a browser lays out in a wide window at 200 %. */
const zoomed = { width: 720, height: 450 };
const allPages = 600_000;
let owner: Member;
let inside: string[];

beforeAll(async () => {
  owner = server.owner;
  inside = await insideAddresses(owner);
});

it(
  'shows every page inside without a barrier, light and dark, on a wide screen, up to 200 % zoom',
  async () => {
    // What does not hang on colours is the same in the dark.
    const [light, dark] = await Promise.all([
      walk(inside, wide, inLight),
      walk(inside, wide, inDark),
    ]);
    expect([...light, ...dark]).toEqual([]);
  },
  allPages,
);

it(
  'shows every page inside without a barrier on a phone, down to 320 px',
  async () => {
    // A phone shows the same colours as a wide screen.
    const half = Math.ceil(inside.length / 2);
    const halves = [inside.slice(0, half), inside.slice(half)];
    const found = await Promise.all(halves.map((part) => walk(part, phone, inLight)));
    expect(found.flat()).toEqual([]);
  },
  allPages,
);

it('shows every page without a session, and what is not there, without a barrier', async () => {
  const { link } = await owner.call(members.invite, {
    body: { email: 'charles@example.com', role: 'member' },
  });
  const invitation = `/invitation${new URL(link).hash}`;
  // The first visit is another server's: this one has its workspace.
  const firstVisit = `${inject('appAddress')}/set-up`;
  const own = ['/welcome'];
  // The preview of the portal has nothing of its own: it leads on, with a client user's eyes.
  const apart = ['/set-up', '/portal/preview', ...own];
  const others = openAddresses().filter((path) => !apart.includes(path));
  const open = others.map((path) => (path === '/invitation' ? invitation : path));
  for (const viewport of [wide, phone]) {
    const visits = { open: await openPage(viewport), own: await openPage(viewport, owner) };
    expect(await walkWith(visits.open, [...open, firstVisit], inspect)).toEqual([]);
    expect(await walkWith(visits.own, own, inspect)).toEqual([]);
    // The console tells of the answer 404, so only the page is looked at.
    await visits.own.goto('/deals/0');
    expect(await inspect(visits.own)).toEqual([]);
    await visits.own.goto('/no/such/page');
    expect(await inspect(visits.own)).toEqual([]);
  }
});

it('says in plain words that nothing is there, wherever an address holds no id', async () => {
  const page = await openPage(wide, owner);
  await page.goto('/');
  await untilStill(page);
  for (const address of wrongAddresses()) {
    await follow(page, address);
    await page.getByRole('heading', { name: /^This .* is not here$/ }).waitFor();
    expect(await page.getByText('UUID').count(), address).toBe(0);
  }
});

it(
  'opens dialogs, menus, drawers and refused forms without a barrier',
  async () => {
    expect(await Promise.all([openLayers(wide), openLayers(phone)])).toEqual([[], []]);
  },
  allPages,
);

type Viewport = typeof wide;

/** Visits pages in one size of window; what is wrong with them, in words. */
async function walk(
  addresses: readonly string[],
  viewport: Viewport,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const page = await openPage(viewport, owner);
  await page.goto('/');
  await untilStill(page);
  return walkWith(page, addresses, look, follow);
}

async function walkWith(
  page: Page,
  addresses: readonly string[],
  look: (page: Page) => Promise<string[]>,
  go: (page: Page, address: string) => Promise<unknown> = (to, address) => to.goto(address),
): Promise<string[]> {
  const complaints = watchConsole(page);
  const findings: string[] = [];
  for (const address of addresses) {
    await go(page, address);
    const found = [...(await look(page)), ...complaints.take()];
    findings.push(...found.map((line) => `${address} (${page.viewportSize()?.width}) ${line}`));
  }
  return findings;
}

/** What lies over pages: each opened as a person would, and looked at. */
async function openLayers(viewport: Viewport): Promise<string[]> {
  const page = await openPage(viewport, owner);
  const findings: string[] = [];
  for (const { name, path, open } of layers) {
    await page.goto(path);
    await untilStill(page);
    await open(page);
    const found = await inspect(page);
    findings.push(...found.map((line) => `${name} (${viewport.width}) ${line}`));
  }
  return findings;
}

function openPage(viewport: Viewport, member?: Member): Promise<Page> {
  return browser.open({
    path: '/sign-in',
    baseURL: server.address,
    viewport,
    hasTouch: viewport.width < 600,
    reducedMotion: 'reduce',
    ...(member === undefined ? {} : { storageState: member.storageState }),
  });
}

/** The page as it stands, in every scheme that its size is looked at in. */
async function inspect(page: Page): Promise<string[]> {
  const found = await inLight(page);
  const isPhone = page.viewportSize()?.width === phone.width;
  return isPhone ? found : [...found, ...(await inDark(page))];
}

/** All barriers, and whether the page fits at 200 % zoom, or the smallest phone. */
async function inLight(page: Page): Promise<string[]> {
  const found = await barriersIn(page, 'light');
  return [...found, ...(await overflowCloser(page))];
}

function inDark(page: Page): Promise<string[]> {
  return barriersIn(page, 'dark');
}

async function barriersIn(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await useScheme(page, colorScheme);
  await untilStill(page);
  const found = await findBarriers(page, colorScheme === 'light' ? 'all' : 'colours');
  return found.map((line) => `${colorScheme}: ${line}`);
}

async function overflowCloser(page: Page): Promise<string[]> {
  const viewport = page.viewportSize();
  if (viewport === null) return [];
  await page.setViewportSize(viewport.width === phone.width ? smallest : zoomed);
  // What floats over the page finds its new place a moment after the window has changed; what
  // still does not fit then is found below.
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= innerWidth, undefined, {
      timeout: 3_000,
    })
    .catch(() => undefined);
  const found = await findOverflow(page);
  await page.setViewportSize(viewport);
  return found;
}
