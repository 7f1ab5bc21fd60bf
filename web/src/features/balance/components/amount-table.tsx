import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { nothing } from '../../../ui/format/number.ts';
import { formatAmount } from '../model/measure.ts';
import type { TableRow } from '../model/table-rows.ts';
import type { Measure, OpenRows } from '../model/view-state.ts';
import styles from './tables.module.css';

type AmountTableProps = {
  readonly heading: string;
  readonly months: readonly CalendarMonth[];
  readonly rows: readonly TableRow[];
  readonly measure: Measure;
  readonly currency: string;
  readonly onOpen: (rows: OpenRows) => void;
};

/** The same figures as the bars, as a table; every figure opens to its rows. */
export function AmountTable(props: AmountTableProps) {
  const { heading, months, rows, measure, currency, onOpen } = props;
  const words = (amount: number) => formatAmount(measure, amount, { currency });
  return (
    <section className={styles['scroll']} aria-label={`${heading} by month, as a table`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            {months.map((month) => (
              <th key={month} scope="col" title={formatMonth(month)}>
                {formatMonthShort(month)}
              </th>
            ))}
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell) => (
                <td key={cell.month}>
                  {cell.amount === 0 ? (
                    <span className={styles['nothing']}>{nothing}</span>
                  ) : (
                    <button
                      type="button"
                      className={styles['figure']}
                      onClick={() =>
                        onOpen({
                          title: `${row.name}, ${formatMonth(cell.month)}`,
                          filter: cell.filter,
                        })
                      }
                    >
                      {words(cell.amount)}
                    </button>
                  )}
                </td>
              ))}
              <td className={styles['sum']}>{words(row.sum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
