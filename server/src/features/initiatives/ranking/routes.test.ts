import { initiativeRanking } from '@evenkeel/contract/initiative-ranking';
import { type InitiativeChange, initiatives } from '@evenkeel/contract/initiatives';
import { projects } from '@evenkeel/contract/projects';
import type { ProjectId } from '@evenkeel/core/id';
import { describe, expect, test } from 'vitest';
import { serving, startStrategyFirm } from '../strategy-firm.fixture.ts';

const { app, owner, goalId } = await startStrategyFirm();

async function added(name: string, change: InitiativeChange, links = serving(goalId)) {
  const body = { ...change, name, goals: links };
  return (await owner.call(initiatives.create, { body })).id;
}
const ranking = () => owner.call(initiativeRanking.get);
const rowOf = async (id: ProjectId) => (await ranking()).rows.find((row) => row.id === id);

describe('the ranking of initiatives (ST-08, ST-35, IN-02)', () => {
  test('puts the best first by value, effort and goals, and knows no client project', async () => {
    const small = await added('Small', { valueScore: 3, effortScore: 9 });
    const best = await added('Best', { valueScore: 9, effortScore: 2 });
    const open = await added('Unscored', { valueScore: 9 });
    const body = { kind: 'client', name: 'Paid work', templateId: null } as const;
    await owner.call(projects.create, { body });
    const { criteria, rows } = await ranking();
    expect(criteria.map(({ key, weight }) => [key, weight])).toEqual([
      ['value', 40],
      ['effort', 20],
      ['goals', 40],
    ]);
    expect(rows.map(({ id }) => id)).toEqual([best, small, open]);
    expect(rows[0]).toMatchObject({ score: 640, missing: [] });
    expect(rows[0]?.parts).toEqual([
      { key: 'value', points: 9, given: 9, weight: 40, adds: 360 },
      { key: 'effort', points: 9, given: 2, weight: 20, adds: 180 },
      { key: 'goals', points: 2.5, given: null, weight: 40, adds: 100 },
    ]);
    expect(rows[2]).toMatchObject({ score: null, missing: ['effort'] });
  });

  test('follows own criteria and weights, which managers set and everybody can read', async () => {
    const id = await added('Scored', { valueScore: 8, effortScore: 5 });
    const own = {
      measure: 'own',
      name: 'Reversible',
      question: 'Can we stop?',
      weight: 50,
    } as const;
    const value = { measure: 'value', name: 'Value', question: '', weight: 50 } as const;
    const rest = (['effort', 'goals'] as const).map((measure) => ({
      ...value,
      measure,
      weight: 0,
    }));
    const { criteria } = await owner.call(initiativeRanking.setCriteria, {
      body: { criteria: [value, ...rest, own] },
    });
    const criterionId = criteria.find(({ measure }) => measure === 'own')?.id;
    if (!criterionId) throw new Error('the own criterion stands');
    expect(await rowOf(id)).toMatchObject({ score: null, missing: [criterionId] });
    const scores = [{ criterionId, score: 6 }];
    const scored = await owner.call(initiativeRanking.score, { params: { id }, body: { scores } });
    expect(scored.score).toBe(700);
    const takenBack = await owner.call(initiativeRanking.score, {
      params: { id },
      body: { scores: [{ criterionId, score: null }] },
    });
    expect(takenBack.score).toBeNull();
    const member = await app.client({ role: 'member', workspaceOf: owner });
    expect((await member.call(initiativeRanking.get)).criteria).toEqual(criteria);
    const refusal = await member.refused(initiativeRanking.setCriteria, {
      body: { criteria: [own] },
    });
    expect(refusal.code).toBe('not-allowed');
  });

  test('drops an own criterion with its scores, and asks for at least one weight', async () => {
    const { criteria } = await ranking();
    const kept = criteria.filter(({ measure }) => measure !== 'own').map(({ key, ...row }) => row);
    const after = await owner.call(initiativeRanking.setCriteria, { body: { criteria: kept } });
    expect(after.criteria.map(({ key }) => key)).toEqual(['value', 'effort', 'goals']);
    const weightless = kept.map((row) => ({ ...row, weight: 0 }));
    const refusal = await owner.refused(initiativeRanking.setCriteria, {
      body: { criteria: weightless },
    });
    expect(refusal.issues[0]).toMatchObject({ path: ['criteria'], code: 'no-weight' });
    const twice = [...kept, ...kept.slice(0, 1)];
    const second = await owner.refused(initiativeRanking.setCriteria, {
      body: { criteria: twice },
    });
    expect(second.issues[0]?.path).toEqual(['criteria', 3, 'measure']);
  });
});
