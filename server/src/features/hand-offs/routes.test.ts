import { accounts } from '@evenkeel/contract/accounts';
import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { people, roles } from '@evenkeel/contract/people';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import type { AccountId, DealId, HandOffId, PersonId, RoleId } from '@evenkeel/core/id';
import { beforeAll, describe, expect, test } from 'vitest';
import { withScope } from '../../platform/db/scope.ts';
import { type Client, startTestApp } from '../../test/app.ts';
import { asOwner } from '../../test/factories.ts';
import { seedTemplates } from '../templates/service.ts';

const app = await startTestApp();
let manager: Client;
let accountId: AccountId;
let seller: PersonId;
let paula: PersonId;
let consultant: RoleId;
let stages: Record<string, NonNullable<Awaited<ReturnType<typeof listStages>>[number]>>;

const signed = calendarDate('2026-05-06');

beforeAll(async () => {
  manager = await app.client();
  const { workspaceId, memberId, userId } = manager.member;
  const owner = {
    workspaceId,
    memberId,
    userId,
    role: 'owner',
    personId: null,
    name: '',
    email: '',
  } as const;
  const actor = {
    ...owner,
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    tokenScopes: null,
    sessionId: null,
  };
  await withScope(app.app.database, actor, seedTemplates);
  accountId = (await manager.call(accounts.create, { body: { name: 'Harbour Logistics' } })).id;
  seller = (await manager.call(people.create, { body: { name: 'Sam Seller' } })).id;
  paula = (await manager.call(people.create, { body: { name: 'Paula Manager' } })).id;
  const role = (await manager.call(roles.list)).rows.find((row) => row.name === 'Consultant');
  if (!role) throw new Error('no consultant');
  consultant = role.id;
  stages = Object.fromEntries((await listStages()).map((stage) => [stage.name, stage]));
});

async function listStages() {
  return (await manager.call(deals.stages)).rows;
}

async function newDeal(name: string) {
  const deal = await manager.call(deals.create, {
    body: {
      name,
      accountId,
      ownerId: seller,
      value: 4_800_000,
      scope: 'Docks 1 to 4',
      notes: 'Wants weekly calls',
      nextStep: 'Send the list of names',
      deliveryStartOn: calendarDate('2026-06-01'),
      deliveryEndOn: calendarDate('2026-08-28'),
    },
  });
  await manager.call(deals.setDemand, {
    params: { id: deal.id },
    body: { lines: [{ roleId: consultant, minutes: 10_001 }] },
  });
  return deal;
}

async function move(id: DealId, stage: string, contractSignedOn?: typeof signed | null) {
  const { version } = await manager.call(deals.get, { params: { id } });
  const stageId = stages[stage]?.id;
  if (!stageId) throw new Error(`no stage ${stage}`);
  const body = { stageId, ...(contractSignedOn === undefined ? {} : { contractSignedOn }) };
  return { params: { id }, version, body };
}

/** A won deal with its contract signed, and the hand-off that it gets. */
async function wonDeal(name: string): Promise<{ dealId: DealId; id: HandOffId; version: number }> {
  const { id: dealId } = await newDeal(name);
  const deal = await manager.call(deals.move, await move(dealId, 'Won', signed));
  if (!deal.handOff) throw new Error('no hand-off');
  const { id, version } = await manager.call(handOffs.get, { params: { id: deal.handOff.id } });
  return { dealId, id, version };
}

describe('a hand-off', () => {
  test('is proposed when the deal is won and its contract signed, not before (CR-06)', async () => {
    const { id } = await newDeal('Two steps');
    const won = await manager.call(deals.move, await move(id, 'Won'));
    expect(won.handOff).toBeNull();
    const both = await manager.call(deals.update, {
      params: { id },
      version: won.version,
      body: { contractSignedOn: signed },
    });
    expect(both.handOff).toMatchObject({ state: 'proposed', projectId: null });
    const { rows } = await manager.call(handOffs.list);
    expect(rows.map((row) => row.deal.name)).toContain('Two steps');
  });

  test('shows what was sold beside what would be made, and writes nothing (CR-07)', async () => {
    const { id } = await wonDeal('Previewed');
    const seen = await manager.call(handOffs.get, {
      params: { id },
      query: { projectManagerId: paula, startOn: calendarDate('2026-06-15') },
    });
    expect(seen.sold).toMatchObject({
      value: 4_800_000,
      demand: [{ roleName: 'Consultant', minutes: 10_001 }],
    });
    expect(seen.draft?.project).toMatchObject({
      name: 'Previewed',
      account: { name: 'Harbour Logistics' },
      owner: { name: 'Sam Seller' },
      projectManager: { name: 'Paula Manager' },
      startOn: '2026-06-15',
      endOn: '2026-08-28',
    });
    expect(seen.draft?.dropped.map((dropped) => dropped.field)).toContain('deliveryStartOn');
    expect(seen.draft?.gaps.map((gap) => gap.code)).not.toContain('no-project-manager');
    const listed = await manager.call(projects.list, { query: { search: 'Previewed' } });
    expect(listed.total).toBe(0);
  });

  test('accepted makes project, phases, tasks with the sold hours, and an origin of each field (B09)', async () => {
    const { dealId, id, version } = await wonDeal('Accepted');
    const accepted = await manager.call(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: paula },
    });
    if (!accepted.project) throw new Error('no project');
    const params = { id: accepted.project.id };
    const project = await manager.call(projects.get, { params });
    expect(project).toMatchObject({
      kind: 'client',
      state: 'approved',
      name: 'Accepted',
      price: 4_800_000,
      scope: 'Docks 1 to 4',
      notes: 'Wants weekly calls',
      deal: { id: dealId },
      account: { id: accountId },
      projectManager: { id: paula },
    });
    expect(project.phases.length).toBeGreaterThan(2);
    const { rows } = await manager.call(tasks.list, { query: { projectId: params.id } });
    expect(sumOf(rows, (task) => task.estimateMinutes ?? 0)).toBe(10_001);
    const { rows: origins } = await manager.call(projects.origins, { params });
    const ofField = (field: string) =>
      origins.find((row) => row.subject === 'project' && row.field === field);
    expect(ofField('price')).toMatchObject({
      source: 'deal',
      sourceName: 'Accepted',
      sourceField: 'value',
      value: 4_800_000,
      isChanged: false,
      confirmedBy: { name: 'Test owner' },
    });
    expect(ofField('projectManagerId')).toMatchObject({ source: 'person', value: 'Paula Manager' });
    expect(origins.filter((row) => row.isChanged)).toEqual([]);
    const deal = await manager.call(deals.get, { params: { id: dealId } });
    expect(deal.handOff).toMatchObject({ state: 'accepted', projectId: params.id });
  });

  test('accepted shows later drift against its origins', async () => {
    const { id, version } = await wonDeal('Drifting');
    const body = { projectManagerId: paula };
    const { project } = await manager.call(handOffs.accept, { params: { id }, version, body });
    if (!project) throw new Error('no project');
    await manager.call(projects.update, {
      params: { id: project.id },
      version: 1,
      body: { kind: 'client', price: 4_000_000 },
    });
    const { rows } = await manager.call(projects.origins, { params: { id: project.id } });
    expect(rows.filter((row) => row.isChanged)).toMatchObject([
      { field: 'price', value: 4_800_000, current: 4_000_000 },
    ]);
  });

  test('of a second and third deal of one account work just the same (U02)', async () => {
    const made: string[] = [];
    for (const name of ['First order', 'Second order', 'Third order']) {
      const { id, version } = await wonDeal(name);
      const body = { projectManagerId: paula };
      const { project } = await manager.call(handOffs.accept, { params: { id }, version, body });
      if (project) made.push(project.id);
    }
    expect(new Set(made).size).toBe(3);
    const { rows } = await manager.call(projects.list, { query: { accountId, search: 'order' } });
    expect(rows.map((row) => row.name)).toEqual(['First order', 'Second order', 'Third order']);
    expect(new Set(rows.map((row) => row.number)).size).toBe(3);
    for (const row of rows) expect(row.figures.estimateMinutes).toBe(10_001);
  });

  test('is accepted once: twice at the same time makes one project', async () => {
    const { id, version } = await wonDeal('Contested');
    const accept = { params: { id }, version, body: { projectManagerId: paula } };
    const outcomes = await Promise.allSettled([
      manager.call(handOffs.accept, accept),
      manager.call(handOffs.accept, accept),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    const listed = await manager.call(projects.list, { query: { search: 'Contested' } });
    expect(listed.total).toBe(1);
    const again = await manager.refused(handOffs.accept, { ...accept, version: version + 1 });
    expect(again).toMatchObject({ code: 'wrong-state' });
  });

  test('returned keeps its reason, and can be proposed again', async () => {
    const { dealId, id, version } = await wonDeal('Returned');
    const reason = 'No hours for the designer';
    const returned = await manager.call(handOffs.return, {
      params: { id },
      version,
      body: { reason },
    });
    expect(returned).toMatchObject({ state: 'returned', returnReason: reason });
    const deal = await manager.call(deals.get, { params: { id: dealId } });
    expect(deal.handOff).toMatchObject({ state: 'returned', returnReason: reason });
    const unsaid = await manager.refused(handOffs.return, {
      params: { id },
      version,
      body: { reason: ' ' },
    });
    expect(unsaid.code).toBe('invalid-input');
    const again = await manager.call(handOffs.propose, { params: { id }, version: version + 1 });
    expect(again).toMatchObject({ state: 'proposed', returnReason: '', decidedBy: null });
  });

  test('is withdrawn when the win is undone before it was accepted', async () => {
    const { dealId } = await wonDeal('Undone');
    const back = await manager.call(deals.move, await move(dealId, 'Proposal'));
    expect(back.handOff).toBeNull();
    const won = await manager.call(deals.move, await move(dealId, 'Won'));
    expect(won.handOff).toMatchObject({ state: 'proposed' });
    const unsigned = await manager.call(deals.update, {
      params: { id: dealId },
      version: won.version,
      body: { contractSignedOn: null },
    });
    expect(unsigned.handOff).toBeNull();
  });

  test('accepted keeps its deal won, until its project is in the trash', async () => {
    const { dealId, id, version } = await wonDeal('Kept');
    const body = { projectManagerId: paula };
    const { project } = await manager.call(handOffs.accept, { params: { id }, version, body });
    if (!project) throw new Error('no project');
    const refusal = await manager.refused(deals.move, await move(dealId, 'Lost'));
    expect(refusal).toMatchObject({ code: 'wrong-state' });
    expect(refusal.detail).toContain('"Kept"');
    const stayed = await manager.call(deals.get, { params: { id: dealId } });
    expect(stayed.stageId).toBe(stages['Won']?.id);
    expect((await manager.refused(deals.remove, { params: { id: dealId } })).code).toBe(
      'wrong-state',
    );
    const tooEarly = await manager.refused(handOffs.propose, {
      params: { id },
      version: version + 1,
    });
    expect(tooEarly.code).toBe('wrong-state');
    await manager.call(projects.remove, { params: { id: project.id } });
    const again = await manager.call(handOffs.propose, { params: { id }, version: version + 1 });
    expect(again).toMatchObject({ state: 'proposed', project: null });
    const lost = await manager.call(deals.move, await move(dealId, 'Lost'));
    expect(lost.handOff).toBeNull();
  });
});

describe('who accepts a hand-off', () => {
  test('is a manager, or the one who becomes project manager', async () => {
    const member = await app.client({ role: 'member', workspaceOf: manager });
    const { id, version } = await wonDeal('By its manager');
    const accept = { params: { id }, version, body: { projectManagerId: paula } };
    expect(await member.refused(handOffs.accept, accept)).toMatchObject({ code: 'not-allowed' });
    expect((await member.call(handOffs.get, { params: { id } })).canAccept).toBe(false);
    await asOwner(app.databaseUrl, (client) =>
      client.query('update member set person_id = $1 where workspace_id = $2 and id = $3', [
        paula,
        member.member.workspaceId,
        member.member.memberId,
      ]),
    );
    expect(await member.call(handOffs.accept, accept)).toMatchObject({ state: 'accepted' });
    const viewer = await app.client({ role: 'viewer', workspaceOf: manager });
    expect(
      (await viewer.call(handOffs.list, { query: { state: 'accepted' } })).total,
    ).toBeGreaterThan(0);
    expect((await viewer.refused(handOffs.accept, accept)).status).toBe(403);
  });

  test('names people of this firm and days in order', async () => {
    const { id, version } = await wonDeal('Checked');
    const stranger = await app.client();
    const foreign = await stranger.call(people.create, { body: { name: 'Foreign' } });
    const wrong = await manager.refused(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: foreign.id },
    });
    expect(wrong.issues[0]).toMatchObject({ path: ['projectManagerId'], code: 'unknown' });
    const backwards = await manager.refused(handOffs.accept, {
      params: { id },
      version,
      body: { projectManagerId: paula, endOn: calendarDate('2026-05-01') },
    });
    expect(backwards.issues[0]).toMatchObject({ path: ['endOn'], code: 'too-early' });
  });

  test('is never somebody of another workspace', async () => {
    const stranger = await app.client();
    const { id } = await wonDeal('Secret');
    const params = { id };
    expect((await stranger.call(handOffs.list)).rows).toEqual([]);
    for (const refusal of [
      await stranger.refused(handOffs.get, { params }),
      await stranger.refused(handOffs.accept, {
        params,
        version: 1,
        body: { projectManagerId: paula },
      }),
      await stranger.refused(handOffs.return, { params, version: 1, body: { reason: 'x' } }),
      await stranger.refused(handOffs.propose, { params, version: 1 }),
    ]) {
      expect(refusal.status).toBe(404);
    }
  });
});
