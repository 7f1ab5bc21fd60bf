import { formatEffort } from '../../../ui/format/effort.ts';
import type { CellLoad } from '../../../ui/planner/lane-load.ts';
import { loadText } from '../../../ui/planner/planner-words.ts';
import type { ThreeNumbers } from '../three-numbers.ts';
import styles from './planner-panels.module.css';

type HoverDaysProps = {
  readonly name: string;
  readonly when: string;
  readonly load: CellLoad;
  readonly numbers: ThreeNumbers;
  /** The estimated and logged hours are of whole weeks, these days are not. */
  readonly isOfWeek: boolean;
};

/** The three numbers of some days of somebody, for a glance. */
export function HoverDays({ name, when, load, numbers, isOfWeek }: HoverDaysProps) {
  return (
    <div className={styles['hover']}>
      <strong>{name}</strong>
      <span className={styles['when']}>{when}</span>
      <dl>
        <div>
          <dt>Allocated</dt>
          <dd>{formatEffort(load.allocated)}</dd>
        </div>
        <div>
          <dt>{isOfWeek ? 'Estimated, that week' : 'Estimated'}</dt>
          <dd>{formatEffort(numbers.estimated)}</dd>
        </div>
        <div>
          <dt>{isOfWeek ? 'Logged, that week' : 'Logged'}</dt>
          <dd>{formatEffort(numbers.logged)}</dd>
        </div>
        <div>
          <dt>Free</dt>
          <dd>{formatEffort(load.free)}</dd>
        </div>
      </dl>
      <span className={styles['note']}>{loadText(load)}</span>
    </div>
  );
}
