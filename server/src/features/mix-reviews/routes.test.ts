import { mix, mixReviews } from '@evenkeel/contract/mix';
import { addDays } from '@evenkeel/core/calendar-date';
import { beforeAll, describe, expect, test } from 'vitest';
import { dayIn } from '../../platform/clock.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { createFirm, type FirmRow } from '../balance/firm.fixture.ts';

const app = await startTestApp();
const today = dayIn('Europe/Berlin', new Date());
let manager: Client;

const rows: readonly FirmRow[] = [
  { table: 'person', as: 'Ada', name: 'Ada', role_id: '@Consultant' },
  { table: 'person', as: 'Ben', name: 'Ben', role_id: '@Consultant' },
  { table: 'project', as: 'Site', number: 1, kind: 'client', name: 'Site', state: 'executing' },
  { table: 'project', as: 'Idea', number: 2, kind: 'initiative', name: 'Idea', state: 'executing' },
  ...[
    ['Site', 'Ada', 300],
    ['Site', 'Ben', 300],
    ['Idea', 'Ben', 200],
  ].map(([project, person, minutes]) => ({
    table: 'time_entry',
    as: `${project} ${person}`,
    project_id: `@${project}`,
    person_id: `@${person}`,
    on_date: today,
    is_billable: project === 'Site',
    minutes,
  })),
];

beforeAll(async () => {
  manager = await app.client();
  await createFirm(app.databaseUrl, manager.member.workspaceId, rows);
});

async function thisQuarter(client: Client) {
  const { quarters } = await client.call(mix.view);
  return quarters.find(({ which }) => which === 'current')?.measures ?? [];
}

describe('the mix (BA-01, BA-02)', () => {
  test('is measured by hours, cost and heads against targets either way, cash against its floor', async () => {
    const { version } = await manager.call(mix.view);
    await manager.call(mix.setTargets, {
      version,
      body: {
        hours: { shareBasisPoints: 1000, toleranceBasisPoints: 500 },
        money: { shareBasisPoints: 2500, toleranceBasisPoints: 0 },
        people: { shareBasisPoints: 8000, toleranceBasisPoints: 1000 },
        cashFloorMinor: 1_000_000_000,
      },
    });
    expect(await thisQuarter(manager)).toMatchObject([
      { measure: 'hours', shareBasisPoints: 2500, verdict: 'too-strategic' },
      { measure: 'money', shareBasisPoints: 2500, verdict: 'on-target' },
      { measure: 'people', initiative: 1, shareBasisPoints: 5000, verdict: 'too-client-heavy' },
    ]);
    const { cash } = await manager.call(mix.view);
    expect(cash).toHaveLength(5);
    expect(cash.every(({ isBelow }) => isBelow)).toBe(true);
  });

  test('shows no money to members', async () => {
    const member = await app.client({ role: 'member', workspaceOf: manager });
    expect((await thisQuarter(member)).map(({ measure }) => measure)).toEqual(['hours', 'people']);
    expect(await member.call(mix.view)).toMatchObject({
      cash: [],
      targets: { cashFloorMinor: null },
    });
    expect((await member.refused(mixReviews.hold)).status).toBe(403);
  });
});

test('a review keeps what it saw, records decisions, and the next opens on what was said and what came of it (BA-06)', async () => {
  const first = await manager.call(mixReviews.hold);
  const decided = await manager.call(mixReviews.decide, {
    params: { id: first.id },
    body: { decision: 'Two people more on the idea', dueOn: addDays(today, 30) },
  });
  const [decision] = decided.decisions;
  if (!decision) return expect.fail();
  const said = await manager.call(mixReviews.update, {
    params: { id: first.id },
    version: first.version,
    body: { summary: 'Too little for ourselves.', nextReviewOn: today },
  });
  expect(said.seen).toEqual(first.seen);
  expect(await manager.call(mixReviews.list)).toMatchObject({ isDue: true, nextReviewOn: today });

  await createFirm(app.databaseUrl, manager.member.workspaceId, [
    { ...rows[0], table: 'person', as: 'Cleo', name: 'Cleo' },
  ]);
  await manager.call(mixReviews.changeDecision, {
    params: { id: decision.id },
    version: decision.version,
    body: { outcome: 'One came.', isClosed: true },
  });
  const next = await manager.call(mixReviews.hold);
  expect(next.before).toMatchObject({
    review: { id: first.id, summary: 'Too little for ourselves.', openCount: 0 },
    decisions: [{ decision: 'Two people more on the idea', outcome: 'One came.', isClosed: true }],
  });
  // Later changes leave what was seen as it was.
  expect(next.before?.seen).toEqual(first.seen);
  const stale = await manager.refused(mixReviews.update, {
    params: { id: first.id },
    version: first.version,
    body: { summary: 'late' },
  });
  expect(stale.code).toBe('stale-version');
});
