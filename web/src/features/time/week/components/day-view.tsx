import type { LoggedWork, TimeWeek, WeekRow } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { WeekTotals } from '@evenkeel/core/time/week';
import { formatDate, formatWeekday, formatWeekdayShort } from '../../../../ui/format/date.ts';
import { formatEffortShort } from '../../../../ui/format/effort.ts';
import { workKey, workName } from '../../model.ts';
import { unsavedMinutes } from '../model.ts';
import styles from './day.module.css';
import { WeekCellInput } from './week-cell.tsx';
import { DaySum, type GridRow } from './week-grid.tsx';
import { WeekRowHead } from './week-row-head.tsx';

type DayViewProps = {
  readonly week: TimeWeek;
  readonly day: CalendarDate;
  readonly rows: readonly GridRow[];
  readonly totals: WeekTotals;
  readonly isOwn: boolean;
  readonly onDay: (day: CalendarDate) => void;
  readonly onSave: (work: LoggedWork, on: CalendarDate, minutes: number) => void;
  readonly onOpen: (row: WeekRow, on: CalendarDate) => void;
};

/** One day at a time, for a phone: a strip of the week to step through, and a box for each work. */
export function DayView(props: DayViewProps) {
  const { week, day, rows, totals, isOwn, onDay, onSave, onOpen } = props;
  const sums = totals.days.find(({ on }) => on === day);
  return (
    <div className={styles['day']}>
      <nav className={styles['strip']} aria-label="Days of the week">
        {totals.days.map(({ on, minutes }) => (
          <button
            key={on}
            type="button"
            className={styles['strip-day']}
            aria-current={on === day ? 'date' : undefined}
            data-today={on === week.today || undefined}
            onClick={() => onDay(on)}
          >
            <span>{formatWeekdayShort(on)}</span>
            <b>{minutes === 0 ? '·' : formatEffortShort(minutes)}</b>
            <span className={styles['hidden']}>on {formatDate(on)}</span>
          </button>
        ))}
      </nav>
      <ul className={styles['day-rows']}>
        {rows.map(({ row, cells }) => {
          const cell = cells.find(({ on }) => on === day);
          return cell ? (
            <li key={workKey(row)} className={styles['day-row']}>
              <WeekRowHead row={row} unsaved={unsavedMinutes(row, cells)} isOwn={isOwn} />
              <WeekCellInput
                cell={cell}
                label={`${workName(row)}, ${formatWeekday(day)}`}
                canWrite={week.canWrite}
                onSave={(minutes) => onSave(row, day, minutes)}
                onTyping={() => undefined}
                onOpen={() => onOpen(row, day)}
                onMove={() => undefined}
              />
            </li>
          ) : null;
        })}
      </ul>
      {sums ? (
        <p className={styles['day-total']}>
          {formatWeekday(day)}
          <DaySum minutes={sums.minutes} capacityMinutes={sums.capacityMinutes} />
        </p>
      ) : null}
    </div>
  );
}
