import type { PortalMessage } from '@evenkeel/contract/portal/messages';
import { portalPageWords } from '@evenkeel/core/words/portal-pages';
import { joinClasses } from '../../../ui/join-classes.ts';
import { usePortal, usePortalWords } from '../portal-context.ts';
import { usePortalFormats } from '../use-formats.ts';
import styles from './messages.module.css';

type MessageListProps = {
  readonly messages: readonly PortalMessage[];
  /** Only the first lines of each. */
  readonly isShort?: boolean;
};

/** What was said, with who and when. */
export function MessageList({ messages, isShort = false }: MessageListProps) {
  const { firm } = usePortal();
  const words = usePortalWords(portalPageWords);
  const formats = usePortalFormats();
  return (
    <ul className={styles['list']}>
      {messages.map((message) => (
        <li key={message.id} className={styles['message']} id={message.id}>
          <div className={styles['head']}>
            <span className={styles['author']}>
              {message.isOwn ? words('you') : message.author}
            </span>
            {message.isOurs ? <span>{firm.name}</span> : null}
            {message.about ? <span>{words('on', { name: message.about.name })}</span> : null}
            <span className={styles['when']}>
              {formats.moment(message.createdAt)}
              {message.editedAt ? ` · ${words('edited')}` : null}
            </span>
          </div>
          <p className={joinClasses(styles['body'], isShort && styles['short'])}>{message.body}</p>
        </li>
      ))}
    </ul>
  );
}
