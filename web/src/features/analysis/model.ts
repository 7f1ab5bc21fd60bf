import type { AnalysisBoardView, InsightView } from '@evenkeel/contract/analysis';

/** A competitor's line over the factors of a strategy canvas; gaps where no level is known. */
export type LevelLine = {
  readonly name: string;
  readonly isOurs: boolean;
  readonly points: readonly { readonly x: number; readonly y: number; readonly level: number }[];
};

/** Factors in the order of the board, and a line for each competitor, in shares of the plot (0 to 1). */
export function levelLines(board: Pick<AnalysisBoardView, 'insights' | 'competitors'>): {
  readonly factors: readonly string[];
  readonly lines: readonly LevelLine[];
} {
  const factors = board.insights.filter(({ section }) => section === 'factors');
  const lines = board.competitors.map((name, index) => ({
    name,
    isOurs: index === 0,
    points: factors.flatMap(({ levels }, at) => {
      const level = levels[name];
      return level === undefined
        ? []
        : [{ x: (at + 0.5) / factors.length, y: 1 - level / 10, level }];
    }),
  }));
  return { factors: factors.map(({ name }) => name), lines };
}

/** An insight of a growth-share matrix in shares of the plot: share falls to the right, growth rises. */
export type SharePoint = { readonly insight: InsightView; readonly x: number; readonly y: number };

const widestShare = 10;
const lowestGrowth = -1_000;
const highestGrowth = 3_000;

/**
 * Insights with both numbers. Relative share on a logarithmic axis from 10 down to 0.1, as the matrix
 * is drawn (Henderson, 1970); growth from −10 to 30 % with 10 % in the middle.
 */
export function sharePoints(insights: readonly InsightView[]): readonly SharePoint[] {
  return insights.flatMap((insight) => {
    const { share, growth } = insight;
    if (share === null || growth === null) return [];
    const ratio = Math.min(widestShare, Math.max(1 / widestShare, share / 100));
    const x = (1 - Math.log10(ratio)) / 2;
    const held = Math.min(highestGrowth, Math.max(lowestGrowth, growth));
    const y = 1 - (held - lowestGrowth) / (highestGrowth - lowestGrowth);
    return [{ insight, x, y }];
  });
}
