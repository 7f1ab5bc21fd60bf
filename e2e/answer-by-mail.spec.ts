import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { freePort, openMailWorld } from './mail-world.ts';
import { inviteClientUser, type Member } from './member.ts';
import { useSampleFirm } from './own-server.ts';

/** A question answered by mail: the firm at one browser, the client at another, real SMTP both ways. */
const world = await openMailWorld();
const inbound = await freePort();
const browser = useBrowser();
const server = useSampleFirm('answer-by-mail', {
  SMTP_URL: world.url,
  MAIL_DOMAIN: 'in.keel.example',
  INBOUND_SMTP_PORT: String(inbound),
});
const address = 'grace@harbour.example';
let owner: Member;
let client: Member;
let projectId: ProjectId;

beforeAll(async () => {
  owner = server.owner;
  const { rows } = await owner.call(projects.list, { query: { kind: 'client', limit: 50 } });
  const project = rows.find((row) => row.kind === 'client' && row.account !== null);
  if (!project) throw new Error('The sample firm has no client project.');
  projectId = project.id;
  client = await inviteClientUser(server.address, owner, {
    projectId,
    name: 'Grace Hafen',
    email: address,
  });
}, 180_000);
afterAll(() => world.close());

it('reaches the client by mail, and the answer stands in both browsers without a reload (CL-11, CL-17)', async () => {
  const firm = await visit(owner, `/client-projects/${projectId}/about`);
  const portal = await visit(client, `/portal/projects/${projectId}/messages`);

  const form = firm.getByLabel('Write a comment');
  await form.fill('Shall we meet on Tuesday?');
  await firm.getByRole('button', { name: 'Team only' }).click();
  await firm.getByRole('menuitem', { name: 'Visible to the client' }).click();
  await firm.getByRole('button', { name: 'Comment', exact: true }).click();
  await portal.getByText('Shall we meet on Tuesday?').waitFor();

  const mail = await world.latest(address, ({ text }) => Boolean(text?.includes('on Tuesday?')));
  const replyTo = mail.replyTo?.value[0]?.address ?? '';
  expect(replyTo).toMatch(/^reply\+[a-z2-7]+@in\.keel\.example$/);
  await world.send(inbound, {
    from: `Grace Hafen <${address}>`,
    to: replyTo,
    subject: `Re: ${mail.subject}`,
    text: `Tuesday is fine, at ten.\n\nOn Mon, 11 May 2026, Evenkeel wrote:\n${quoted(mail.text)}`,
  });

  await firm.getByText('Tuesday is fine, at ten.').first().waitFor();
  await portal.getByText('Tuesday is fine, at ten.').waitFor();
  expect(await portal.getByText('Evenkeel wrote').count()).toBe(0);
  await Promise.all([firm.context().close(), portal.context().close()]);
});

function visit({ storageState }: Member, path: string) {
  return browser.open({ path, baseURL: server.address, storageState });
}

/** As mail programs quote: every line. */
function quoted(text = ''): string {
  return text.replaceAll(/^/gm, '> ');
}
