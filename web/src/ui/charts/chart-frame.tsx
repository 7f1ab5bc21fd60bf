import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import styles from './charts.module.css';

/** The numbers behind a chart, as people would write them into a table. */
export type ChartTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

type ChartFrameProps = {
  /** What the chart shows, in a sentence: its name for screen readers. */
  readonly label: string;
  readonly table: ChartTable;
  readonly height: number;
  /** Whether its marks can be pressed; then it is a group, else a picture. */
  readonly pressable: boolean;
  /** Draws into the given width. */
  readonly children: (width: number) => ReactNode;
};

const smallestWidth = 240;

/** Around every drawn chart: its name, its width, and the table behind it. */
export function ChartFrame({ label, table, height, pressable, children }: ChartFrameProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={styles['frame']}>
      <button
        type="button"
        className={styles['toggle']}
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? 'Show as chart' : 'Show as table'}
      </button>
      {asTable ? (
        <ChartTableView label={label} table={table} />
      ) : (
        <div ref={ref} style={{ minHeight: height }}>
          {width > 0 ? (
            <svg
              className={styles['svg']}
              width={width}
              height={height}
              role={pressable ? 'group' : 'img'}
              aria-label={label}
            >
              {children(Math.max(width, smallestWidth))}
            </svg>
          ) : null}
        </div>
      )}
    </div>
  );
}

function ChartTableView({ label, table }: { readonly label: string; readonly table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label={label}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={table.columns[index]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[index]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
