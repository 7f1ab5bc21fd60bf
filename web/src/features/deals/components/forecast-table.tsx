import type { ForecastRowView } from '@evenkeel/contract/deal-reports';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { addForecast, noForecast } from '@evenkeel/core/deals/forecast';
import { money } from '@evenkeel/core/money';
import { useSession } from '../../../lib/session.ts';
import { formatMonth } from '../../../ui/format/date.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { MoneyText, Nothing } from '../../../ui/marks/values.tsx';
import type { BehindFigure, ForecastMeasure } from './forecast-deals.tsx';
import styles from './reports.module.css';

type ForecastTableProps = {
  readonly rows: readonly ForecastRowView[];
  readonly onOpen: (behind: BehindFigure) => void;
};

/** A row for each month: how much of what is open is weighted and committed, and what was won. */
export function ForecastTable({ rows, onOpen }: ForecastTableProps) {
  const most = Math.max(1, ...rows.map((row) => Math.max(row.full, row.won)));
  const total = rows.reduce(addForecast, noForecast);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className={styles['scroll']} tabIndex={0} aria-label="Forecast by close month">
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Close</th>
            <td className={styles['bar-head']}>Weighted within full; committed beneath</td>
            <th scope="col">Open</th>
            <th scope="col">In full</th>
            <th scope="col">Weighted</th>
            <th scope="col">Committed</th>
            <th scope="col">Won</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.period}>
              <th scope="row">{periodWords(row.period)}</th>
              <td>
                <Bar row={row} most={most} />
              </td>
              <td>{row.openCount === 0 ? <Nothing /> : formatNumber(row.openCount)}</td>
              {measures.map((measure) => (
                <td key={measure}>
                  <OpenFigure row={row} measure={measure} onOpen={onOpen} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total</th>
            <td />
            <td>{formatNumber(total.openCount)}</td>
            {measures.map((measure) => (
              <td key={measure}>
                <Amount minor={total[measure]} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

const measures = ['full', 'weighted', 'committed', 'won'] as const;

/** What a period is called. */
export function periodWords(period: string): string {
  if (period === 'overdue') return 'Overdue';
  // Any other period of the forecast is a month.
  return period === 'undated' ? 'No close date' : formatMonth(period as CalendarMonth);
}

function Bar({ row, most }: { readonly row: ForecastRowView; readonly most: number }) {
  const width = (minor: number) => `${(minor / most) * 100}%`;
  return (
    <svg
      className={styles['bar']}
      viewBox="0 0 100 14"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className={styles['full']} width={width(row.full)} height="8" rx="1" />
      <rect className={styles['weighted']} width={width(row.weighted)} height="8" rx="1" />
      <rect className={styles['committed']} y="10" width={width(row.committed)} height="3" rx="1" />
    </svg>
  );
}

type OpenFigureProps = {
  readonly row: ForecastRowView;
  readonly measure: ForecastMeasure;
  readonly onOpen: (behind: BehindFigure) => void;
};

function OpenFigure({ row, measure, onOpen }: OpenFigureProps) {
  if (row[measure] === 0) return <Nothing />;
  return (
    <button
      type="button"
      className={styles['open']}
      onClick={() => onOpen({ period: row.period, measure })}
    >
      <Amount minor={row[measure]} />
    </button>
  );
}

function Amount({ minor }: { readonly minor: number }) {
  const { currency } = useSession().workspace;
  return <MoneyText amount={money(minor, currency)} />;
}
