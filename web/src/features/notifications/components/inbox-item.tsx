import type { NotificationView } from '@evenkeel/contract/notifications';
import type { Instant } from '@evenkeel/core/instant';
import { ActionIcon } from '@mantine/core';
import {
  IconAt,
  IconBuilding,
  IconCalendarOff,
  IconCalendarTime,
  IconCheckbox,
  IconClock,
  IconFileCheck,
  IconFlag,
  IconGavel,
  IconHeartHandshake,
  IconMail,
  IconMailOpened,
  IconMessage,
  IconMessageCircle,
  IconMoodSmile,
  type IconProps,
  IconReport,
  IconScale,
  IconUserCheck,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType, KeyboardEvent } from 'react';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { topicLabel } from '../model.ts';
import styles from './notifications.module.css';

const icons: Partial<Record<NotificationView['topic'], ComponentType<IconProps>>> = {
  mention: IconAt,
  comment: IconMessage,
  client: IconBuilding,
  assignment: IconUserCheck,
  due: IconClock,
  schedule: IconCalendarTime,
  clash: IconUsersGroup,
  leave: IconCalendarOff,
  promise: IconHeartHandshake,
  agreement: IconCheckbox,
  deliverable: IconFileCheck,
  decision: IconGavel,
  meeting: IconMessageCircle,
  report: IconReport,
  satisfaction: IconMoodSmile,
  balance: IconScale,
  starvation: IconFlag,
  mail: IconMail,
};

type InboxItemProps = {
  readonly notification: NotificationView;
  readonly now: Instant;
  readonly onRead: (isRead: boolean) => void;
};

/** One thing one was told: what, of which record, when, and whether it is read. */
export function InboxItem({ notification, now, onRead }: InboxItemProps) {
  const { topic, title, body, path, by, createdAt, readAt } = notification;
  const Icon = icons[topic] ?? IconMail;
  const isRead = readAt !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    moveFocus(event);
    if (event.key !== 'e' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onRead(!isRead);
  };
  const words = (
    <>
      <span className={styles['icon']} data-topic={topic} aria-hidden>
        <Icon size={15} stroke={1.7} />
      </span>
      <span className={styles['words']}>
        <span className={styles['title']}>
          {isRead ? null : <span className={styles['hidden']}>Not read: </span>}
          {title}
        </span>
        {body ? <span className={styles['text']}>{body}</span> : null}
        <span className={styles['meta']}>
          {topicLabel(topic)}
          {by ? `, ${by.name}` : ''}
        </span>
      </span>
      <span className={styles['when']}>
        <TimeAgo moment={createdAt} now={now} />
      </span>
    </>
  );
  return (
    <li className={styles['item']} data-read={isRead || undefined} onKeyDown={onKeyDown}>
      {path ? (
        <AppLink
          href={path}
          className={styles['link']}
          data-inbox-item
          onClick={() => {
            if (!isRead) onRead(true);
          }}
        >
          {words}
        </AppLink>
      ) : (
        <button
          type="button"
          className={styles['link']}
          data-inbox-item
          onClick={() => onRead(true)}
        >
          {words}
        </button>
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        className={styles['turn'] ?? ''}
        aria-label={`${isRead ? 'Mark as not read' : 'Mark as read'}: ${title}`}
        title={isRead ? 'Mark as not read (E)' : 'Mark as read (E)'}
        onClick={() => onRead(!isRead)}
      >
        {isRead ? <IconMail size={16} /> : <IconMailOpened size={16} />}
      </ActionIcon>
    </li>
  );
}

/** Arrows, and j and k, lead from one to the next. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey) return;
  const inbox = event.currentTarget.closest('[data-inbox]');
  const items = [...(inbox?.querySelectorAll<HTMLElement>('[data-inbox-item]') ?? [])];
  const at = items.findIndex((item) => event.currentTarget.contains(item));
  const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
