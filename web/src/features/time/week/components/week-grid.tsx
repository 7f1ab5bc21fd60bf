import type { LoggedWork, TimeWeek, WeekRow } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { WeekTotals } from '@evenkeel/core/time/week';
import { useRef, useState } from 'react';
import { formatDayMonth, formatWeekday, formatWeekdayShort } from '../../../../ui/format/date.ts';
import { formatEffortShort } from '../../../../ui/format/effort.ts';
import { joinClasses } from '../../../../ui/join-classes.ts';
import { workKey, workName } from '../../model.ts';
import { rowMinutes, unsavedMinutes, type WeekCell } from '../model.ts';
import { moveFocus } from './grid-keys.ts';
import styles from './week.module.css';
import { WeekCellInput } from './week-cell.tsx';
import { WeekRowHead } from './week-row-head.tsx';

export type GridRow = { readonly row: WeekRow; readonly cells: readonly WeekCell[] };

type WeekGridProps = {
  readonly week: TimeWeek;
  readonly rows: readonly GridRow[];
  readonly totals: WeekTotals;
  readonly isOwn: boolean;
  readonly onSave: (work: LoggedWork, on: CalendarDate, minutes: number) => void;
  readonly onOpen: (row: WeekRow, on: CalendarDate) => void;
};

type Typing = { readonly key: string; readonly minutes: number };

/** The week as a sheet: work by rows, days by columns, sums at both ends. */
export function WeekGrid({ week, rows, totals, isOwn, onSave, onOpen }: WeekGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [typing, setTyping] = useState<Typing | null>(null);
  const typedBeyond = (cells: readonly WeekCell[]) => {
    const cell = cells.find(({ key }) => key === typing?.key);
    return cell && typing ? typing.minutes - cell.minutes : 0;
  };
  return (
    <div className={styles['scroller']}>
      <table ref={table} className={styles['grid']} aria-label={`Week of ${week.person.name}`}>
        <thead>
          <tr>
            <th scope="col">Work</th>
            {totals.days.map(({ on }) => (
              <th key={on} scope="col" data-today={on === week.today || undefined}>
                <span className={styles['day-name']}>{formatWeekdayShort(on)}</span>
                {formatDayMonth(on)}
              </th>
            ))}
            <th scope="col">Week</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr key={workKey(row)}>
              <th scope="row">
                <WeekRowHead
                  row={row}
                  unsaved={unsavedMinutes(row, cells) + typedBeyond(cells)}
                  isOwn={isOwn}
                />
              </th>
              {cells.map((cell) => (
                <td key={cell.key} data-today={cell.on === week.today || undefined}>
                  <WeekCellInput
                    cell={cell}
                    label={`${workName(row)}, ${formatWeekday(cell.on)}`}
                    canWrite={week.canWrite}
                    onSave={(minutes) => onSave(row, cell.on, minutes)}
                    onTyping={(minutes) =>
                      setTyping(minutes === null ? null : { key: cell.key, minutes })
                    }
                    onOpen={() => onOpen(row, cell.on)}
                    onMove={(move) => table.current && moveFocus(table.current, cell.key, move)}
                  />
                </td>
              ))}
              <td className={styles['sum']}>{hoursOrNothing(rowMinutes(cells))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Day</th>
            {totals.days.map((day) => (
              <td key={day.on} data-today={day.on === week.today || undefined}>
                <DaySum minutes={day.minutes} capacityMinutes={day.capacityMinutes} />
              </td>
            ))}
            <td className={styles['sum']}>
              <DaySum minutes={totals.minutes} capacityMinutes={totals.capacityMinutes} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type DaySumProps = { readonly minutes: number; readonly capacityMinutes: number };

/** Hours of a day over its capacity. */
export function DaySum({ minutes, capacityMinutes }: DaySumProps) {
  const isOver = minutes > capacityMinutes && capacityMinutes > 0;
  return (
    <span className={joinClasses(styles['day-sum'], isOver && styles['over'])}>
      <b>{formatEffortShort(minutes)}</b>
      {capacityMinutes > 0 ? <span> / {formatEffortShort(capacityMinutes)}</span> : null}
    </span>
  );
}

function hoursOrNothing(minutes: number): string {
  return minutes === 0 ? '' : formatEffortShort(minutes);
}
