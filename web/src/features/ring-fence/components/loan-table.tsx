import type { ReserveLoanView } from '@evenkeel/contract/ring-fences';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { formatMonthShort } from '../../../ui/format/date.ts';
import { StageMark } from '../../../ui/marks/stage-mark.tsx';
import { RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { loanAmount, loanStateMarks } from '../words.ts';
import styles from './ring-fence.module.css';

type LoanTableProps = {
  readonly loans: readonly ReserveLoanView[];
  readonly today: CalendarDate;
  readonly currency: string;
  readonly onPayBack: ((loan: ReserveLoanView) => void) | null;
};

/** Loans from the reserve, overdue ones first: who allowed them, why, and what is still owed. */
export function LoanTable({ loans, today, currency, onPayBack }: LoanTableProps) {
  if (loans.length === 0)
    return (
      <p className={styles['empty']}>
        Nothing has been lent. When client work needs hours that are held back, the planner says so
        and a manager can lend them there.
      </p>
    );
  return (
    <div className={styles['scroll']}>
      <table className={styles['loans']} aria-label="Loans">
        <thead>
          <tr>
            <th scope="col">State</th>
            <th scope="col">Reason</th>
            <th scope="col">Of</th>
            <th scope="col" className={styles['end']}>
              Lent
            </th>
            <th scope="col" className={styles['end']}>
              Owed
            </th>
            <th scope="col">Back by</th>
            <th scope="col">Lent by</th>
            {onPayBack ? (
              <th scope="col">
                <span className={styles['hidden']}>Pay back</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {loans.map((loan) => (
            <tr key={loan.id}>
              <td>
                <StageMark {...loanStateMarks[loan.state]} />
              </td>
              <th scope="row">
                {loan.reason}
                {loan.project ? (
                  <AppLink className={styles['under']} href={`/projects/${loan.project.id}`}>
                    {loan.project.name}
                  </AppLink>
                ) : null}
              </th>
              <td data-label="Of">
                {loan.ringFence.name}
                <span className={styles['under']}>{monthWords(loan)}</span>
              </td>
              <td className={styles['end']} data-label="Lent">
                {loanAmount(loan, loan.lent - loan.returned, currency)}
              </td>
              <td className={styles['end']} data-label="Owed">
                {loanAmount(loan, loan.outstanding, currency)}
              </td>
              <td data-label="Back by">
                {loan.state === 'repaid' ? (
                  <span className={styles['dim']}>paid back</span>
                ) : (
                  <RelativeDate date={loan.payBackOn} today={today} />
                )}
              </td>
              <td data-label="Lent by">{loan.approver.name}</td>
              {onPayBack ? (
                <td className={styles['action']}>
                  {loan.outstanding > 0 ? (
                    <Button
                      variant="default"
                      aria-label={`Pay back: ${loan.reason}`}
                      onClick={() => onPayBack(loan)}
                    >
                      Pay back
                    </Button>
                  ) : null}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function monthWords({ months }: ReserveLoanView): string {
  return months
    .filter(({ lent }) => lent > 0)
    .map(({ month }) => formatMonthShort(month))
    .join(', ');
}
