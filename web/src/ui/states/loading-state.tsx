import { useEffect, useState } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './states.module.css';

type LoadingStateProps = {
  /** What is being loaded: `deals`. */
  readonly what?: string;
  readonly shape?: 'rows' | 'record' | 'cards';
};

const quietMilliseconds = 300;

/** A skeleton, shown only when loading takes longer than 300 ms: shorter waits stay still. */
export function LoadingState({ what = 'the page', shape = 'rows' }: LoadingStateProps) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), quietMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles['loading']} role="status" aria-busy="true">
      <span className={styles['hidden']}>Loading {what}</span>
      {visible ? <Skeleton shape={shape} /> : null}
    </div>
  );
}

const bars: Record<'rows' | 'record' | 'cards', readonly string[]> = {
  rows: Array.from({ length: 12 }, () => 'bar-row'),
  record: ['bar-title', 'bar-line', 'bar-line', 'bar-block', 'bar-block'],
  cards: Array.from({ length: 6 }, () => 'bar-card'),
};

function Skeleton({ shape }: { readonly shape: 'rows' | 'record' | 'cards' }) {
  return (
    <div className={joinClasses(styles['skeleton'], styles[`skeleton-${shape}`])} aria-hidden>
      {bars[shape].map((bar, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a still picture, nothing moves in it
        <span key={index} className={joinClasses(styles['bar'], styles[bar])} />
      ))}
    </div>
  );
}
