import { deals } from '@evenkeel/contract/deals';
import { pipelines, stages } from '@evenkeel/contract/pipelines';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Client, startTestApp } from '../../../test/app.ts';

const app = await startTestApp();
let manager: Client;

beforeEach(async () => {
  manager = await app.client();
});

async function only() {
  const { rows } = await manager.call(pipelines.list);
  const [pipeline] = rows;
  if (!pipeline) throw new Error('no pipeline');
  return pipeline;
}

describe('the stages of a pipeline (CR-05)', () => {
  test('are added before what is decided, renamed, given a probability and put in order', async () => {
    const { id } = await only();
    const made = await manager.call(stages.create, {
      body: { pipelineId: id, name: 'Negotiation', probability: 8_000 },
    });
    expect(made).toMatchObject({ outcome: 'open', position: 2, quietAfterDays: 21 });
    await manager.call(stages.update, {
      params: { id: made.id },
      version: made.version,
      body: { name: 'Contract', probability: 9_000, quietAfterDays: null },
    });
    const before = await only();
    expect(before.stages.map(({ name, probability }) => [name, probability])).toEqual([
      ['Qualified', 1_500],
      ['Proposal', 5_500],
      ['Contract', 9_000],
      ['Won', 10_000],
      ['Lost', 0],
    ]);
    const reversed = [...before.stages].reverse().map((stage) => stage.id);
    const after = await manager.call(pipelines.orderStages, {
      params: { id },
      body: { stageIds: reversed },
    });
    expect(after.stages.map(({ name }) => name)).toEqual([
      'Contract',
      'Proposal',
      'Qualified',
      'Won',
      'Lost',
    ]);
    const deal = await manager.call(deals.create, { body: { name: 'New' } });
    expect(deal.stageId).toBe(made.id);
  });

  test('are not put in order by halves', async () => {
    const { id, stages: all } = await only();
    const stageIds = all.slice(1).map((stage) => stage.id);
    const problem = await manager.refused(pipelines.orderStages, {
      params: { id },
      body: { stageIds },
    });
    expect(problem).toMatchObject({ code: 'invalid-input', issues: [{ path: ['stageIds'] }] });
  });

  test('go with their deals, also those in the trash, taken to another', async () => {
    const [qualified, proposal] = (await only()).stages;
    if (!qualified || !proposal) throw new Error('no stages');
    const deal = await manager.call(deals.create, { body: { name: 'Here' } });
    const gone = await manager.call(deals.create, { body: { name: 'In the trash' } });
    await manager.call(deals.remove, { params: { id: gone.id } });
    const refused = await manager.refused(stages.remove, { params: { id: qualified.id } });
    expect(refused).toMatchObject({ code: 'still-in-use', issues: [{ path: ['moveTo'] }] });
    await manager.call(stages.remove, {
      params: { id: qualified.id },
      query: { moveTo: proposal.id },
    });
    const { stageId, stageSince } = await manager.call(deals.get, { params: { id: deal.id } });
    expect({ stageId, stageSince }).toEqual({ stageId: proposal.id, stageSince: deal.stageSince });
    const restored = await manager.call(deals.restore, { params: { id: gone.id } });
    expect(restored.stageId).toBe(proposal.id);
  });

  test('never leave a pipeline without a way to win or lose, nor win a deal by being deleted', async () => {
    const { stages: all } = await only();
    const won = all.find(({ outcome }) => outcome === 'won');
    const [first] = all;
    if (!won || !first) throw new Error('no stages');
    const last = await manager.refused(stages.remove, { params: { id: won.id } });
    expect(last).toMatchObject({ code: 'wrong-state' });
    await manager.call(deals.create, { body: { name: 'Stays open' } });
    const problem = await manager.refused(stages.remove, {
      params: { id: first.id },
      query: { moveTo: won.id },
    });
    expect(problem.code).toBe('still-in-use');
  });
});

describe('pipelines', () => {
  test('begin with the stages of the default one; deals move between them', async () => {
    const first = await only();
    const second = await manager.call(pipelines.create, { body: { name: 'Follow-on work' } });
    expect(second.stages.map(({ name }) => name)).toEqual(first.stages.map(({ name }) => name));
    const deal = await manager.call(deals.create, { body: { name: 'Extension' } });
    expect(deal.pipelineId).toBe(first.id);
    const [stage] = second.stages;
    if (!stage) throw new Error('no stage');
    const moved = await manager.call(deals.move, {
      params: { id: deal.id },
      version: deal.version,
      body: { stageId: stage.id },
    });
    expect(moved.pipelineId).toBe(second.id);
    const listed = await manager.call(deals.list, { query: { pipelineId: second.id } });
    expect(listed.rows.map(({ name }) => name)).toEqual(['Extension']);
  });

  test('of which one is the default: new deals begin there, and it cannot be deleted', async () => {
    const first = await only();
    const second = await manager.call(pipelines.create, { body: { name: 'Tenders' } });
    await manager.call(pipelines.update, {
      params: { id: second.id },
      version: second.version,
      body: { isDefault: true },
    });
    const deal = await manager.call(deals.create, { body: { name: 'City tender' } });
    expect(deal.pipelineId).toBe(second.id);
    const problem = await manager.refused(pipelines.remove, { params: { id: second.id } });
    expect(problem.code).toBe('wrong-state');
    const needed = await manager.call(pipelines.remove, { params: { id: first.id } });
    expect(needed).toEqual({});
  });

  test('are deleted when their deals have a place to go, each to the nearest stage', async () => {
    const first = await only();
    const second = await manager.call(pipelines.create, { body: { name: 'Partners' } });
    const stage = second.stages.find(({ name }) => name === 'Proposal');
    if (!stage) throw new Error('no stage');
    const deal = await manager.call(deals.create, { body: { name: 'Through a partner' } });
    await manager.call(deals.move, {
      params: { id: deal.id },
      version: deal.version,
      body: { stageId: stage.id },
    });
    const params = { id: second.id };
    expect((await manager.refused(pipelines.remove, { params })).code).toBe('still-in-use');
    await manager.call(pipelines.remove, { params, query: { moveTo: first.id } });
    const { stageId } = await manager.call(deals.get, { params: { id: deal.id } });
    expect(stageId).toBe(first.stages.find(({ name }) => name === 'Proposal')?.id);
  });

  test('are changed by managers only', async () => {
    const member = await app.client({ role: 'member', workspaceOf: manager });
    const problem = await member.refused(pipelines.create, { body: { name: 'Mine' } });
    expect(problem.status).toBe(403);
  });
});
