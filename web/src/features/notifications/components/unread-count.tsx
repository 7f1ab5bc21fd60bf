import { useUnreadCount } from '../api.ts';
import styles from './notifications.module.css';

const mostShown = 99;

/** How many notifications are not read yet; nothing while there are none. */
export function UnreadCount() {
  const count = useUnreadCount();
  if (count === 0) return null;
  return (
    <span className={styles['count']}>
      <span className={styles['hidden']}>, </span>
      {count > mostShown ? `${mostShown}+` : count}
      <span className={styles['hidden']}> not read</span>
    </span>
  );
}
