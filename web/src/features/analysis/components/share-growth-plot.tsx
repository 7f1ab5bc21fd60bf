import type { InsightView } from '@evenkeel/contract/analysis';
import { formatDecimals, formatPercent } from '../../../ui/format/number.ts';
import { sharePoints } from '../model.ts';
import styles from './analysis.module.css';

type ShareGrowthPlotProps = {
  readonly insights: readonly InsightView[];
  readonly onOpen: (insight: InsightView) => void;
};

const fields = [
  { at: 'nw', label: 'Stars' },
  { at: 'ne', label: 'Question marks' },
  { at: 'sw', label: 'Cash cows' },
  { at: 'se', label: 'Dogs' },
];

/** Market growth against relative share: where each insight with both numbers stands. */
export function ShareGrowthPlot({ insights, onOpen }: ShareGrowthPlotProps) {
  const points = sharePoints(insights);
  return (
    <figure className={styles['chart']}>
      <div className={styles['plot']}>
        {fields.map(({ at, label }) => (
          <span key={at} className={styles['corner']} data-at={at}>
            {label}
          </span>
        ))}
        {points.map(({ insight, x, y }) => (
          <button
            key={insight.id}
            type="button"
            className={styles['point']}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            onClick={() => onOpen(insight)}
          >
            <span className={styles['point-name']}>{insight.name}</span>
            <span className={styles['hidden']}>
              , share {formatDecimals((insight.share ?? 0) / 100, 2)}, growth{' '}
              {formatPercent(insight.growth ?? 0)}
            </span>
          </button>
        ))}
      </div>
      <figcaption className={styles['axis']}>
        <span>Relative share 10</span>
        <span>
          {points.length === 0
            ? 'Give an insight its share and growth to see it here. '
            : 'Right: smaller share. Up: faster growth. '}
          The middle is a share of 1 and 10 % growth a year.
        </span>
        <span>0.1</span>
      </figcaption>
    </figure>
  );
}
