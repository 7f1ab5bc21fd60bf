import { deals } from '@evenkeel/contract/deals';
import type { DealId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { untilSaved, write } from './forms.ts';
import { inviteMember, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** Two people at two browsers, on the same record at the same time. */
const browser = useBrowser();
const server = useSampleFirm('two-people');
let owner: Member;
let manager: Member;
let deal: DealId;

beforeAll(async () => {
  owner = server.owner;
  manager = await inviteMember(server.address, owner, {
    name: 'Charles Babbage',
    email: 'charles@example.com',
  });
  const { rows } = await owner.call(deals.list, { query: { outcome: 'open', limit: 1 } });
  if (rows[0] === undefined) throw new Error('The sample firm has no open deal.');
  deal = rows[0].id;
});

it('shows what one changes in the browser of the other, without a reload', async () => {
  const [one, other] = [await visit(owner), await visit(manager)];
  await write(other, 'Next step', 'Call on Friday');
  await expect
    .poll(() => one.getByRole('textbox', { name: 'Next step', exact: true }).inputValue())
    .toBe('Call on Friday');
  await one.getByText('Charles Babbage changed this').first().waitFor();
  await Promise.all([one.context().close(), other.context().close()]);
});

it('keeps what somebody types when another saves the same field first, and asks whose is to stand', async () => {
  const [one, other] = [await visit(owner), await visit(manager)];
  await one.getByRole('textbox', { name: 'Next step', exact: true }).fill('Mine');
  await write(other, 'Next step', 'Theirs');
  await one.getByText('Somebody else changed this to “Theirs” while you were writing.').waitFor();
  expect(await one.getByRole('textbox', { name: 'Next step', exact: true }).inputValue()).toBe(
    'Mine',
  );
  // Leaving the field decides nothing.
  await one.getByRole('textbox', { name: 'Next step', exact: true }).press('Tab');
  expect(await nextStep()).toBe('Theirs');
  await one.getByRole('button', { name: 'Keep mine' }).click();
  await untilSaved(one);
  expect(await nextStep()).toBe('Mine');
  await Promise.all([one.context().close(), other.context().close()]);
});

it('refuses a write on a stale version with the conflict on screen, and nothing is lost', async () => {
  const one = await visit(owner, { isDeaf: true });
  const other = await visit(manager);
  await write(other, 'Next step', 'Saved first');
  await untilSaved(other);
  await write(one, 'Next step', 'Saved second');
  await one.getByText('Yours is not saved.').waitFor();
  const field = one.getByRole('textbox', { name: 'Next step', exact: true });
  expect(await field.inputValue()).toBe('Saved second');
  expect(await nextStep()).toBe('Saved first');
  await one.getByRole('button', { name: 'Take theirs' }).click();
  expect(await field.inputValue()).toBe('Saved first');
  await Promise.all([one.context().close(), other.context().close()]);
});

/** The deal as a member sees it; deaf to what others change, as behind a broken connection. */
async function visit(member: Member, { isDeaf = false } = {}): Promise<Page> {
  const page = await browser.open({
    path: '/sign-in',
    baseURL: server.address,
    storageState: member.storageState,
    viewport: { width: 1440, height: 900 },
  });
  if (isDeaf) await page.route('**/api/v1/events', (route) => route.abort());
  await page.goto(`/deals/${deal}`);
  await page.getByRole('textbox', { name: 'Next step', exact: true }).waitFor();
  return page;
}

async function nextStep(): Promise<string> {
  return (await owner.call(deals.get, { params: { id: deal } })).nextStep;
}
