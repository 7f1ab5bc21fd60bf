import { Popover } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { joinClasses } from '../join-classes.ts';
import styles from './figure.module.css';

type FigureProps = {
  readonly label: string;
  /** The formatted value: `22.5%`. */
  readonly value: ReactNode;
  /** How it is reckoned, in the glossary's words: the formula and the period. */
  readonly formula?: ReactNode;
  /** What it means against a target or an earlier time. */
  readonly delta?: { readonly text: string; readonly tone: 'good' | 'bad' | 'warn' | 'neutral' };
  /** Opens the rows behind the figure. */
  readonly onOpen?: () => void;
};

/** A key figure: what it is, how much, against what; opens the rows behind it. */
export function Figure({ label, value, formula, delta, onOpen }: FigureProps) {
  return (
    <div className={joinClasses(styles['figure'], onOpen && styles['opens'])}>
      <div className={styles['label']}>
        {label}
        {formula ? <Formula label={label}>{formula}</Formula> : null}
      </div>
      {onOpen ? (
        <button type="button" className={styles['open']} onClick={onOpen}>
          <span className={styles['hidden']}>Rows behind {label}: </span>
          <span className={styles['value']}>{value}</span>
        </button>
      ) : (
        <div className={styles['value']}>{value}</div>
      )}
      {delta ? <div className={styles[`tone-${delta.tone}`]}>{delta.text}</div> : null}
    </div>
  );
}

type FormulaProps = { readonly label: string; readonly children: ReactNode };

/** “What is this?”: the formula behind a small question mark, on click so that it works on touch. */
function Formula({ label, children }: FormulaProps) {
  return (
    <Popover width={300} position="top-start" withinPortal>
      <Popover.Target>
        <button type="button" className={styles['help']} aria-label={`What is ${label}?`}>
          <IconHelp size={14} aria-hidden={true} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`What is ${label}?`}>{children}</Popover.Dropdown>
    </Popover>
  );
}
