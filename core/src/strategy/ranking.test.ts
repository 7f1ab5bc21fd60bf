import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goalPoints, type RankedInitiative, rankedOrder, rankingScore } from './ranking.ts';

const three = [
  { key: 'value', measure: 'value', weight: 50 },
  { key: 'effort', measure: 'effort', weight: 25 },
  { key: 'goals', measure: 'goals', weight: 25 },
] as const;
const known: RankedInitiative = { value: 8, effort: 3, strengths: [2, 1], own: new Map() };

describe('ranking initiatives (ST-08, ST-35)', () => {
  test('is the weighted mean of value, little effort and goals, and opens to its parts', () => {
    const { score, parts, missing } = rankingScore(known, three);
    expect(parts.map(({ key, points, adds }) => [key, points, adds])).toEqual([
      ['value', 8, 400],
      ['effort', 8, 200],
      ['goals', 7.5, 188],
    ]);
    expect(score).toBe(788);
    expect(missing).toEqual([]);
  });

  test('gives no score while a part that counts is not known, and says which', () => {
    const criteria = [...three, { key: 'risk', measure: 'own', weight: 10 } as const];
    expect(rankingScore({ ...known, effort: null }, criteria)).toMatchObject({
      score: null,
      missing: ['effort', 'risk'],
    });
    const unweighted = three.map((row) => (row.key === 'effort' ? { ...row, weight: 0 } : row));
    expect(rankingScore({ ...known, effort: null }, unweighted).score).not.toBeNull();
  });

  test('counts own criteria by their key', () => {
    const criteria = [{ key: 'risk', measure: 'own', weight: 1 }] as const;
    const scored = { ...known, own: new Map([['risk', 6]]) };
    expect(rankingScore(scored, criteria).score).toBe(600);
    expect(rankingScore(scored, []).score).toBeNull();
  });

  test.each([
    [[], 0],
    [[1], 2.5],
    [[2, 2], 10],
    [[2, 2, 2], 10],
    [[2, -2], 0],
    [[-2], 0],
  ])('links of strength %j are worth %d points', (strengths, points) => {
    expect(goalPoints(strengths)).toBe(points);
  });

  test('puts the best first and what has no score last', () => {
    const items = [{ score: null }, { score: 300 }, { score: 0 }, { score: 900 }];
    expect(rankedOrder(items).map(({ score }) => score)).toEqual([900, 300, 0, null]);
  });

  const score = fc.integer({ min: 1, max: 10 });
  const weight = fc.integer({ min: 1, max: 100 });
  const initiative = fc.record({
    value: score,
    effort: score,
    strengths: fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 6 }),
    own: fc.constant(new Map<string, number>()),
  });

  test('stays between 0 and 10, and its parts always add up to it', () => {
    fc.assert(
      fc.property(initiative, fc.tuple(weight, weight, weight), (scored, weights) => {
        const criteria = three.map((row, index) => ({ ...row, weight: weights[index] ?? 1 }));
        const { score: total, parts } = rankingScore(scored, criteria);
        const sum = parts.reduce((all, { adds }) => all + (adds ?? 0), 0);
        expect(total).toBe(sum);
        expect(sum).toBeGreaterThanOrEqual(0);
        expect(sum).toBeLessThanOrEqual(1_001);
      }),
    );
  });

  test('never falls with more value, less effort or a stronger link', () => {
    fc.assert(
      fc.property(initiative, (scored) => {
        const before = rankingScore(scored, three).score ?? 0;
        const better = [
          { ...scored, value: Math.min(10, scored.value + 1) },
          { ...scored, effort: Math.max(1, scored.effort - 1) },
          { ...scored, strengths: [...scored.strengths, 1] },
        ];
        for (const one of better) {
          expect(rankingScore(one, three).score ?? 0).toBeGreaterThanOrEqual(before);
        }
      }),
    );
  });
});
