import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { pickWork } from './main-job/work.ts';
import { inviteMember, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A week in the life of somebody who does the work: what is due, hours on it, the week handed in. */
const browser = useBrowser();
const server = useSampleFirm('week-of-a-consultant');
let consultant: Member;
let manager: Member;

beforeAll(async () => {
  consultant = server.owner;
  manager = await inviteMember(server.address, consultant, {
    name: 'Bo Hansen',
    email: 'bo@example.com',
  });
});

function openAs(member: Member, path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: member.storageState,
    viewport: { width: 1440, height: 900 },
  });
}

it('begins with what is due and the week that is still owed, which is handed in (U18)', async () => {
  const page = await openAs(consultant, '/my-work');
  await page.getByRole('heading', { name: 'Weeks to submit' }).waitFor();
  await page.getByText('Evaluate').first().waitFor();
  await page
    .getByRole('main')
    .getByRole('link', { name: /\d{4}$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Submit week' }).click();
  await page.getByText('waits for approval; its time is closed').waitFor();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  const cell = page.getByRole('table').getByRole('textbox').first();
  expect(await cell.getAttribute('readonly')).not.toBeNull();
  await page.goto('/my-work');
  await page.getByText('Evaluate').first().waitFor();
  expect(await page.getByRole('heading', { name: 'Weeks to submit' }).count()).toBe(0);
  await page.context().close();
});

it('times work by keyboard, and sees it in the week (FI-05)', async () => {
  const page = await openAs(consultant, '/my-work');
  await page.getByText('Evaluate').first().waitFor();
  await page.keyboard.press('t');
  await pickWork(page, 'Evaluate');
  const running = page.getByRole('button', { name: /^Stop/ }).first();
  await running.waitFor();
  await running.click();
  await page
    .getByText(/logged/)
    .first()
    .waitFor();
  await page.context().close();
});

it('is approved by somebody else, and says so in the open week of its person at once (U18)', async () => {
  const own = await openAs(consultant, '/time/timesheets');
  await own
    .getByRole('row', { name: /Ada Lovelace/ })
    .getByRole('link', { name: /Submitted/ })
    .click();
  await own.getByText('waits for approval; its time is closed').waitFor();
  const other = await openAs(manager, new URL(own.url()).pathname + new URL(own.url()).search);
  await other.getByRole('button', { name: 'Return…' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Return', exact: true }).click();
  await dialog.getByText('is needed').waitFor();
  await dialog.getByRole('textbox').fill('Thursday is empty.');
  await dialog.getByRole('button', { name: 'Return', exact: true }).click();
  await own.getByText(/by Bo Hansen: Thursday is empty\./).waitFor();
  await own.getByRole('button', { name: 'Submit again' }).click();
  await other.getByRole('button', { name: 'Approve' }).click();
  await own.getByText(/by Bo Hansen; its time is closed/).waitFor();
  await own.context().close();
  await other.context().close();
});
