import type { RankingCriterionView, RankingRow } from '@evenkeel/contract/initiative-ranking';
import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import type { ProjectId } from '@evenkeel/core/id';
import { expect, test } from 'vitest';
import { formulaInWords, rankedRows } from './model.ts';

// The ranking reads id and state only.
const row = (id: string, state: InitiativeRow['state']) => ({ id, state }) as InitiativeRow;
const ranked = (id: string, score: number | null): RankingRow => ({
  id: id as ProjectId,
  score,
  parts: [],
  missing: [],
});

test('equal scores share a place, and what has no score has none', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => row(id, 'proposed'));
  const ranking = [ranked('a', 900), ranked('b', 700), ranked('c', 700), ranked('d', null)];
  expect(rankedRows(rows, ranking, false).map(({ place }) => place)).toEqual([1, 2, 2, null]);
});

test('what is decided is left out unless a filter asks for it', () => {
  const rows = [row('a', 'rejected'), row('b', 'approved')];
  const ranking = [ranked('a', 900), ranked('b', 700)];
  expect(rankedRows(rows, ranking, false).map(({ row: shown }) => shown.id)).toEqual(['b']);
  expect(rankedRows(rows, ranking, true)).toHaveLength(2);
});

test('the formula says every criterion that counts', () => {
  const criterion = { id: null, key: 'value', measure: 'value', question: '' } as const;
  const criteria: RankingCriterionView[] = [
    { ...criterion, name: 'Value', weight: 40 },
    { ...criterion, name: 'Luck', weight: 0 },
    { ...criterion, name: 'Goals', weight: 60 },
  ];
  expect(formulaInWords(criteria)).toBe('(Value × 40 + Goals × 60) ÷ 100');
});
