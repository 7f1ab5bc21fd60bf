import { accounts } from '@evenkeel/contract/accounts';
import { dependencies } from '@evenkeel/contract/dependencies';
import { projects } from '@evenkeel/contract/projects';
import { promises } from '@evenkeel/contract/promises';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { inviteClientUser, type Member, setUpFirm } from './member.ts';
import { useServer } from './own-server.ts';

/** Firm and client at two browsers: a slip becomes a notice, is sent, accepted, and moves the date (B07). */
const browser = useBrowser();
const server = useServer('slip-becomes-a-notice');
let owner: Member;
let client: Member;
let projectId: ProjectId;

beforeAll(async () => {
  owner = await setUpFirm(server.address);
  const account = await owner.call(accounts.create, { body: { name: 'Velden Energy' } });
  const project = await owner.call(projects.create, {
    body: {
      kind: 'client',
      name: 'Portal for Velden',
      accountId: account.id,
      startOn: calendarDate('2100-05-31'),
    },
  });
  projectId = project.id;
  client = await inviteClientUser(server.address, owner, {
    projectId,
    name: 'Cleo Client',
    email: 'cleo@example.com',
  });
});

it('a slip becomes a notice, is sent, accepted, and moves the date', async () => {
  const build = await owner.call(tasks.create, {
    body: { projectId, name: 'Build', durationMinutes: 10 * 480 },
  });
  const live = await owner.call(tasks.create, {
    body: { projectId, name: 'Go live', isMilestone: true, isClientVisible: true },
  });
  await owner.call(dependencies.create, {
    body: { predecessorId: build.id, successorId: live.id },
  });
  const [firm, portal] = [
    await visit(owner, `/tasks/${build.id}`),
    await visit(client, `/portal/projects/${projectId}/dates`),
  ];
  const line = portal.getByRole('listitem').filter({ hasText: 'Go live' });
  await line.waitFor();
  const told = await line.textContent();

  const { version } = await owner.call(tasks.get, { params: { id: build.id } });
  await owner.call(tasks.update, {
    params: { id: build.id },
    version,
    body: { durationMinutes: 15 * 480 },
  });
  await firm.goto('/delay-notices');
  await firm.getByText('Go live').first().click();
  await firm.getByText('Estimate was short').waitFor();
  expect(await line.textContent()).toBe(told);

  await firm.getByRole('button', { name: 'Send', exact: true }).click();
  await firm.getByRole('button', { name: 'Send the notice' }).click();
  await firm.getByText('With the client').first().waitFor();

  await portal.goto(`/portal/projects/${projectId}/delay-notices`);
  const notice = portal.getByRole('article', { name: 'Go live' });
  expect(await notice.textContent()).not.toContain('Build');
  await notice.getByRole('button', { name: 'Accept the new date' }).click();
  await notice.getByText('You accepted the new date').waitFor();
  // The other browser learns of it without a reload.
  await firm.getByText('Cleo Client accepted the new date').waitFor();

  await portal.goto(`/portal/projects/${projectId}/dates`);
  await line.getByText('Earlier dates').waitFor();
  expect(await line.textContent()).not.toBe(told);
  // The step itself says which date was given before (U15).
  await portal.goto(`/portal/projects/${projectId}/milestones`);
  const step = portal.getByRole('listitem').filter({ hasText: 'Go live' });
  await step.getByText('given before').waitFor();
  const { rows } = await owner.call(promises.list, {
    query: { projectId, subjectId: live.id, versions: 'all' },
  });
  expect(rows[0]).toMatchObject({ channel: 'notice', isCurrent: true });
  await Promise.all([firm.context().close(), portal.context().close()]);
});

async function visit(member: Member, path: string): Promise<Page> {
  return browser.open({
    path,
    baseURL: server.address,
    storageState: member.storageState,
    viewport: { width: 1440, height: 900 },
  });
}
