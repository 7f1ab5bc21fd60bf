import { portalReports } from '@evenkeel/contract/portal/reports';
import { portalSettings } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { portalAddresses } from './addresses.ts';
import { useBrowser } from './browser.ts';
import { findBarriers, findOverflow, untilStill, useScheme, watchConsole } from './inspect.ts';
import { inviteClientUser, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** The portal as a client user of the sample firm sees it: no barrier, nothing too wide, a quiet console. */
const browser = useBrowser();
const server = useSampleFirm('accessible-portal');
const wide = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const smallest = { width: 320, height: 640 };
let reader: Member;
let addresses: string[];

beforeAll(async () => {
  const projectId = await fullestProject(server.owner);
  reader = await inviteClientUser(server.address, server.owner, {
    projectId,
    name: 'Nadia Petrova',
    email: 'nadia@client.example',
  });
  const { rows } = await reader.call(portalReports.list, { params: { projectId } });
  addresses = portalAddresses({ projectId, reportId: rows[0]?.id ?? '' }).filter(
    (path) => rows.length > 0 || !path.endsWith('/reports/'),
  );
}, 60_000);

it('shows every page of the portal without a barrier, light and dark, on a wide screen', async () => {
  const look = async (page: Page) => [
    ...(await barriers(page, 'light')),
    ...(await barriers(page, 'dark')),
    ...(await findOverflow(page)),
  ];
  expect(await walk(wide, look)).toEqual([]);
}, 180_000);

it('shows every page of the portal without a barrier on a phone, down to 320 px', async () => {
  const look = async (page: Page) => {
    const found = await barriers(page, 'light');
    await page.setViewportSize(smallest);
    const wider = await findOverflow(page);
    await page.setViewportSize(phone);
    return [...found, ...wider];
  };
  expect(await walk(phone, look)).toEqual([]);
}, 180_000);

it('opens the search by keyboard, and goes to the record that it found (CL-14)', async () => {
  const page = await open(wide);
  await page.goto(addresses.find((path) => path.endsWith('/milestones')) ?? '/portal');
  const first = (await page.getByRole('listitem').first().textContent()) ?? '';
  const [word = ''] = first.trim().split(' ');
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox');
  await box.fill(word);
  await page.getByRole('option').first().waitFor();
  expect(await findBarriers(page, 'all')).toEqual([]);
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'detached' });
  // It stands on the page that opens, and has the focus there.
  await page.waitForURL(/#[0-9a-f-]{36}$/);
  const { hash } = new URL(page.url());
  await page.locator(`[id="${hash.slice(1)}"]:focus`).waitFor();
  await page.context().close();
});

async function walk(
  viewport: typeof wide,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const page = await open(viewport);
  const complaints = watchConsole(page);
  const findings: string[] = [];
  for (const address of addresses) {
    await page.goto(address);
    const found = [...(await look(page)), ...complaints.take()];
    findings.push(...found.map((line) => `${address} (${viewport.width}) ${line}`));
  }
  await page.context().close();
  return findings;
}

async function barriers(page: Page, scheme: 'light' | 'dark'): Promise<string[]> {
  await useScheme(page, scheme);
  await untilStill(page);
  const found = await findBarriers(page, scheme === 'light' ? 'all' : 'colours');
  return found.map((line) => `${scheme}: ${line}`);
}

function open(viewport: typeof wide): Promise<Page> {
  return browser.open({
    path: '/portal',
    baseURL: server.address,
    viewport,
    hasTouch: viewport.width < 600,
    reducedMotion: 'reduce',
    storageState: reader.storageState,
  });
}

/** The project of the sample that shows its client most, every second task of it visible. */
async function fullestProject(owner: Member): Promise<ProjectId> {
  const { rows } = await owner.call(projects.list, { query: { kind: 'client', limit: 200 } });
  const found = await Promise.all(
    rows
      .filter((row) => row.kind === 'client' && row.account !== null)
      .map(async ({ id }) => ({
        id,
        ...(await owner.call(portalSettings.get, { params: { id } })),
      })),
  );
  const open = found.filter(({ openedAt }) => openedAt !== null);
  const shown = (one: (typeof found)[number]) =>
    one.tasks.filter(({ isVisible }) => isVisible).length;
  const [fullest] = open.toSorted((a, b) => shown(b) - shown(a));
  if (fullest === undefined) throw new Error('The sample firm opens a portal.');
  const params = { id: fullest.id };
  const { version } = fullest;
  await owner.call(portalSettings.update, {
    params,
    version,
    body: { shows: ['price', 'budgeted-hours', 'used-hours'] },
  });
  return fullest.id;
}
