import { accounts } from '@evenkeel/contract/accounts';
import { interactions } from '@evenkeel/contract/interactions';
import { portalAgreements } from '@evenkeel/contract/portal/agreements';
import { projects } from '@evenkeel/contract/projects';
import { workingAgreements } from '@evenkeel/contract/working-agreements';
import { addDays } from '@evenkeel/core/calendar-date';
import type { AccountId, ProjectId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let firm: Client;
let client: Client;
let stranger: Client;
let accountId: AccountId;
let projectId: ProjectId;

beforeAll(async () => {
  firm = await app.client({ role: 'manager' });
  accountId = (await firm.call(accounts.create, { body: { name: 'Harbour' } })).id;
  const body = { name: 'Site', kind: 'client', accountId } as const;
  projectId = (await firm.call(projects.create, { body })).id;
  await asOwner(app.databaseUrl, (database) =>
    database.query(
      `update project set portal_opened_at = now(), state = 'executing' where id = $1`,
      [projectId],
    ),
  );
  client = await app.clientUser({ of: firm, accountId });
  const other = await firm.call(accounts.create, { body: { name: 'Other' } });
  stranger = await app.clientUser({ of: firm, accountId: other.id });
});

const params = () => ({ projectId });
const read = () => firm.call(workingAgreements.get, { params: params() });

async function propose(change: object = {}) {
  const { draft, current, suggestion } = await read();
  const content = { ...((draft ?? current)?.content ?? suggestion), ...change };
  await firm.call(workingAgreements.save, { params: params(), body: { content } });
  const { current: proposed } = await firm.call(workingAgreements.propose, { params: params() });
  if (!proposed) throw new Error('nothing was proposed');
  return proposed;
}

describe('a working agreement (CL-02, CL-12)', () => {
  test('is seen by the client once it is proposed, and holds once both sides have acknowledged it', async () => {
    const before = await read();
    expect(before).toMatchObject({ current: null, draft: null, startedWithout: true });
    await firm.call(workingAgreements.save, {
      params: params(),
      body: { content: before.suggestion },
    });
    expect((await client.call(portalAgreements.get, { params: params() })).agreement).toBeNull();
    const proposed = await propose();
    const body = { agreementId: proposed.id };
    const ours = await firm.call(workingAgreements.acknowledge, { params: params(), body });
    expect(ours).toMatchObject({ mayAcknowledge: false, startedWithout: true });
    const theirs = await client.call(portalAgreements.acknowledge, { params: params(), body });
    expect(theirs.agreement).toMatchObject({ state: 'agreed', isAcknowledged: true });
    const after = await read();
    expect(after.startedWithout).toBe(false);
    expect(after.current?.acknowledgements.map(({ side, name }) => [side, name])).toEqual([
      ['ours', 'Test manager'],
      ['theirs', 'Test client'],
    ]);
    const hashes = after.current?.acknowledgements.map(({ contentHash }) => contentHash);
    expect(new Set(hashes).size).toBe(1);
  });

  test('that is changed asks both sides again; what was acknowledged stays as it was', async () => {
    const before = (await read()).current;
    const proposed = await propose({ toleranceDays: 5 });
    expect(proposed).toMatchObject({ number: 2, state: 'proposed', acknowledgements: [] });
    const after = await read();
    expect(after).toMatchObject({ startedWithout: true, mayAcknowledge: true });
    expect(after.earlier[0]).toMatchObject({ id: before?.id, content: before?.content });
    const late = await client.refused(portalAgreements.acknowledge, {
      params: params(),
      body: { agreementId: before?.id as never },
    });
    expect(late.code).toBe('wrong-state');
    const kept = await asOwner(app.databaseUrl, async (database) => {
      await database.query('begin');
      await database.query('reset evenkeel.maintenance');
      await database.query('set local role evenkeel_app');
      await database.query(`select set_config('evenkeel.workspace', $1, true)`, [
        firm.member.workspaceId,
      ]);
      const change = database.query(`update working_agreement set content = '{}' where id = $1`, [
        before?.id,
      ]);
      return change.then(
        () => 'changed',
        (error: Error) => error.message,
      );
    });
    expect(kept).toContain('stays as it is');
  });

  test('of one client is nothing of another’s', async () => {
    const hidden = await stranger.refused(portalAgreements.get, { params: params() });
    expect(hidden.code).toBe('not-found');
  });
});

test('contact is due by the agreed cadence after the last one, and overdue contact is named (CL-03)', async () => {
  const proposed = await propose({
    cadence: { everyDays: 7, weekday: null, time: '10:00', how: 'Call' },
  });
  const body = { agreementId: proposed.id };
  await firm.call(workingAgreements.acknowledge, { params: params(), body });
  await client.call(portalAgreements.acknowledge, { params: params(), body });
  await firm.call(interactions.create, {
    body: { kind: 'call', name: 'Weekly', on: addDays(today, -10), accountId },
  });
  const { contact } = await read();
  expect(contact).toMatchObject({
    lastOn: addDays(today, -10),
    dueOn: addDays(today, -3),
    time: '10:00',
    standing: 'overdue',
    daysOverdue: 3,
  });
  const { rows } = await firm.call(workingAgreements.contactsDue, { query: {} });
  expect(rows).toMatchObject([{ project: { id: projectId }, standing: 'overdue' }]);
  const mine = await firm.call(workingAgreements.contactsDue, { query: { mine: 'true' } });
  expect(mine.rows).toEqual([]);
});
