import type { OutputOf } from '@evenkeel/contract/endpoint';
import type {
  ReserveEntryView,
  ReserveMonthView,
  RingFenceView,
  ringFences,
} from '@evenkeel/contract/ring-fences';
import type { CalendarMonth } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { formatMoney } from '../../../ui/format/money.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useReserveEntries } from '../api.ts';
import { entryWords, loanAmount } from '../words.ts';
import { BorrowPanel } from './borrow-panel.tsx';
import styles from './ring-fence.module.css';

export type OpenEntries = { readonly fence: RingFenceView; readonly month: CalendarMonth };

type EntriesPanelProps = {
  readonly open: OpenEntries;
  readonly ledger: OutputOf<typeof ringFences.ledger>;
  readonly mayManage: boolean;
  readonly onClose: () => void;
};

/** The lines behind a month of the reserve, the newest first. */
export function EntriesPanel({ open, ledger, mayManage, onClose }: EntriesPanelProps) {
  const { fence, month } = open;
  const found = useReserveEntries(fence.id, month);
  const [lending, setLending] = useState<'minutes' | 'money' | null>(null);
  const account = ledger.months.find((one) => one.ringFenceId === fence.id && one.month === month);
  const short = account?.uncovered ?? 0;
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={`${fence.name}, ${formatMonth(month)}`}
      note={
        account
          ? `${formatHours(account.balance)} left of ${formatHours(account.granted + account.paidBack)}; clients have ${formatHours(account.clientMinutes)} of ${formatHours(account.capacityMinutes)} in all`
          : undefined
      }
    >
      {short > 0 ? (
        <p className={styles['lead']}>
          {formatHours(short)} are taken that nobody lent, because people have less time than when
          the work was planned.
        </p>
      ) : null}
      {account?.moneyGranted ? (
        <p className={styles['lead']}>{moneyWords(account, ledger.currency)}</p>
      ) : null}
      {mayManage && month >= ledger.today.slice(0, 7) ? (
        <p className={styles['above']}>
          <Button variant="default" onClick={() => setLending('minutes')}>
            Lend hours of this month
          </Button>
          {(account?.moneyBalance ?? 0) > 0 ? (
            <Button variant="default" onClick={() => setLending('money')}>
              Lend money of this month
            </Button>
          ) : null}
        </p>
      ) : null}
      <Loaded found={found} what="the ledger">
        {({ rows }) => <Entries rows={rows} currency={ledger.currency} />}
      </Loaded>
      {lending !== null ? (
        <BorrowPanel
          shortfalls={[{ ringFence: fence, month, shortMinutes: short }]}
          projectId={null}
          measure={lending}
          isAmountOpen
          onLent={() => setLending(null)}
          onClose={() => setLending(null)}
        />
      ) : null}
    </SidePanel>
  );
}

/** Money of a month: held back, lent to client work, left for initiatives. */
function moneyWords(
  { moneyGranted, moneyBalance }: Pick<ReserveMonthView, 'moneyGranted' | 'moneyBalance'>,
  currency: string,
): string {
  const words = (minor: number) => formatMoney(money(minor, currency));
  const lent = (moneyGranted ?? 0) - (moneyBalance ?? 0);
  return `Money: ${words(moneyGranted ?? 0)} held back, ${words(lent)} lent to client work, ${words(moneyBalance ?? 0)} left for initiatives.`;
}

function Entries({
  rows,
  currency,
}: {
  readonly rows: readonly ReserveEntryView[];
  readonly currency: string;
}) {
  if (rows.length === 0)
    return <p className={styles['empty']}>The ledger says nothing of this month.</p>;
  return (
    <table className={styles['loans']} aria-label="Ledger">
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">What</th>
          <th scope="col">By</th>
          <th scope="col" className={styles['end']}>
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={row.id ?? `due ${index}`}>
            <td data-label="Day">
              {row.id === null ? 'booked tonight' : <DateText date={row.bookedOn} />}
            </td>
            <th scope="row">{entryWords[row.kind]}</th>
            <td data-label="By">
              {row.member?.name ?? <span className={styles['dim']}>by itself</span>}
            </td>
            <td className={styles['end']} data-label="Amount">
              {loanAmount(row, signed(row), currency)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** As it moves what is left: what client work takes is less. */
function signed({ kind, amount }: ReserveEntryView): number {
  return kind === 'taking' ? -amount : amount;
}
