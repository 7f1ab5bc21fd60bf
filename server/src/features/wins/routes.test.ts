import { initiatives } from '@evenkeel/contract/initiatives';
import { kpis } from '@evenkeel/contract/kpis';
import { tasks } from '@evenkeel/contract/tasks';
import { wins } from '@evenkeel/contract/wins';
import { addDays } from '@evenkeel/core/calendar-date';
import { describe, expect, test } from 'vitest';
import { startStrategyFirm } from '../initiatives/strategy-firm.fixture.ts';

const firm = await startStrategyFirm();
const { app, owner, today, goalId, personId, teamId } = firm;

const started = await owner.call(initiatives.create, {
  body: {
    name: 'Enter Poland',
    scope: 'Warsaw',
    teamId,
    budget: 5_000_000,
    ownerId: personId,
    goals: [{ goalId, strength: 2 }],
  },
});
await firm.moved(started, 'proposed', 'approved', 'executing');
const id = started.id;

const winsOf = async (query: { days?: number; initiativeId?: typeof id } = {}) =>
  (await owner.call(wins.list, { query })).rows;

describe('small wins (ST-11)', () => {
  test('are milestones that were reached, with credit to those who were on their phase', async () => {
    const milestone = await owner.call(tasks.create, {
      body: { projectId: id, name: 'First client signed', isMilestone: true },
    });
    await owner.call(tasks.create, {
      body: { projectId: id, name: 'Call them', assigneeIds: [personId] },
    });
    expect(await winsOf()).toEqual([]);
    const params = { id: milestone.id };
    await owner.call(tasks.update, { params, version: 1, body: { state: 'done' } });
    expect(await winsOf({ initiativeId: id })).toEqual([
      {
        id: milestone.id,
        kind: 'milestone',
        on: today,
        name: 'First client signed',
        initiatives: [{ id, name: 'Enter Poland' }],
        goal: null,
        move: null,
        people: [{ id: personId, name: 'Ada' }],
      },
    ]);
  });

  test('are KPIs that moved the right way, with credit to those who lead the work behind; no other move is', async () => {
    const body = { goalId, name: 'Polish clients', unit: 'clients', baseline: 0, target: 5 };
    const params = { id: (await owner.call(kpis.create, { body })).id };
    const measure = (ago: number, value: number) =>
      owner.call(kpis.setActual, {
        params: { ...params, on: addDays(today, -ago) },
        body: { value },
      });
    await measure(90, 3);
    await measure(50, 1);
    await measure(20, 2);
    const found = (await winsOf()).filter(({ kind }) => kind === 'kpi');
    expect(found).toMatchObject([
      {
        on: addDays(today, -20),
        name: 'Polish clients',
        move: { from: 1, to: 2, unit: 'clients' },
        goal: { id: goalId },
        people: [{ name: 'Ada' }],
      },
    ]);
    expect((await winsOf({ days: 10 })).map(({ kind }) => kind)).toEqual(['milestone']);
  });

  test('of another workspace are not there', async () => {
    const stranger = await app.client();
    const query = { initiativeId: id };
    expect((await stranger.call(wins.list, { query })).rows).toEqual([]);
  });
});
