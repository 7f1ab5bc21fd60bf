import type { TimesheetRow } from '@evenkeel/contract/timesheets';
import { addDays, type CalendarDate, weekStart } from '@evenkeel/core/calendar-date';
import { formatDayMonth } from '../../../../ui/format/date.ts';
import { formatHours } from '../../../../ui/format/effort.ts';
import { ProgressGlyph } from '../../../../ui/marks/progress-glyph.tsx';
import { PersonMark } from '../../../../ui/marks/record-marks.tsx';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { byPerson, owedWeeks, sheetStates, weekHref } from '../model.ts';
import styles from './timesheets.module.css';

type WeeksMatrixProps = {
  readonly rows: readonly TimesheetRow[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly today: CalendarDate;
};

/** People by week, the newest first: who has submitted, who has not, and how many hours stand there. */
export function WeeksMatrix({ rows, from, to, today }: WeeksMatrixProps) {
  const mondays: CalendarDate[] = [];
  for (let day = to; day >= from; day = addDays(day, -7)) mondays.push(day);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles['scroller']} aria-label="Weeks by person" tabIndex={0}>
      <table className={styles['matrix']}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            {mondays.map((monday) => (
              <th key={monday} scope="col" data-today={monday === weekStart(today) || undefined}>
                {formatDayMonth(monday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byPerson(rows).map(({ person, weeks }) => (
            <tr key={person.id}>
              <th scope="row">
                <PersonMark person={person} />
              </th>
              {mondays.map((monday) => (
                <td key={monday}>
                  <WeekCell row={weeks.get(monday)} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function WeekCell({
  row,
  today,
}: {
  readonly row: TimesheetRow | undefined;
  readonly today: CalendarDate;
}) {
  if (!row) return null;
  const { label, shape, tone } = sheetStates[row.state];
  const isOwed = owedWeeks([row], today).length > 0;
  const hours = `${formatHours(row.minutes)} of ${formatHours(row.capacityMinutes)}`;
  return (
    <AppLink href={weekHref(row)} className={styles['cell']} title={`${label}, ${hours}`}>
      <ProgressGlyph
        shape={shape}
        tone={isOwed && row.state === 'open' ? 'warn' : tone}
        label={isOwed ? `${label}, not submitted` : label}
      />
      <span data-short={row.minutes < row.capacityMinutes || undefined}>
        {formatHours(row.minutes)}
      </span>
    </AppLink>
  );
}
