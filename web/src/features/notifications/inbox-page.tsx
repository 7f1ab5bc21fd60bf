import { notifications } from '@evenkeel/contract/notifications';
import { daysBetween } from '@evenkeel/core/calendar-date';
import { type Instant, instant } from '@evenkeel/core/instant';
import { firmTopics } from '@evenkeel/core/notifications/topic';
import { Button, Select } from '@mantine/core';
import { IconBellCheck, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import { problemOf } from '../../ui/form/problem.ts';
import { formatRelativeDate, formatWeekday, readerDay, readerToday } from '../../ui/format/date.ts';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { notifyFailed } from '../../ui/notify/notify.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useShortcut } from '../../ui/shortcut/use-shortcut.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useNotifications, useNotificationWrite, useUnreadCount } from './api.ts';
import { InboxItem } from './components/inbox-item.tsx';
import styles from './components/notifications.module.css';
import { byDay, topicWords } from './model.ts';

const firstRows = 50;
const mostRows = 1_000;
const shownFilters = ['unread', 'all'] as const;
type ShownFilter = (typeof shownFilters)[number];
const topicFilters = ['any', ...firmTopics] as const;
type TopicFilter = (typeof topicFilters)[number];

/** What touches one's work, as it was told; nothing else (PM-17). */
export function InboxPage() {
  const [shown, setShown] = useAddressState<ShownFilter>('shown', 'unread', isShown);
  const [topic, setTopic] = useAddressState<TopicFilter>('topic', 'any', isTopic);
  const [limit, setLimit] = useState(firstRows);
  const found = useNotifications({
    onlyUnread: shown === 'unread',
    topic: topic === 'any' ? null : topic,
    limit,
  });
  const unread = useUnreadCount();
  const write = useNotificationWrite(notifications.setRead);
  const setRead = async (ids: string[] | null, isRead: boolean) => {
    try {
      // These are the ids of the rows that are shown.
      await write.mutateAsync({ body: { isRead, ...(ids ? { ids: ids as never[] } : {}) } });
    } catch (thrown) {
      notifyFailed({ message: problemOf(thrown).title });
    }
  };
  useShortcut({
    keys: 'shift+e',
    label: 'Mark everything as read',
    run: () => void setRead(null, true),
    enabled: unread > 0,
  });
  const now = instant(new Date().toISOString());
  return (
    <Page
      title="Inbox"
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconBellCheck size={15} />}
            disabled={unread === 0}
            title="Shift+E"
            onClick={() => void setRead(null, true)}
          >
            Mark all as read
          </Button>
          <Button variant="subtle" component={AppLink} href="/inbox/mail">
            Mail
          </Button>
          <Button
            variant="subtle"
            component={AppLink}
            href="/settings/notifications"
            aria-label="Choose what you hear of"
          >
            <IconSettings size={16} />
          </Button>
        </>
      }
      toolbar={
        <div className={styles['filters']}>
          {shownFilters.map((filter) => (
            <button
              key={filter}
              type="button"
              className={styles['chip']}
              aria-pressed={shown === filter}
              onClick={() => setShown(filter)}
            >
              {filter === 'unread' ? `Not read${unread > 0 ? ` (${unread})` : ''}` : 'All'}
            </button>
          ))}
          <Select
            aria-label="Topic"
            className={styles['topics'] ?? ''}
            data={topicFilters.map((value) => ({
              value,
              label: value === 'any' ? 'Every topic' : topicWords[value].label,
            }))}
            value={topic}
            allowDeselect={false}
            withScrollArea={false}
            onChange={(value) => setTopic(topicFilters.find((one) => one === value) ?? 'any')}
          />
        </div>
      }
    >
      <Loaded found={found} what="the inbox">
        {({ rows, nextCursor }) =>
          rows.length === 0 ? (
            <NothingNew isFiltered={topic !== 'any'} onlyUnread={shown === 'unread'} />
          ) : (
            <div className={styles['inbox']} data-inbox>
              {byDay(rows, ({ createdAt }) => dayWords(createdAt)).map((day) => (
                <section key={day.day} aria-label={day.day}>
                  <h2 className={styles['day']}>{day.day}</h2>
                  <ul className={styles['items']}>
                    {day.rows.map((row) => (
                      <InboxItem
                        key={row.id}
                        notification={row}
                        now={now}
                        onRead={(isRead) => void setRead([row.id], isRead)}
                      />
                    ))}
                  </ul>
                </section>
              ))}
              {nextCursor === null ? null : (
                <Button variant="subtle" onClick={() => setLimit(mostRows)}>
                  Show older ones
                </Button>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

function NothingNew(props: { readonly isFiltered: boolean; readonly onlyUnread: boolean }) {
  if (props.isFiltered)
    return <EmptyState title="Nothing of this topic">Choose another topic, or all.</EmptyState>;
  return (
    <EmptyState title={props.onlyUnread ? 'You have read everything' : 'Nothing yet'}>
      What touches your work stands here: who mentions you, tasks given to you, dates that move,
      what clients answer. Never what you did yourself.
    </EmptyState>
  );
}

/** `today`, `yesterday`, then the weekday and date. */
function dayWords(moment: Instant): string {
  const [day, today] = [readerDay(moment), readerToday()];
  return daysBetween(day, today) < 2 ? formatRelativeDate(day, today) : formatWeekday(day);
}

function isShown(value: unknown): value is ShownFilter {
  return shownFilters.some((filter) => filter === value);
}

function isTopic(value: unknown): value is TopicFilter {
  return topicFilters.some((filter) => filter === value);
}
