import { deals } from '@evenkeel/contract/deals';
import { handOffs } from '@evenkeel/contract/hand-offs';
import { projects } from '@evenkeel/contract/projects';
import { tasks } from '@evenkeel/contract/tasks';
import { calendarDate } from '@evenkeel/core/calendar-date';
import { sumOf } from '@evenkeel/core/grouping';
import { describe, expect, test } from 'vitest';
import { startTestApp } from '../../test/app.ts';
import { moveTo, newDeal, sellingFirm, signed, wonDeal } from './selling-firm.fixture.ts';

const app = await startTestApp();
const firm = await sellingFirm(app);
const { manager, accountId, paula } = firm;

describe('a hand-off', () => {
  test('is proposed when the deal is won and its contract signed, not before (CR-06)', async () => {
    const id = await newDeal(firm, 'Two steps');
    const won = await manager.call(deals.move, await moveTo(firm, id, 'Won'));
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
    const { id } = await wonDeal(firm, 'Previewed');
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
    const { dealId, id, version } = await wonDeal(firm, 'Accepted');
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
    const { id, version } = await wonDeal(firm, 'Drifting');
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
      const { id, version } = await wonDeal(firm, name);
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
    const { id, version } = await wonDeal(firm, 'Contested');
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
    const { dealId, id, version } = await wonDeal(firm, 'Returned');
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
    const { dealId } = await wonDeal(firm, 'Undone');
    const back = await manager.call(deals.move, await moveTo(firm, dealId, 'Proposal'));
    expect(back.handOff).toBeNull();
    const won = await manager.call(deals.move, await moveTo(firm, dealId, 'Won'));
    expect(won.handOff).toMatchObject({ state: 'proposed' });
    const unsigned = await manager.call(deals.update, {
      params: { id: dealId },
      version: won.version,
      body: { contractSignedOn: null },
    });
    expect(unsigned.handOff).toBeNull();
  });

  test('accepted keeps its deal won, until its project is in the trash', async () => {
    const { dealId, id, version } = await wonDeal(firm, 'Kept');
    const body = { projectManagerId: paula };
    const { project } = await manager.call(handOffs.accept, { params: { id }, version, body });
    if (!project) throw new Error('no project');
    const refusal = await manager.refused(deals.move, await moveTo(firm, dealId, 'Lost'));
    expect(refusal).toMatchObject({ code: 'wrong-state' });
    expect(refusal.detail).toContain('"Kept"');
    const stayed = await manager.call(deals.get, { params: { id: dealId } });
    expect(stayed.stageId).toBe((await moveTo(firm, dealId, 'Won')).body.stageId);
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
    const lost = await manager.call(deals.move, await moveTo(firm, dealId, 'Lost'));
    expect(lost.handOff).toBeNull();
  });
});
