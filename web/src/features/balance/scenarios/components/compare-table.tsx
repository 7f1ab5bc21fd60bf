import type { ScenarioColumn } from '@evenkeel/contract/scenarios';
import type { ReactNode } from 'react';
import { joinClasses } from '../../../../ui/join-classes.ts';
import type { Judgement } from '../../model/judgement.ts';
import { columnName } from '../model/comparison.ts';
import styles from './scenarios.module.css';

type Difference = { readonly text: string; readonly tone: Judgement };

/** A figure of one column; `difference` says how it is not that of the plan. */
export type CompareCell = {
  readonly text: ReactNode;
  readonly difference?: Difference | null;
  readonly onOpen?: (() => void) | undefined;
};

export type CompareRow = {
  readonly id: string;
  readonly label: ReactNode;
  readonly cell: (column: ScenarioColumn, index: number) => CompareCell | null;
};

type CompareTableProps = {
  readonly label: string;
  readonly of: string;
  readonly columns: readonly ScenarioColumn[];
  readonly rows: readonly CompareRow[];
};

/** The plan and scenarios side by side: a line for each figure, what differs beside it. */
export function CompareTable({ label, of, columns, rows }: CompareTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label={`${label}: table`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {columns.map((column, index) => (
              <th key={column.scenario?.id ?? 'plan'} scope="col">
                <span className={styles['columnName']} title={columnName(column, index)}>
                  {columnName(column, index)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {columns.map((column, index) => (
                <td key={column.scenario?.id ?? 'plan'}>
                  <Cell cell={row.cell(column, index)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { readonly cell: CompareCell | null }) {
  if (cell === null) return <span className={styles['note']}>–</span>;
  const { text, difference, onOpen } = cell;
  const shown = (
    <>
      <span>{text}</span>
      {difference ? (
        <span className={joinClasses(styles['difference'], styles[difference.tone])}>
          {difference.text}
        </span>
      ) : null}
    </>
  );
  if (!onOpen) return <span className={styles['cell']}>{shown}</span>;
  return (
    <button type="button" className={joinClasses(styles['cell'], styles['open'])} onClick={onOpen}>
      <span className={styles['hidden']}>Rows behind </span>
      {shown}
    </button>
  );
}

/** A difference with its sign: `+3 days`, `−10 points`; none where nothing differs. */
export function differenceOf(
  value: number | null | undefined,
  plan: number | null | undefined,
  words: {
    readonly format: (size: number) => string;
    /** Whether more is good, bad or neither. */
    readonly more: Judgement;
    readonly less: Judgement;
  },
): Difference | null {
  if (value == null || plan == null || value === plan) return null;
  const isMore = value > plan;
  return {
    text: `${isMore ? '+' : '−'}${words.format(Math.abs(value - plan))}`,
    tone: isMore ? words.more : words.less,
  };
}
