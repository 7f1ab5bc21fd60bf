import type { ReserveMonthView, RingFenceView } from '@evenkeel/contract/ring-fences';
import { type CalendarDate, type CalendarMonth, monthOf } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import type { ReactNode } from 'react';
import { formatMonth, formatMonthShort } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatCompactMoney } from '../../../ui/format/money.ts';
import { nothing } from '../../../ui/format/number.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import styles from './ring-fence.module.css';

type ReserveTableProps = {
  readonly fence: RingFenceView;
  readonly months: readonly ReserveMonthView[];
  readonly today: CalendarDate;
  readonly currency: string;
  readonly onOpen: (month: CalendarMonth) => void;
};

type Line = {
  readonly name: string;
  readonly cell: (month: ReserveMonthView) => ReactNode;
  readonly isStrong?: boolean;
};

/** The reserve month by month: a bar of what is left and what was taken, and the figures under it. */
export function ReserveTable({ fence, months, today, currency, onOpen }: ReserveTableProps) {
  const most = Math.max(1, ...months.map((month) => month.granted + month.paidBack));
  const lines = linesOf(months, currency);
  const now = monthOf(today);
  return (
    <section className={styles['scroll']} aria-label={`${fence.name} by month`}>
      <table className={styles['reserve']}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles['hidden']}>Figure</span>
            </th>
            {months.map((month) => (
              <th
                key={month.month}
                scope="col"
                className={joinClasses(month.month === now && styles['now'])}
              >
                <MonthButton month={month} most={most} fence={fence} onOpen={onOpen} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name} className={joinClasses(line.isStrong && styles['strong'])}>
              <th scope="row">{line.name}</th>
              {months.map((month) => (
                <td key={month.month}>{line.cell(month)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type MonthButtonProps = {
  readonly month: ReserveMonthView;
  readonly most: number;
  readonly fence: RingFenceView;
  readonly onOpen: (month: CalendarMonth) => void;
};

function MonthButton({ month, most, fence, onOpen }: MonthButtonProps) {
  const words = `${formatMonth(month.month)}: ${formatHours(month.balance)} left of ${formatHours(month.granted + month.paidBack)}`;
  const height = (minutes: number) => ({ height: `${(minutes / most) * 100}%` });
  return (
    <button
      type="button"
      className={styles['month']}
      title={words}
      aria-label={`${words}. Open the ledger of ${fence.name}`}
      onClick={() => onOpen(month.month)}
    >
      <span className={styles['plot']} aria-hidden>
        {month.uncovered > 0 ? (
          <span className={styles['uncovered']} style={height(month.uncovered)} />
        ) : null}
        {month.taken > month.uncovered ? (
          <span className={styles['taken']} style={height(month.taken - month.uncovered)} />
        ) : null}
        {month.balance > 0 ? (
          <span className={styles['left']} style={height(month.balance)} />
        ) : null}
      </span>
      {formatMonthShort(month.month)}
    </button>
  );
}

/** Lines that say nothing in any month are left out. */
function linesOf(months: readonly ReserveMonthView[], currency: string): Line[] {
  const hours = (
    name: string,
    of: (month: ReserveMonthView) => number,
    look: { isStrong?: boolean; tone?: 'client' | 'bad' } = {},
  ): Line => ({
    name,
    isStrong: look.isStrong ?? false,
    cell: (month) => {
      const minutes = of(month);
      if (minutes === 0 && !look.isStrong) return <span className={styles['dim']}>{nothing}</span>;
      return <span className={styles[look.tone ?? 'plain']}>{formatHours(minutes)}</span>;
    },
  });
  const some = (of: (month: ReserveMonthView) => number) => months.some((one) => of(one) !== 0);
  const amount = (minor: number | null) =>
    minor ? (
      formatCompactMoney(money(minor, currency))
    ) : (
      <span className={styles['dim']}>{nothing}</span>
    );
  const moneyHeld = {
    name: 'Money held back',
    cell: (month: ReserveMonthView) => amount(month.moneyGranted),
  };
  const moneyLent = {
    name: 'Money lent to client work',
    cell: ({ moneyGranted, moneyBalance }: ReserveMonthView) =>
      amount((moneyGranted ?? 0) - (moneyBalance ?? 0)),
  };
  return [
    hours('Held back', (month) => month.granted),
    ...(some((month) => month.paidBack)
      ? [hours('Paid back on top', (month) => month.paidBack)]
      : []),
    ...(some((month) => month.taken)
      ? [hours('Taken by client work', (month) => month.taken, { tone: 'client' })]
      : []),
    ...(some((month) => month.uncovered)
      ? [hours('Of it not lent', (month) => month.uncovered, { tone: 'bad' })]
      : []),
    hours('Left for initiatives', (month) => month.balance, { isStrong: true }),
    hours('Free for client work', (month) => month.free),
    ...(some(({ moneyGranted, moneyBalance }) => (moneyGranted ?? 0) - (moneyBalance ?? 0))
      ? [moneyHeld, moneyLent]
      : []),
    ...(some((month) => month.moneyGranted ?? 0)
      ? [{ name: 'Money left', cell: (month: ReserveMonthView) => amount(month.moneyBalance) }]
      : []),
  ];
}
