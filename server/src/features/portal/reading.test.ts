import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { portalAmountSheets } from '@evenkeel/contract/portal/amounts';
import { portalMessages } from '@evenkeel/contract/portal/messages';
import { portalOverviews } from '@evenkeel/contract/portal/overviews';
import { portal } from '@evenkeel/contract/portal/portal';
import { portalSearches } from '@evenkeel/contract/portal/searches';
import { sharedStatuses } from '@evenkeel/contract/portal/shared';
import { portalSettings, shareLinks } from '@evenkeel/contract/portal-settings';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import type { AccountId, ProjectId, TaskId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, it } from 'vitest';
import { viewAsHeader } from '../../platform/http/preview.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { openBrowser } from '../../test/browser.ts';
import { asOwner } from '../../test/factories.ts';
import { portalStream } from './events/service.ts';

/** What reading the portal shows: by a link alone, since the last visit, in amounts, as somebody else. */
const app = await startTestApp();

let firm: Client;
let reader: Client;
let accountId: AccountId;
let projectId: ProjectId;
let taskId: TaskId;

beforeAll(async () => {
  firm = await app.client();
  accountId = (await firm.call(accounts.create, { body: { name: 'Velden Energy' } })).id;
  const project = await firm.call(projects.create, {
    body: { kind: 'client', name: 'Roll-out', accountId },
  });
  projectId = project.id;
  const task = await firm.call(tasks.create, {
    body: { projectId, name: 'Interfaces agreed', isMilestone: true },
  });
  taskId = task.id;
  await firm.call(tasks.create, { body: { projectId, name: 'Internal review' } });
  const params = { id: projectId };
  const { version } = await firm.call(portalSettings.get, { params });
  await firm.call(portalSettings.update, { params, version, body: { isOpen: true } });
  const body = { taskIds: [task.id], isVisible: true };
  await firm.call(portalSettings.show, { params, body });
  reader = await app.clientUser({ of: firm, accountId, projectId });
});

function say(text: string, isClientVisible: boolean) {
  const subject = { kind: 'client-project', id: projectId } as const;
  return firm.call(comments.create, { body: { subject, body: text, isClientVisible } });
}

describe('a share link', () => {
  async function shared() {
    const { link, shareLink } = await firm.call(shareLinks.create, {
      params: { id: projectId },
      body: { name: 'Board', language: 'fr', days: 7 },
    });
    return { token: link.split('#')[1] ?? '', id: shareLink.id };
  }

  it('shows the state of the project to whoever has it, and nothing that was said (U10)', async () => {
    await say('Said to the client', true);
    const { token } = await shared();
    const found = await openBrowser(app.app).call(sharedStatuses.show, { body: { token } });
    const text = JSON.stringify(found);
    expect(text).toContain('Interfaces agreed');
    expect(text).not.toContain('Internal review');
    expect(text).not.toContain('Said to the client');
  });

  it('opens nothing once it was taken back, nor once its days are over (U10)', async () => {
    const visitor = openBrowser(app.app);
    const revoked = await shared();
    await firm.call(shareLinks.revoke, { params: { id: revoked.id } });
    const expired = await shared();
    await asOwner(app.databaseUrl, (client) =>
      client.query(`update share_link set expires_at = now() - interval '1 second' where id = $1`, [
        expired.id,
      ]),
    );
    for (const { token } of [revoked, expired]) {
      const { code } = await visitor.refused(sharedStatuses.show, { body: { token } });
      expect(code).toBe('expired');
    }
  });

  it('opens nothing while the portal of its project is closed', async () => {
    const { token } = await shared();
    const params = { id: projectId };
    await setOpen(false);
    const visitor = openBrowser(app.app);
    await visitor.refused(sharedStatuses.show, { body: { token } });
    await setOpen(true);
    await visitor.call(sharedStatuses.show, { body: { token } });

    async function setOpen(isOpen: boolean) {
      const { version } = await firm.call(portalSettings.get, { params });
      await firm.call(portalSettings.update, { params, version, body: { isOpen } });
    }
  });
});

describe('since the reader last looked', () => {
  const params = () => ({ projectId });

  it('is told what is new, changed and done of what they see, and nothing they did themselves (CL-14)', async () => {
    await reader.call(portalOverviews.look, { params: params() });
    await lookedHoursAgo(2);
    await asOwner(app.databaseUrl, (client) =>
      client.query(`update change set at = at - interval '1 day'`),
    );
    await say('News for the client', true);
    await say('Not for the client', false);
    await reader.call(portalMessages.create, { params: params(), body: { body: 'My own words' } });
    const { version } = await firm.call(tasks.get, { params: { id: taskId } });
    await firm.call(tasks.update, { params: { id: taskId }, version, body: { state: 'done' } });
    const { news } = await reader.call(portalOverviews.get, { params: params() });
    const told = news.map(({ subject, what, name }) => `${subject} ${what}: ${name}`);
    expect(told).toContain('comment new: News for the client');
    expect(told).toContain('task done: Interfaces agreed');
    expect(told.join()).not.toMatch(/Not for the client|My own words|Internal review/);
  });

  it('a visit goes on for half an hour: what is new stays new while it is read', async () => {
    const { since } = await reader.call(portalOverviews.look, { params: params() });
    expect(since).not.toBeNull();
    const again = await reader.call(portalOverviews.look, { params: params() });
    expect(again.since).toBe(since);
    await lookedHoursAgo(1);
    const later = await reader.call(portalOverviews.look, { params: params() });
    expect(later.since).not.toBe(since);
  });

  function lookedHoursAgo(hours: number): Promise<unknown> {
    return asOwner(app.databaseUrl, (client) =>
      client.query(`update portal_look set looked_at = now() - make_interval(hours => $1)`, [
        hours,
      ]),
    );
  }
});

describe('an open page of the portal', () => {
  function told(subject: string) {
    const { memberId, workspaceId, userId } = reader.member;
    const actor = {
      ...{ memberId, workspaceId, userId, personId: null, role: 'client' as const, name: '' },
      ...{ email: '', currency: 'EUR', timeZone: 'UTC', tokenScopes: null, sessionId: null },
    };
    const change = { workspaceId, subject, action: 'update' as const, ids: null, memberId: null };
    return portalStream(app.app.database).tell(actor, [change]);
  }
  const show = (id: TaskId, isVisible: boolean) =>
    firm.call(portalSettings.show, {
      params: { id: projectId },
      body: { taskIds: [id], isVisible },
    });

  it('hears that something was hidden, and not what; of what was never shown it hears nothing (CL-14)', async () => {
    await asOwner(app.databaseUrl, (client) =>
      client.query(`update change set at = now() - interval '1 hour'`),
    );
    const inside = await firm.call(tasks.create, { body: { projectId, name: 'Internal' } });
    await firm.call(tasks.remove, { params: { id: inside.id } });
    expect(await told('task')).toEqual([]);
    const { id } = await firm.call(tasks.create, { body: { projectId, name: 'For a while' } });
    await show(id, true);
    expect(await told('task')).toMatchObject([{ subject: 'task', ids: [id] }]);
    await show(id, false);
    expect(await told('task')).toMatchObject([{ subject: 'task', ids: null }]);
  });
});

describe('the amounts of a project', () => {
  it('are those that the firm chose to show, and no other (U09)', async () => {
    await asOwner(app.databaseUrl, (client) =>
      client.query('update project set price = 1234500 where id = $1', [projectId]),
    );
    const read = () => reader.call(portalAmountSheets.get, { params: { projectId } });
    expect(JSON.stringify(await read())).not.toContain('1234500');
    const params = { id: projectId };
    const { version } = await firm.call(portalSettings.get, { params });
    await firm.call(portalSettings.update, { params, version, body: { shows: ['price'] } });
    const shown = await read();
    expect(JSON.stringify(shown)).toContain('1234500');
    expect(shown).toMatchObject({ budgetedMinutes: null, usedMinutes: null });
  });
});

describe('the portal looked at as a client', () => {
  const as = (wanted: string) => ({ [viewAsHeader]: wanted });

  it('shows a member of the firm what a client user sees, and keeps nothing (U07)', async () => {
    for (const wanted of [`member:${reader.member.memberId}`, `project:${projectId}`]) {
      const headers = as(wanted);
      const session = await firm.call(portal.session, { headers });
      expect(session).toMatchObject({ isPreview: true, projects: [{ name: 'Roll-out' }] });
      const steps = await firm.call(portalOverviews.steps, { headers, params: { projectId } });
      expect(steps.rows.map(({ name }) => name)).toEqual(['Interfaces agreed']);
    }
    const left = await asOwner(app.databaseUrl, (client) =>
      client.query(`select from member where email = '' and role = 'client'`),
    );
    expect(left.rowCount).toBe(0);
  });

  it('changes nothing, and is not for client users', async () => {
    const headers = as(`project:${projectId}`);
    const body = { body: 'From a preview' };
    const written = await firm.refused(portalMessages.create, {
      headers,
      params: { projectId },
      body,
    });
    expect(written.code).toBe('not-allowed');
    expect((await reader.refused(portal.session, { headers })).code).toBe('not-allowed');
  });
});

describe('the search of the portal', () => {
  it('finds by any words of what the reader sees, best by name, and says in what text (CL-14)', async () => {
    await say('The archive moves in May, after the interfaces.', true);
    await say('The archive is late, do not tell.', false);
    const find = (query: string) => reader.call(portalSearches.find, { query: { query } });
    const { rows } = await find('archive may');
    expect(rows).toMatchObject([
      { kind: 'message', name: 'The archive moves in May, after the interfaces.' },
    ]);
    const kinds = (await find('interfaces')).rows.map(({ kind, name }) => `${kind}: ${name}`);
    expect(kinds[0]).toBe('milestone: Interfaces agreed');
    expect((await find('late tell')).rows).toEqual([]);
    expect((await find('review')).rows).toEqual([]);
    // Letters, not patterns.
    expect((await find('%')).rows).toEqual([]);
  });
});
