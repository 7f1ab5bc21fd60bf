import type { CalendarView } from '@evenkeel/contract/calendars';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { settingsTabs } from '../../lib/settings-tabs.ts';
import { formatEffort } from '../../ui/format/effort.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useCalendars } from './api.ts';
import { CalendarForm } from './components/calendar-form.tsx';
import { Holidays } from './components/holidays.tsx';
import styles from './components/schedules.module.css';
import { hoursSum, hoursText, weekdayNames } from './hours.ts';

/** When the firm works: its week, its holidays, other calendars for projects, tasks and people (U14). */
export function CalendarsPage() {
  const found = useCalendars();
  const mayManage = useMay('manage');
  const [isAdding, setAdding] = useAdding('New calendar', mayManage);
  return (
    <Page
      title="Settings"
      tabs={settingsTabs('/settings/calendars')}
      primary={
        mayManage ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New calendar
          </Button>
        ) : null
      }
    >
      <Loaded found={found} what="the calendars" shape="record">
        {({ rows }) => (
          <div className={styles['calendars']}>
            {rows.map((calendar) => (
              <Calendar key={calendar.id} calendar={calendar} mayManage={mayManage} />
            ))}
          </div>
        )}
      </Loaded>
      {isAdding ? <CalendarForm calendar={undefined} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

type CalendarProps = { readonly calendar: CalendarView; readonly mayManage: boolean };

function Calendar({ calendar, mayManage }: CalendarProps) {
  const [isEditing, setEditing] = useState(false);
  return (
    <Section
      title={calendar.name}
      note={
        calendar.isDefault
          ? 'The firm works by it, wherever no other calendar is chosen.'
          : usesWords(calendar.useCount)
      }
      actions={
        mayManage ? (
          <Button variant="subtle" onClick={() => setEditing(true)}>
            Change
          </Button>
        ) : undefined
      }
    >
      <ul className={styles['week']} aria-label={`Week of ${calendar.name}`}>
        {calendar.week.map((hours, index) => (
          <li key={weekdayNames[index]} className={styles['day']}>
            <span>{weekdayNames[index]}</span>
            <span className={hours.length === 0 ? styles['quiet'] : styles['days']}>
              {hours.length === 0
                ? 'off'
                : `${hoursText(hours)} · ${formatEffort(hoursSum(hours))}`}
            </span>
          </li>
        ))}
      </ul>
      <Holidays calendar={calendar} mayManage={mayManage} />
      {isEditing ? <CalendarForm calendar={calendar} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}

function usesWords(count: number): string {
  if (count === 0) return 'Chosen by no project, task or person.';
  return count === 1
    ? 'Chosen by one project, task or person.'
    : `Chosen by ${count} projects, tasks and people.`;
}
