import type { GoalRow } from '@evenkeel/contract/goals';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Nothing } from '../../../ui/marks/values.tsx';
import { formatMeasured, standingHealth, standingLabels } from '../model.ts';
import styles from './goals.module.css';

type Measured = Pick<GoalRow, 'baseline' | 'target' | 'actual' | 'unit' | 'pace'>;

/** The way from baseline to target as a thin bar, for a row: filled so far, a tick where it should be. */
export function GoalBar({ goal }: { readonly goal: Measured }) {
  const { progress, neededProgress, standing } = goal.pace;
  if (progress === null) return <Nothing />;
  return (
    <span className={styles['compact']}>
      <span className={styles['track']} aria-hidden>
        <span
          className={styles['fill']}
          data-standing={standing}
          style={{ width: `${onTrack(progress)}%` }}
        />
        {neededProgress === null ? null : (
          <span className={styles['tick']} style={{ left: `${onTrack(neededProgress)}%` }} />
        )}
      </span>
      <span className={styles['percent']}>{Math.round(progress / 100)}%</span>
      <HealthMark health={standingHealth[standing]} label={standingLabels[standing]} compact />
    </span>
  );
}

/** The same as a figure of its own: ends, actual and today's place on the line are written out. */
export function GoalProgress({ goal }: { readonly goal: Measured }) {
  const { baseline, target, actual, unit, pace } = goal;
  if (baseline === null || target === null) return null;
  const place = pace.progress === null ? null : onTrack(pace.progress);
  // A word stands once, at the end; a percent sign belongs to every number.
  const sign = unit === '%' ? unit : '';
  return (
    <div className={styles['figure']}>
      <div className={styles['above']}>
        {place === null || actual === null ? null : (
          <span className={styles['actual']} style={placed(place)}>
            {formatMeasured(actual, sign)}
          </span>
        )}
      </div>
      <div className={styles['track-large']} aria-hidden>
        {place === null ? null : (
          <span
            className={styles['fill']}
            data-standing={pace.standing}
            style={{ width: `${place}%` }}
          />
        )}
        {pace.neededProgress === null ? null : (
          <span className={styles['tick']} style={{ left: `${onTrack(pace.neededProgress)}%` }} />
        )}
      </div>
      <div className={styles['below']}>
        <span>{formatMeasured(baseline, sign)}</span>
        {pace.neededNow === null ? null : (
          <span className={styles['needed']}>
            should be {formatMeasured(rounded(pace.neededNow, baseline, target), sign)} today
          </span>
        )}
        <span>{formatMeasured(target, unit)}</span>
      </div>
    </div>
  );
}

/** Percent of the bar, kept within it: what moved away shows empty, what passed the target full. */
function onTrack(basisPoints: number): number {
  return Math.min(100, Math.max(0, basisPoints / 100));
}

/** Written over its place without running out of the figure at either end. */
function placed(percent: number) {
  return { left: `${percent}%`, transform: `translateX(-${percent}%)` };
}

/** As exact as a hundredth of the way. */
function rounded(value: number, baseline: number, target: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.abs(target - baseline) / 100));
  return Math.round(value / step) * step;
}
