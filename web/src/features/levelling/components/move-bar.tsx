import type { LevellingProposal } from '@evenkeel/contract/levelling';
import { joinClasses } from '../../../ui/join-classes.ts';
import { barOf } from '../model.ts';
import styles from './levelling.module.css';

type MoveBarProps = {
  readonly row: LevellingProposal;
  readonly range: { readonly from: number; readonly to: number };
};

/** The days now (grey, above) and as proposed (below) on one line of time. The columns say the same. */
export function MoveBar({ row, range }: MoveBarProps) {
  const before = barOf(range, row.startBefore, row.dueBefore);
  const after = barOf(range, row.startOn, row.dueOn);
  return (
    <span className={styles['track']} aria-hidden={true}>
      {before ? <Bar place={before} kind="before" /> : null}
      {after ? <Bar place={after} kind={row.isMoved ? 'after' : 'same'} /> : null}
    </span>
  );
}

function Bar({
  place,
  kind,
}: {
  readonly place: { readonly left: number; readonly width: number };
  readonly kind: 'before' | 'after' | 'same';
}) {
  return (
    <span
      className={joinClasses(styles['bar'], styles[`bar-${kind}`])}
      style={{ left: `${place.left * 100}%`, width: `${place.width * 100}%` }}
    />
  );
}
