import type { ReactNode } from 'react';
import styles from './charts.module.css';

type MarkProps = {
  /** What the mark is and how much: `March, client projects, 320 h`. */
  readonly label: string;
  readonly onSelect: (() => void) | undefined;
  readonly children: ReactNode;
};

/** A part of a chart that opens the rows behind it, by pointer and by keyboard. */
export function Mark({ label, onSelect, children }: MarkProps) {
  if (!onSelect) {
    return (
      <g>
        <title>{label}</title>
        {children}
      </g>
    );
  }
  return (
    <g
      role="button"
      tabIndex={0}
      aria-label={label}
      className={styles['mark']}
      onClick={onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onSelect();
      }}
    >
      <title>{label}</title>
      {children}
    </g>
  );
}
