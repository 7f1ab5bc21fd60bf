import type { ReactNode } from 'react';
import { formatPercent } from '../format/number.ts';
import { joinClasses } from '../join-classes.ts';
import styles from './charts.module.css';

export type HeatCell = {
  readonly column: string;
  /** Load in basis points of capacity; null where there is no capacity. */
  readonly share: number | null;
  /** Said in place of the share: load where there is no capacity at all, which is too much. */
  readonly overload?: string;
  /** Said with it: `168 h of 152 h`. */
  readonly detail?: string;
};

export type HeatRow = {
  readonly id: string;
  readonly name: string;
  readonly mark?: ReactNode;
  readonly cells: readonly HeatCell[];
};

type HeatmapProps = {
  readonly label: string;
  readonly columns: readonly { readonly id: string; readonly label: string }[];
  readonly rows: readonly HeatRow[];
  readonly onSelect?: (row: HeatRow, cell: HeatCell) => void;
};

const full = 10_000;

/** People by months: the fuller the stronger, more than capacity in red with its number. A table. */
export function Heatmap({ label, columns, rows, onSelect }: HeatmapProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label={label}>
      <table className={styles['heat']}>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles['heat-name']}>
                {row.mark ?? row.name}
              </th>
              {columns.map((column) => {
                const cell = row.cells.find((candidate) => candidate.column === column.id);
                return (
                  <td key={column.id}>
                    {cell ? (
                      <HeatSquare
                        words={`${row.name}, ${column.label}`}
                        cell={cell}
                        onSelect={onSelect && (() => onSelect(row, cell))}
                      />
                    ) : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeatSquareProps = {
  readonly words: string;
  readonly cell: HeatCell;
  readonly onSelect: (() => void) | undefined;
};

function HeatSquare({ words, cell, onSelect }: HeatSquareProps) {
  const { share, overload, detail } = cell;
  if (share === null && overload === undefined)
    return <span className={styles['heat-none']}>–</span>;
  const over = share === null || share > full;
  const text = share === null ? overload : formatPercent(Math.round(share / 100) * 100);
  const shared = {
    className: joinClasses(styles['heat-cell'], over && styles['heat-over']),
    style: over ? {} : { backgroundColor: heatColour(share ?? 0) },
    title: `${words}: ${text}${detail ? `, ${detail}` : ''}`,
  };
  if (!onSelect) return <span {...shared}>{text}</span>;
  return (
    <button
      type="button"
      {...shared}
      aria-label={`${words}: ${text}${over ? ', over capacity' : ''}${detail ? `, ${detail}` : ''}`}
      onClick={onSelect}
    >
      {text}
    </button>
  );
}

/** At most 40 % of the accent, so that the number on it stays readable in light and dark. */
function heatColour(share: number): string {
  const strength = Math.round((Math.min(share, full) / full) * 40);
  return `color-mix(in srgb, var(--accent) ${strength}%, var(--surface-sunken))`;
}
