import type { TimelineEntry } from '@evenkeel/contract/timeline';
import type { TimelineKind } from '@evenkeel/core/interactions/timeline';
import { subjectPath } from '@evenkeel/core/subject';
import {
  IconArrowUpRight,
  IconCalendarEvent,
  IconCircleCheck,
  IconCircleX,
  IconFlag,
  IconFlagCheck,
  IconMail,
  IconMessage,
  IconNotes,
  IconPhone,
  type IconProps,
  IconSignature,
  IconTransferOut,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { formatDate } from '../../../ui/format/date.ts';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import styles from './timeline.module.css';

type Look = { readonly icon: ComponentType<IconProps>; readonly words: string };

const looks: Readonly<Record<TimelineKind, Look>> = {
  call: { icon: IconPhone, words: 'Call' },
  email: { icon: IconMail, words: 'E-mail' },
  meeting: { icon: IconCalendarEvent, words: 'Meeting' },
  note: { icon: IconNotes, words: 'Note' },
  comment: { icon: IconMessage, words: 'Comment' },
  'deal-opened': { icon: IconArrowUpRight, words: 'Deal opened' },
  'deal-won': { icon: IconCircleCheck, words: 'Deal won' },
  'deal-lost': { icon: IconCircleX, words: 'Deal lost' },
  'contract-signed': { icon: IconSignature, words: 'Contract signed' },
  'handed-off': { icon: IconTransferOut, words: 'Handed off to delivery' },
  'project-started': { icon: IconFlag, words: 'Project started' },
  'project-ended': { icon: IconFlagCheck, words: 'Project ended' },
};

type TimelineItemProps = {
  readonly entry: TimelineEntry;
  readonly onOpen: (entry: TimelineEntry) => void;
};

/** One fact on a timeline. What was logged opens to be changed, anything else leads to its record. */
export function TimelineItem({ entry, onOpen }: TimelineItemProps) {
  const { icon: Icon, words } = looks[entry.kind];
  return (
    <li className={styles['entry']}>
      <span className={styles['icon']} data-kind={entry.kind} aria-hidden>
        <Icon size={15} stroke={1.7} />
      </span>
      <div className={styles['body']}>
        <div className={styles['head']}>
          <span className={styles['kind']}>
            {words}
            {entry.direction === 'in' ? ' from them' : ''}
          </span>
          <EntryName entry={entry} onOpen={onOpen} />
          <span className={styles['day']}>
            <DateText date={entry.on} />
          </span>
        </div>
        {entry.detail ? <p className={styles['detail']}>{entry.detail}</p> : null}
        {entry.outcome ? (
          <p className={styles['outcome']}>
            <span className={styles['outcome-word']}>Outcome</span> {entry.outcome}
          </p>
        ) : null}
        <Meta entry={entry} />
      </div>
    </li>
  );
}

function EntryName({ entry, onOpen }: TimelineItemProps) {
  if (entry.subject.kind === 'interaction') {
    return (
      <button type="button" className={styles['name']} onClick={() => onOpen(entry)}>
        {entry.name}
      </button>
    );
  }
  const href = subjectPath(entry.subject);
  if (!href || !entry.name) return null;
  return (
    <AppLink href={href} className={styles['name']}>
      {entry.name}
    </AppLink>
  );
}

function Meta({ entry }: { readonly entry: TimelineEntry }) {
  const parts: ReactNode[] = [];
  if (entry.contacts.length > 0) {
    parts.push(
      <span key="with">
        with{' '}
        {entry.contacts.map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? ', ' : ''}
            <AppLink href={`/contacts/${id}`} className={styles['person']}>
              {name}
            </AppLink>
          </span>
        ))}
      </span>,
    );
  }
  if (entry.people.length > 0)
    parts.push(<span key="by">{entry.people.map(({ name }) => name).join(', ')}</span>);
  if (entry.followUpOn) {
    parts.push(
      <span key="follow" className={styles['follow']}>
        Follow up on {formatDate(entry.followUpOn)}
      </span>,
    );
  }
  return parts.length > 0 ? <p className={styles['meta']}>{parts}</p> : null;
}
