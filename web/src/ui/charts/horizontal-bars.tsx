import type { ReactNode } from 'react';
import styles from './charts.module.css';

export type HorizontalBar = {
  readonly id: string;
  readonly label: string;
  readonly mark?: ReactNode;
  readonly value: number;
  readonly colour?: string;
  /** Behind the value: `65% of the stage before`. */
  readonly note?: string;
};

type HorizontalBarsProps = {
  readonly label: string;
  readonly bars: readonly HorizontalBar[];
  readonly format: (value: number) => string;
  readonly onSelect?: (bar: HorizontalBar) => void;
};

/** Amounts beside each other, named and numbered directly. A list. */
export function HorizontalBars({ label, bars, format, onSelect }: HorizontalBarsProps) {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className={styles['bars']} aria-label={label}>
      {bars.map((bar) => {
        const content = (
          <>
            <span className={styles['bar-label']}>{bar.mark ?? bar.label}</span>
            <span className={styles['bar-track']}>
              <span
                className={styles['bar-fill']}
                style={{
                  width: `${(Math.max(0, bar.value) / most) * 100}%`,
                  backgroundColor: bar.colour ?? 'var(--accent)',
                }}
              />
              <span className={styles['bar-value']}>{format(bar.value)}</span>
              {bar.note ? <span className={styles['bar-note']}>{bar.note}</span> : null}
            </span>
          </>
        );
        return (
          <li key={bar.id}>
            {onSelect ? (
              <button type="button" className={styles['bar-line']} onClick={() => onSelect(bar)}>
                {content}
              </button>
            ) : (
              <div className={styles['bar-line']}>{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
