import { formatPercent } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './charts.module.css';

type ShareBarProps = {
  /** `Strategic share`. */
  readonly label: string;
  /** All in basis points. */
  readonly share: number;
  readonly target: number;
  /** How far from the target is still right, to either side. */
  readonly tolerance: number;
  readonly colour?: string;
};

/** A share against its target: the bar, the target as a tick, the tolerance as a band. */
export function ShareBar(props: ShareBarProps) {
  const { label, share, target, tolerance, colour = 'var(--kind-initiative)' } = props;
  const scale = Math.max(share, target + tolerance) > 5000 ? 10_000 : 5000;
  const at = (basisPoints: number) => `${(Math.min(basisPoints, scale) / scale) * 100}%`;
  const low = Math.max(0, target - tolerance);
  const verdict = share < low ? 'below' : share > target + tolerance ? 'above' : 'within';
  const words = `${label} ${formatPercent(share)}, target ${formatPercent(target)} ± ${formatPercent(tolerance)}: ${verdict}`;
  return (
    <div className={styles['share']} role="img" aria-label={words}>
      <div className={styles['share-track']}>
        <span
          className={styles['share-band']}
          style={{ left: at(low), width: at(target + tolerance - low) }}
        />
        <span
          className={styles['share-fill']}
          style={{ width: at(share), backgroundColor: colour }}
        />
        <span className={styles['share-target']} style={{ left: at(target) }} />
      </div>
      <div className={styles['share-words']}>
        <span className={joinClasses(verdict !== 'within' && styles['warn'])}>
          {verdict === 'within' ? 'Within' : verdict === 'below' ? 'Below' : 'Above'} target
        </span>
        <span>
          {formatPercent(target)} ± {formatPercent(tolerance)}
        </span>
      </div>
    </div>
  );
}
