import type { CapacityPeriod, CapacityReasonView } from '@evenkeel/contract/capacity';
import { monthOf } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { SidePanel } from '../../../ui/figure/side-panel.tsx';
import { formatDate, formatMonth } from '../../../ui/format/date.ts';
import { formatHours } from '../../../ui/format/effort.ts';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useCapacityReasons } from '../api.ts';
import styles from './capacity.module.css';

type CapacityReasonsProps = {
  readonly personId: PersonId;
  readonly period: CapacityPeriod;
  readonly onClose: () => void;
};

/** Terms, holidays and leave behind a capacity: they add up to it. */
export function CapacityReasons({ personId, period, onClose }: CapacityReasonsProps) {
  const found = useCapacityReasons(personId, { from: period.from, to: period.to });
  return (
    <SidePanel
      opened
      onClose={onClose}
      title={`Capacity of ${formatMonth(monthOf(period.from))}`}
      note={`${formatHours(period.capacityMinutes)}: the sum of the rows`}
    >
      <Loaded found={found} what="the rows">
        {({ rows }) => (
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Days</th>
                <th scope="col">Hours</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.kind} ${row.from} ${row.to} ${words(row)}`}>
                  <th scope="row" className={styles['reason']}>
                    {words(row)}
                  </th>
                  <td>
                    {formatDate(row.from)}
                    {row.from === row.to ? '' : ` to ${formatDate(row.to)}`}
                  </td>
                  <td>
                    {row.minutes < 0 ? `−${formatHours(-row.minutes)}` : formatHours(row.minutes)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
    </SidePanel>
  );
}

function words(row: CapacityReasonView): string {
  if (row.kind === 'holiday') return row.name;
  if (row.kind === 'leave') return row.isHalf ? 'Leave, half days' : 'Leave';
  const week = row.weekMinutes.reduce((sum, minutes) => sum + minutes, 0);
  const role = [row.role?.name, row.team?.name].filter(Boolean).join(', ');
  return `${formatHours(week)} a week${role ? ` as ${role}` : ''}`;
}
