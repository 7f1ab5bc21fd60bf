import type { RankingCriterionView, RankingRow } from '@evenkeel/contract/initiative-ranking';
import type { NamedCriterion, RankedRow, Ranking } from './service.ts';

export function presentRanking({ criteria, rows }: Ranking) {
  return { criteria: criteria.map(presentCriterion), rows: rows.map(presentRankingRow) };
}

export function presentRankingRow({ id, score, parts, missing, given }: RankedRow): RankingRow {
  return {
    id,
    score,
    parts: parts.map((part) => ({ ...part, given: given.get(part.key) ?? null })),
    missing: [...missing],
  };
}

function presentCriterion(criterion: NamedCriterion): RankingCriterionView {
  return {
    key: criterion.key,
    id: criterion.id,
    measure: criterion.measure,
    name: criterion.name,
    question: criterion.question,
    weight: criterion.weight,
  };
}
