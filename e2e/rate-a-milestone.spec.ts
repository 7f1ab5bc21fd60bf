import { accounts } from '@evenkeel/contract/accounts';
import { projects } from '@evenkeel/contract/projects';
import { satisfaction } from '@evenkeel/contract/satisfaction';
import { tasks } from '@evenkeel/contract/tasks';
import type { ProjectId } from '@evenkeel/core/id';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { type MailWorld, openMailWorld } from './mail-world.ts';
import { inviteClientUser, type Member, setUpFirm } from './member.ts';
import { useServer } from './own-server.ts';

/** A client is asked at a milestone and answers from the mail, without signing in (CR-03). */
const world: MailWorld = await openMailWorld();
const browser = useBrowser();
const server = useServer('rate-a-milestone', { SMTP_URL: world.url });
let owner: Member;
let projectId: ProjectId;

beforeAll(async () => {
  owner = await setUpFirm(server.address);
  const account = await owner.call(accounts.create, { body: { name: 'Velden Energy' } });
  ({ id: projectId } = await owner.call(projects.create, {
    body: { kind: 'client', name: 'Portal for Velden', accountId: account.id },
  }));
  await inviteClientUser(server.address, owner, {
    projectId,
    name: 'Cleo Client',
    email: 'cleo@example.com',
  });
  await owner.call(tasks.create, {
    body: {
      projectId,
      name: 'Pilot',
      isMilestone: true,
      isClientVisible: true,
      state: 'done',
    },
  });
});

afterAll(() => world.close());

it('the firm asks, one click in the mail and one press rate, and a low score makes a task', async () => {
  const firm = await browser.open({
    path: `/client-projects/${projectId}/client/satisfaction`,
    baseURL: server.address,
    storageState: owner.storageState,
    viewport: { width: 1440, height: 900 },
  });
  await firm.getByRole('button', { name: 'Ask now about Pilot' }).click();
  await firm.getByText('1 client user was asked').waitFor();

  const mail = await world.latest(
    'cleo@example.com',
    ({ subject }) => subject?.includes('Pilot') ?? false,
  );
  const links = mail.text?.match(/\S+\/rate#\S+/g) ?? [];
  expect(links).toHaveLength(5);
  const [, second = ''] = links;
  const visitor = await browser.open({
    path: second.slice(second.indexOf('/rate')),
    baseURL: server.address,
  });
  const chosen = visitor.getByRole('radio', { name: /^2/ });
  await chosen.waitFor();
  expect(await chosen.isChecked()).toBe(true);
  // Looking records nothing.
  const before = await owner.call(satisfaction.report, { query: { projectId } });
  expect(before.sum.count).toBe(0);
  await visitor.getByRole('button', { name: 'Send the rating' }).click();
  await visitor.getByText('We will contact you shortly').waitFor();
  await visitor.getByRole('textbox').fill('The training came too late.');
  await visitor.getByRole('button', { name: 'Add the sentence' }).click();
  await visitor.getByText('we have added it').waitFor();

  await firm.getByText('The training came too late.').waitFor();
  await firm.getByRole('link', { name: /Speak with Cleo Client/ }).click();
  const notes = firm.getByRole('textbox', { name: 'Notes' });
  await notes.waitFor();
  await expect.poll(() => notes.inputValue()).toContain('“Pilot” of Portal for Velden 2 of 5');
  await Promise.all([firm.context().close(), visitor.context().close()]);
}, 120_000);
