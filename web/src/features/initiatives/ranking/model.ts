import type { RankingCriterionView, RankingRow } from '@evenkeel/contract/initiative-ranking';
import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { formatDecimals } from '../../../ui/format/number.ts';

/** An initiative with its place in the ranking; null while it has no score. */
export type RankedInitiativeRow = {
  readonly row: InitiativeRow;
  readonly ranked: RankingRow;
  readonly place: number | null;
};

/** What is no longer chosen between, unless a filter asks for it. */
const decided = ['completed', 'shelved', 'rejected'];

/** The rows that are shown, best first; equal scores share a place. */
export function rankedRows(
  rows: readonly InitiativeRow[],
  ranking: readonly RankingRow[],
  withDecided: boolean,
): readonly RankedInitiativeRow[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = ranking.flatMap((ranked) => {
    const row = byId.get(ranked.id);
    return row && (withDecided || !decided.includes(row.state)) ? [{ row, ranked }] : [];
  });
  return shown.map(({ row, ranked }) => ({
    row,
    ranked,
    place:
      ranked.score === null
        ? null
        : shown.findIndex((other) => other.ranked.score === ranked.score) + 1,
  }));
}

/** A score in hundredths as people read it: `6.40`. */
export function scoreInWords(hundredths: number): string {
  return formatDecimals(hundredths / 100, 2);
}

/** `(value × 40 + little effort × 20 + goals × 40) ÷ 100`. */
export function formulaInWords(criteria: readonly RankingCriterionView[]): string {
  const counted = criteria.filter(({ weight }) => weight > 0);
  const sum = counted.reduce((total, { weight }) => total + weight, 0);
  const parts = counted.map(({ name, weight }) => `${name} × ${weight}`);
  return `(${parts.join(' + ')}) ÷ ${sum}`;
}
