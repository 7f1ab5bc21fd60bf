import type { MatrixTotal } from '@evenkeel/core/strategy/goal-matrix';
import styles from './matrix.module.css';

/** What a row or a column comes to: the sum, and how many help and hurt. */
export function SumMark({ total }: { readonly total: MatrixTotal }) {
  const { sum, helps, hurts } = total;
  const words = `${helps} help, ${hurts} hurt`;
  return (
    <span className={styles['total']} title={words}>
      {sum > 0 ? `+${sum}` : sum < 0 ? `−${-sum}` : '0'}
      <span className={styles['hidden']}>, {words}</span>
    </span>
  );
}
