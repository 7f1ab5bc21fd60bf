import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServerProcess, startServer, temporaryFolder } from '../tools/server-process.mjs';
import { useBrowser } from './browser.ts';

const browser = useBrowser();
const { folder, remove } = temporaryFolder('first-visit');
const password = 'kite over the lake';
let server: ServerProcess;

beforeAll(async () => {
  server = await startServer({ dataFolder: join(folder, 'data') });
});

afterAll(async () => {
  await server.stop();
  remove();
});

const visit = (path: string) => browser.open({ baseURL: server.address, path });

it('makes a workspace on the first visit, greets its owner with first steps, and asks them in again', async () => {
  const page = await visit('/');
  await page.getByLabel('Name of the firm').fill('Analytical Engines');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Your name').fill('Ada Lovelace');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await passwordField(page).fill(password);
  await page.getByRole('button', { name: 'Make the workspace Analytical Engines' }).click();
  await page.getByRole('button', { name: /Start empty/ }).click();
  await page.getByText(', Ada').waitFor();
  await page.getByText('0 of 6 done').waitFor();

  await page.getByRole('button', { name: /Ada Lovelace/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto('/settings/members');
  await signIn(page, 'not the password');
  await page.getByText('The e-mail address or the password is wrong.').waitFor();
  await signIn(page, password);
  await page.waitForURL('**/settings/members');
  await page.getByText('ada@example.com').waitFor();
});

it('lets somebody in by an invitation link, with what their role may do', async () => {
  const owner = await visit('/settings/members');
  await signIn(owner, password);
  await owner.getByRole('button', { name: 'Invite' }).click();
  await owner.getByLabel('E-mail').fill('charles@example.com');
  await owner.getByRole('dialog').getByRole('button', { name: 'Invite' }).click();
  const shown = await owner.getByRole('dialog').getByText('/invitation#').textContent();
  const link = new URL(shown ?? '');

  const guest = await visit(`${link.pathname}${link.hash}`);
  await guest.getByRole('heading', { name: 'Join Analytical Engines' }).waitFor();
  await guest.getByLabel('Your name').fill('Charles Babbage');
  await passwordField(guest).fill(password);
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.getByText(', Charles').waitFor();
  await guest.goto('/settings/members');
  await guest.getByText('charles@example.com').waitFor();
  expect(await guest.getByRole('button', { name: 'Invite' }).count()).toBe(0);

  // The owner's browser hears of the new member by itself.
  await owner.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await owner.getByText('Charles Babbage').first().waitFor();
});

function passwordField(page: Page) {
  return page.getByRole('textbox', { name: 'Password' });
}

async function signIn(page: Page, secret: string): Promise<void> {
  await page.getByLabel('E-mail').fill('ada@example.com');
  await passwordField(page).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
