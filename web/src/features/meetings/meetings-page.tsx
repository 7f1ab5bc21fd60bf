import { addDays, calendarDate } from '@evenkeel/core/calendar-date';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { readerToday } from '../../ui/format/date.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useMeetings } from './api.ts';
import { CalendarSection } from './components/calendar-section.tsx';
import { MeetingForm } from './components/meeting-form.tsx';
import { MeetingList } from './components/meeting-list.tsx';
import styles from './components/meetings.module.css';

const views = ['mine', 'all', 'past'] as const;
type View = (typeof views)[number];

const titles: Record<View, string> = {
  mine: 'My meetings',
  all: 'All meetings',
  past: 'Past meetings',
};

/** Before any meeting was kept here. */
const ever = calendarDate('2000-01-01');

/** Every meeting to come, one's own first, and the calendar to subscribe to. */
export function MeetingsPage() {
  const mayWrite = useMay('write');
  const [isAdding, setAdding] = useAdding('New meeting', mayWrite);
  const [view] = useAddressState<View>('view', 'mine', (text): text is View =>
    views.some((one) => one === text),
  );
  const today = readerToday();
  const range = view === 'past' ? { from: ever, to: addDays(today, -1) } : {};
  const found = useMeetings({ ...range, ...(view === 'mine' ? { isMine: 'true' as const } : {}) });
  return (
    <Page
      title="Meetings"
      tabs={views.map((one) => ({
        label: titles[one],
        href: one === 'mine' ? '/meetings' : `/meetings?view=${one}`,
        active: one === view,
      }))}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            New meeting
          </Button>
        ) : null
      }
    >
      <div className={styles['stack']}>
        <Section framed title={titles[view]}>
          <Loaded found={found} what="the meetings">
            {({ rows }) =>
              rows.length === 0 ? (
                <p className={styles['empty']}>
                  {view === 'past'
                    ? 'No meeting was held yet.'
                    : 'Nothing is planned. Plan a meeting here, on a project, or from a discussion that is stuck.'}
                </p>
              ) : (
                <MeetingList rows={view === 'past' ? rows.toReversed() : rows} />
              )
            }
          </Loaded>
        </Section>
        <CalendarSection />
      </div>
      {isAdding ? (
        <MeetingForm start={{}} canShowClient={false} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  );
}
