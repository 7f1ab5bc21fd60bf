import type { CapacityPeriod } from '@evenkeel/contract/capacity';
import { addMonths, monthEnd, monthOf, monthStart } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { useState } from 'react';
import { formatMonth, readerToday } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { Section } from '../../../ui/page/section.tsx';
import { useCapacityByMonth } from '../api.ts';
import styles from './capacity.module.css';
import { CapacityReasons } from './capacity-reasons.tsx';

const monthsAhead = 6;

/** What a person can work in the months ahead; each figure opens to the rows behind it (U19). */
export function CapacityPanel({ personId }: { readonly personId: PersonId }) {
  const [opened, setOpened] = useState<CapacityPeriod | null>(null);
  const month = monthOf(readerToday());
  const days = { from: monthStart(month), to: monthEnd(addMonths(month, monthsAhead - 1)) };
  const periods = useCapacityByMonth(personId, days).data?.rows[0]?.periods ?? [];
  return (
    <Section
      title="Capacity"
      note="Hours of the week less holidays and approved leave. Every plan reads these figures."
    >
      {periods.length === 0 ? (
        <p className={styles['quiet']}>No hours ahead.</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col">Hours</th>
              <th scope="col">Holidays</th>
              <th scope="col">Leave</th>
              <th scope="col">Capacity</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.from}>
                <th scope="row">{formatMonth(monthOf(period.from))}</th>
                <td>{formatHours(period.weekMinutes)}</td>
                <td>{lessText(period.holidayMinutes)}</td>
                <td>{lessText(period.leaveMinutes)}</td>
                <td>
                  <button
                    type="button"
                    className={styles['open']}
                    aria-label={`Rows behind the capacity of ${formatMonth(monthOf(period.from))}`}
                    onClick={() => setOpened(period)}
                  >
                    {formatHours(period.capacityMinutes)}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {opened ? (
        <CapacityReasons personId={personId} period={opened} onClose={() => setOpened(null)} />
      ) : null}
    </Section>
  );
}

function lessText(minutes: number): string {
  return minutes === 0 ? '–' : `−${formatHours(minutes)}`;
}
