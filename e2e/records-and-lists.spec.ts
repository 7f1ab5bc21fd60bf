import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { deals } from '@evenkeel/contract/deals';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

const browser = useBrowser();
const server = useSampleFirm('records-and-lists');
let owner: Member;

beforeAll(() => {
  owner = server.owner;
});

function openAt(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 1000 },
  });
}

async function dealId() {
  const { rows } = await owner.call(deals.list, { query: { search: 'Network of depots' } });
  const [deal] = rows;
  if (!deal) throw new Error('the sample has a deal about depots');
  return deal.id;
}

it('says something on a deal, mentions a member, and only the team sees it (PM-14, U07)', async () => {
  const id = await dealId();
  const page = await openAt(`/deals/${id}`);
  // A name may be begun before the members are known.
  let answer: () => void = () => undefined;
  const typed = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/api/v1/members', async (route) => {
    await typed;
    await route.continue();
  });
  const area = page.getByLabel('Write a comment');
  await area.click();
  await area.pressSequentially('Thanks @Ada');
  answer();
  await page.locator('[data-combobox-selected]').filter({ hasText: 'Ada Lovelace' }).waitFor();
  await page.keyboard.press('Enter');
  await area.pressSequentially('see https://a.example.');
  await page.keyboard.press('Control+Enter');
  const query = { subjectKind: 'deal', subjectId: id as never, sort: '-createdAt' } as const;
  const latest = async () => (await owner.call(comments.list, { query })).rows[0];
  await expect.poll(latest).toMatchObject({
    body: 'Thanks @Ada Lovelace see https://a.example.',
    isClientVisible: false,
    mentions: [{ name: 'Ada Lovelace' }],
  });
  await page.context().close();
});

it('adds a file of several parts, links a record and makes a tag on a deal', async () => {
  const page = await openAt(`/deals/${await dealId()}`);
  await page.getByLabel('Files to add').setInputFiles({
    name: 'Plan.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.alloc(2_500_000, 7),
  });
  const file = page.getByRole('link', { name: 'Plan.bin' });
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()]);
  expect(download.suggestedFilename()).toBe('Plan.bin');
  await page.getByRole('button', { name: 'Link a record' }).click();
  await page.getByRole('dialog').getByLabel('Record').fill('Harbour');
  await page
    .getByRole('option', { name: /Harbour Logistics/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await page.getByRole('list', { name: 'Links' }).getByText('Harbour Logistics').waitFor();
  const tags = page.getByRole('combobox', { name: 'Tags' });
  await tags.click();
  await tags.pressSequentially('Urgent');
  await page.getByRole('option', { name: 'Create “Urgent”' }).click();
  await page.getByText('Urgent').first().waitFor();
  await page.context().close();
});

it('sets a field of two accounts at once, and puts back what stood there', async () => {
  const page = await openAt('/accounts');
  const boxes = page.locator('[role=row] input[type=checkbox]');
  await boxes.nth(1).check({ force: true });
  await boxes.nth(2).check({ force: true });
  await page.getByRole('button', { name: 'Set…', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sector' }).click();
  await page.getByRole('dialog').getByLabel('Sector').fill('Space');
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  await page.getByText('Sector set on 2 accounts').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  const inSpace = async () =>
    (await owner.call(accounts.list)).rows.filter(({ sector }) => sector === 'Space').length;
  await expect.poll(inSpace).toBe(0);
  await page.context().close();
});

it('keeps a view of a list under a name and an address', async () => {
  const page = await openAt('/accounts');
  await page.getByPlaceholder('Search').first().fill('health');
  await page.getByRole('button', { name: /^All.*changed/ }).click();
  await page.getByRole('menuitem', { name: /Save as a new view/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Health firms');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Health firms' }).waitFor();
  await page.waitForURL(/view=[0-9a-f-]{36}/);
  await page.reload();
  await page.getByRole('button', { name: 'Health firms' }).waitFor();
  await page.getByText('6 accounts').waitFor();
  await page.context().close();
});
