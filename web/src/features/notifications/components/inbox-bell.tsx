import { IconBell } from '@tabler/icons-react';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './notifications.module.css';
import { UnreadCount } from './unread-count.tsx';

/** The way to the inbox in the bar of a page, where there is no sidebar beside it. */
export function InboxBell() {
  return (
    <AppLink href="/inbox" className={styles['bell']}>
      <IconBell size={18} stroke={1.7} aria-hidden />
      <span className={styles['hidden']}>Inbox</span>
      <UnreadCount />
    </AppLink>
  );
}
