import { accounts } from '@evenkeel/contract/accounts';
import { comments } from '@evenkeel/contract/comments';
import { portalMessages } from '@evenkeel/contract/portal/messages';
import { portalNews } from '@evenkeel/contract/portal/news';
import { portalReports } from '@evenkeel/contract/portal/reports';
import { projects } from '@evenkeel/contract/projects';
import { checkIns, statusReports } from '@evenkeel/contract/status-reports';
import { tasks } from '@evenkeel/contract/tasks';
import { addDays, weekStart } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let firm: Client;
let reader: Client;
let stranger: Client;
let projectId: ProjectId;

/** What no client may read, planted in every field that is the firm's own. */
const sentinel = 'SENTINEL';

async function sql(query: string, values: readonly unknown[] = []): Promise<void> {
  await asOwner(app.databaseUrl, (client) => client.query(query, [...values]));
}

async function taskOf(name: string, options: { seen: boolean; side?: string; state?: string }) {
  const { id } = await firm.call(tasks.create, { body: { projectId, name } });
  const isDone = options.state === 'done';
  await sql(
    'update task set is_client_visible = $2, side = $3, state = $4, done_on = $5 where id = $1',
    [id, options.seen, options.side ?? 'ours', options.state ?? 'open', isDone ? today : null],
  );
  return id;
}

beforeAll(async () => {
  firm = await app.client();
  const account = await firm.call(accounts.create, { body: { name: 'Velden Energy' } });
  const other = await firm.call(accounts.create, { body: { name: 'Other account' } });
  const body = { kind: 'client', name: 'Till', accountId: account.id } as const;
  ({ id: projectId } = await firm.call(projects.create, { body }));
  await sql(`update project set portal_opened_at = now(), state = 'executing' where id = $1`, [
    projectId,
  ]);
  await sql(`update account set language = 'de' where id = $1`, [account.id]);
  await taskOf('Design of the till', { seen: true, state: 'done' });
  await taskOf('Pilot in one shop', { seen: true });
  await taskOf('Access to the network', { seen: true, side: 'client' });
  await taskOf(`Quiet task ${sentinel}`, { seen: false });
  await taskOf(`Quiet work done ${sentinel}`, { seen: false, state: 'done' });
  reader = await app.clientUser({ of: firm, accountId: account.id });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

describe('a status report (CL-04, CL-16, B11)', () => {
  test('is drafted from the facts in two voices, the client’s in their language', async () => {
    const draft = await firm.call(statusReports.draft, { body: { projectId } });
    expect(draft).toMatchObject({ language: 'de', sentAt: null, weekFrom: weekStart(today) });
    expect(draft.clientText.done).toContain('Design of the till, abgeschlossen am');
    expect(draft.clientText.next).toBe('Pilot in one shop');
    expect(draft.clientText.needs).toBe('Access to the network');
    expect(draft.internalText.done).toContain(`Quiet work done ${sentinel}`);
    expect(JSON.stringify(draft.clientText)).not.toContain(sentinel);
    // Drafted again it is the same draft, in another language if asked.
    const again = await firm.call(statusReports.draft, { body: { projectId, language: 'en' } });
    expect(again.id).toBe(draft.id);
    expect(again.clientText.next).toBe('Pilot in one shop');
  });

  test('has a client text that no internal field can change, byte for byte', async () => {
    const before = await firm.call(statusReports.draft, { body: { projectId, language: 'fr' } });
    await sql(
      `update project set notes = $2, purpose = $2, scope = $2, state_reason = $2, budget = 1, price = 2,
         priority = 1, start_on = '2020-01-01', end_on = '2020-02-01' where id = $1`,
      [projectId, sentinel],
    );
    await sql(
      `update task set notes = $2, acceptance = $2, estimate_minutes = 999, start_on = '2020-01-01',
         due_on = '2020-01-02' where project_id = $1`,
      [projectId, sentinel],
    );
    await firm.call(checkIns.give, {
      body: { projectId, moved: sentinel, next: sentinel, obstacle: sentinel, health: 'off-track' },
    });
    const after = await firm.call(statusReports.draft, { body: { projectId, language: 'fr' } });
    expect(JSON.stringify(after.clientText)).toBe(JSON.stringify(before.clientText));
    expect(JSON.stringify(after.internalText)).toContain(sentinel);
    expect(after.internalText.standing).toContain('Off track');
  });

  test('is edited, sent once and then stays; the client reads it, reacts and has it as a PDF', async () => {
    const draft = await firm.call(statusReports.draft, { body: { projectId, language: 'en' } });
    expect((await reader.call(portalReports.list, { params: { projectId } })).rows).toEqual([]);
    const edited = await firm.call(statusReports.update, {
      params: { id: draft.id },
      version: draft.version,
      body: { clientText: { risks: 'The network has to be ready.' } },
    });
    const sent = await firm.call(statusReports.send, {
      params: { id: draft.id },
      version: edited.version,
    });
    expect(sent.sentAt).not.toBeNull();
    const refused = await firm.refused(statusReports.update, {
      params: { id: draft.id },
      version: sent.version,
      body: { clientText: { risks: 'Later words' } },
    });
    expect(refused.code).toBe('wrong-state');
    expect((await firm.refused(statusReports.remove, { params: { id: draft.id } })).code).toBe(
      'wrong-state',
    );

    const params = { projectId, id: draft.id };
    const read = await reader.call(portalReports.get, { params });
    expect(read.text.risks).toBe('The network has to be ready.');
    expect(JSON.stringify(read)).not.toContain(sentinel);
    await reader.call(portalReports.react, { params, body: { reaction: 'question' } });
    await reader.call(portalReports.react, { params, body: { reaction: 'thanks' } });
    const { reactions } = await firm.call(statusReports.get, { params: { id: draft.id } });
    expect(reactions.map(({ reaction }) => reaction)).toEqual(['thanks']);
    const about = { kind: 'status-report', id: draft.id } as const;
    const said = { params: { projectId }, body: { body: 'Which network?', about } };
    await reader.call(portalMessages.create, said);
    await firm.call(comments.create, {
      body: { subject: about, body: 'That of the shops.', isClientVisible: true },
    });
    await firm.call(comments.create, { body: { subject: about, body: sentinel } });
    const { rows: talk } = await reader.call(portalMessages.list, {
      params: { projectId },
      query: { of: draft.id },
    });
    expect(talk.map(({ body }) => body)).toEqual(['That of the shops.', 'Which network?']);
    expect((await stranger.refused(portalMessages.create, said)).code).toBe('not-found');
    const { rows: news } = await reader.call(portalNews.list, { query: {} });
    expect(news[0]?.path).toBe(`/portal/projects/${projectId}/reports/${draft.id}`);
    const pdf = await app.app.http.inject({
      url: `/api/v1/portal/projects/${projectId}/reports/${draft.id}/pdf`,
      headers: { authorization: `Bearer ${reader.member.token}` },
    });
    expect(pdf.headers['content-type']).toBe('application/pdf');
    expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    for (const endpoint of [portalReports.get, portalReports.pdf]) {
      expect((await stranger.refused(endpoint, { params })).code).toBe('not-found');
    }
  });

  test('cannot be sent to a client who could not read it', async () => {
    const { id } = await firm.call(projects.create, { body: { kind: 'client', name: 'Closed' } });
    const draft = await firm.call(statusReports.draft, { body: { projectId: id } });
    expect(draft.isPortalOpen).toBe(false);
    const refused = await firm.refused(statusReports.send, {
      params: { id: draft.id },
      version: draft.version,
    });
    expect(refused.code).toBe('wrong-state');
  });
});

test('a check-in is due each week, suggested from the facts, and feeds the report (PM-16)', async () => {
  const { isDue, rows, suggested } = await firm.call(checkIns.list, { query: { projectId } });
  expect(isDue).toBe(false);
  expect(rows).toMatchObject([{ moved: sentinel, weekFrom: weekStart(today) }]);
  expect(suggested.moved).toContain('Done: ');
  const body = {
    projectId,
    moved: 'Design',
    next: 'Pilot',
    obstacle: '',
    health: 'at-risk',
  } as const;
  const refused = await firm.refused(checkIns.give, { body });
  expect(refused.code).toBe('invalid-input');
  await firm.call(checkIns.give, { body: { ...body, health: 'on-track' } });
  expect((await firm.call(checkIns.list, { query: { projectId } })).rows).toHaveLength(1);
});

test('the plan of the reports says when and who; the usual day is Friday', async () => {
  const params = { projectId };
  expect(await firm.call(statusReports.plan, { params })).toEqual({
    weekday: 5,
    accountable: null,
  });
  const body = { weekday: null, accountableId: null };
  expect(await firm.call(statusReports.setPlan, { params, body })).toMatchObject({ weekday: null });
  expect(addDays(weekStart(today), 6) >= today).toBe(true);
});
