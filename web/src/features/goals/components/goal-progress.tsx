import type { GoalRow } from '@evenkeel/contract/goals';
import { standingHealth, standingLabels } from '../../../lib/kpi-standing.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { Nothing } from '../../../ui/marks/values.tsx';
import styles from './goals.module.css';

type Measured = Pick<GoalRow, 'pace'>;

type GoalBarProps = { readonly goal: Measured; readonly isWide?: boolean };

/** The way to the target as a thin bar: filled so far, a tick where it should be. */
export function GoalBar({ goal, isWide = false }: GoalBarProps) {
  const { progress, neededProgress, standing } = goal.pace;
  if (progress === null) return <Nothing />;
  return (
    <span className={styles[isWide ? 'wide' : 'compact']}>
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
      {isWide ? null : (
        <HealthMark health={standingHealth[standing]} label={standingLabels[standing]} compact />
      )}
    </span>
  );
}

/** Percent of the bar, kept within it: what moved away shows empty, what passed the target full. */
function onTrack(basisPoints: number): number {
  return Math.min(100, Math.max(0, basisPoints / 100));
}
