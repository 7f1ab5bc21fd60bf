import { portalSettings } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { choose } from './forms.ts';
import { findOverflow } from './inspect.ts';
import { openMailWorld } from './mail-world.ts';
import type { Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** From the firm's invitation to the second visit: a client user on a phone, in German, without a password. */
const world = await openMailWorld();
const browser = useBrowser();
const server = useSampleFirm('invite-phone', { SMTP_URL: world.url });
const email = 'vera@velden.example';
let owner: Member;
let project: { readonly id: ProjectId; readonly name: string };

beforeAll(async () => {
  owner = server.owner;
  const { rows } = await owner.call(projects.list, { query: { kind: 'client', limit: 50 } });
  const found = rows.find((row) => row.kind === 'client' && row.account !== null);
  if (!found) throw new Error('The sample firm has no client project.');
  project = found;
  const params = { id: found.id };
  const { openedAt, version } = await owner.call(portalSettings.get, { params });
  if (openedAt === null)
    await owner.call(portalSettings.update, { params, version, body: { isOpen: true } });
}, 60_000);
afterAll(() => world.close());

it('joins one project on a phone, and comes back by a link alone, in German (U08, CL-15, CL-22)', async () => {
  await inviteInGerman();
  const invitation = await linkTo(email, /Ihr Zugang zu/, '/portal-invitation#');

  const phone = await openPhone(invitation);
  await phone.getByText(`zu „${project.name}“ ein.`).waitFor();
  await phone.getByRole('textbox', { name: 'Ihr Name' }).fill('Vera Velden');
  await phone.getByRole('button', { name: 'Ohne Passwort fortfahren' }).tap();
  const accept = phone.getByRole('button', { name: 'Portal öffnen' });
  expect((await accept.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await accept.tap();
  await expectProject(phone);
  await phone.context().close();

  // Another day, another phone: nothing is kept there.
  const later = await openPhone('/portal/sign-in?language=de');
  await later.getByLabel('E-Mail-Adresse').fill(email);
  await later.getByRole('button', { name: 'Link zusenden' }).tap();
  await later.getByRole('heading', { name: 'Bitte sehen Sie in Ihr Postfach' }).waitFor();
  await later.goto(await linkTo(email, /Ihr Link zur Anmeldung/, '/sign-in-link'));
  await later.getByRole('button', { name: 'Anmelden' }).tap();
  await expectProject(later);
  await later.context().close();
}, 120_000);

async function inviteInGerman(): Promise<void> {
  const firm = await browser.open({
    path: `/client-projects/${project.id}/client/portal`,
    baseURL: server.address,
    storageState: owner.storageState,
  });
  await firm.getByRole('button', { name: 'Invite', exact: true }).click();
  const dialog = firm.getByRole('dialog', { name: 'Invite a client user' });
  await dialog.getByRole('textbox', { name: /^E-mail/ }).fill(email);
  await choose(dialog, 'Language', 'German');
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await dialog.getByText(`${email} gets a mail with this link.`).waitFor();
  await firm.context().close();
}

/** The link of the latest mail with such a subject. */
async function linkTo(to: string, subject: RegExp, part: string): Promise<string> {
  const mail = await world.latest(to, (one) => subject.test(one.subject ?? ''));
  const links = (mail.text ?? '').match(/http\S+/g) ?? [];
  const link = links.find((one) => one.includes(part));
  if (link === undefined) throw new Error(`no link in: ${mail.text}`);
  const { pathname, search, hash } = new URL(link);
  return `${pathname}${search}${hash}`;
}

function openPhone(path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    locale: 'de-DE',
  });
}

/** The project stands there in German, in no more room than a phone has. */
async function expectProject(page: Page): Promise<void> {
  await page.getByRole('link', { name: project.name }).tap();
  await page.getByRole('heading', { name: project.name, level: 1 }).waitFor();
  const sections = page.getByRole('navigation', { name: 'Abschnitte des Projekts' });
  await sections.getByRole('link', { name: 'Meilensteine' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await findOverflow(page)).toEqual([]);
}
