import { addDays, weekStart } from '@evenkeel/core/calendar-date';
import { useIsOn, useSession } from '../../../../lib/session.ts';
import { formatDate, formatDayMonth, readerToday } from '../../../../ui/format/date.ts';
import { formatEffort } from '../../../../ui/format/effort.ts';
import { AppLink } from '../../../../ui/navigation/app-link.tsx';
import { Section } from '../../../../ui/page/section.tsx';
import { useOwnTimesheets } from '../api.ts';
import { owedWeeks } from '../model.ts';
import { SheetMark } from './sheet-mark.tsx';
import styles from './timesheets.module.css';

/** Weeks of one's own that are over and not submitted; nothing where none is. */
export function OwedWeeksPanel() {
  const { member } = useSession();
  const today = readerToday();
  const to = weekStart(today);
  const { data } = useOwnTimesheets(member.personId, { from: addDays(to, -7 * 7), to });
  const owed = owedWeeks(data?.rows ?? [], today);
  if (!useIsOn('timesheets') || owed.length === 0) return null;
  return (
    <Section title="Weeks to submit" note="Complete? Then they can be approved.">
      <ul className={styles['owed']}>
        {owed.map((row) => (
          <li key={row.week}>
            <AppLink href={`/time?on=${row.week}`} className={styles['owed-week']}>
              {formatDayMonth(row.week)} – {formatDate(addDays(row.week, 6))}
            </AppLink>
            <SheetMark state={row.state} />
            <span className={styles['says']}>{row.reason}</span>
            <span className={styles['owed-hours']}>
              {formatEffort(row.minutes)} of {formatEffort(row.capacityMinutes)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
