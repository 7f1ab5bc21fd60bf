import type { TimeWeek, WeekRow } from '@evenkeel/contract/time';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { formatWeekday } from '../../../../ui/format/date.ts';
import { EffortText } from '../../../../ui/marks/values.tsx';
import { WorkLabel } from '../../components/work-label.tsx';
import { entriesByDay } from '../model.ts';
import styles from './notes.module.css';

type WeekNotesProps = {
  readonly week: TimeWeek;
  readonly onOpen: (row: WeekRow, on: CalendarDate) => void;
};

/** The week as it was worked: each day's entries with their notes, the latest day first. */
export function WeekNotes({ week, onOpen }: WeekNotesProps) {
  const days = entriesByDay(week);
  if (days.length === 0) return null;
  return (
    <section className={styles['notes']} aria-label="Entries of the week">
      {days.map(({ on, entries }) => (
        <div key={on} className={styles['notes-day']}>
          <h2 className={styles['notes-title']}>{formatWeekday(on)}</h2>
          <ul>
            {entries.map(({ entry, row }) => (
              <li key={entry.id}>
                <button
                  type="button"
                  className={styles['notes-entry']}
                  onClick={() => onOpen(row, on)}
                >
                  <WorkLabel work={row} />
                  <span className={styles['notes-text']}>{entry.note}</span>
                  <EffortText minutes={entry.minutes} />
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
