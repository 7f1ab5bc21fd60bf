import { workspaces } from '@evenkeel/contract/workspaces';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** Starting small: parts switched off for the firm, groups folded away for one person (XC-04). */
const browser = useBrowser();
const server = useSampleFirm('modules');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

it('switches a part off everywhere, says so at its address, and on again (XC-04)', async () => {
  const page = await openAt('/settings/modules');
  const menu = page.getByRole('navigation', { name: 'Main' });
  await menu.getByRole('link', { name: 'Leads' }).waitFor();
  await page.getByRole('switch', { name: 'Leads' }).click();
  await page.getByText('Leads switched off').waitFor();
  await menu.getByRole('link', { name: 'Leads' }).waitFor({ state: 'detached' });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new');
  await page.getByRole('option', { name: 'New deal' }).waitFor();
  expect(await page.getByRole('option', { name: 'New lead' }).count()).toBe(0);
  await page.goto('/leads');
  await page.getByText('Switched off in this workspace').waitFor();
  await page.getByRole('link', { name: 'Switch it on' }).click();
  await page.getByRole('switch', { name: 'Leads', checked: false }).click();
  await menu.getByRole('link', { name: 'Leads' }).click();
  await page.getByRole('button', { name: 'New lead' }).waitFor();
  await page.context().close();
});

it('folds a group away, which stays so after a reload and shows the page that is open', async () => {
  const page = await openAt('/');
  const menu = page.getByRole('navigation', { name: 'Main' });
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/sidebar'));
  await menu.getByRole('button', { name: 'Clients' }).click();
  await menu.getByRole('link', { name: 'Deals' }).waitFor({ state: 'detached' });
  await kept;
  await page.reload();
  await menu.getByRole('button', { name: 'Clients', expanded: false }).waitFor();
  expect(await menu.getByRole('link', { name: 'Deals' }).count()).toBe(0);
  await page.goto('/deals');
  await menu.getByRole('link', { name: 'Deals' }).waitFor();
  expect(await menu.getByRole('link', { name: 'Accounts' }).count()).toBe(0);
  expect((await owner.call(workspaces.sidebar)).foldedGroups).toEqual(['Clients']);
  await page.context().close();
});

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
}
