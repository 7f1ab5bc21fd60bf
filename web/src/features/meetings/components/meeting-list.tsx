import type { MeetingRow } from '@evenkeel/contract/meetings';
import { IconEye, IconRepeat } from '@tabler/icons-react';
import { formatDate } from '../../../ui/format/date.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { stateLabels } from '../words.ts';
import styles from './meetings.module.css';

type MeetingListProps = { readonly rows: readonly MeetingRow[] };

/** Meetings in order: when, what, with whom. */
export function MeetingList({ rows }: MeetingListProps) {
  return (
    <ul className={styles['list']}>
      {rows.map((meeting) => (
        <MeetingLine key={meeting.id} meeting={meeting} />
      ))}
    </ul>
  );
}

function MeetingLine({ meeting }: { readonly meeting: MeetingRow }) {
  const { attendees, project, account, state } = meeting;
  const names = attendees.map(({ person, contact }) => (person ?? contact)?.name).join(', ');
  const where = [project?.name, account?.name].filter(Boolean).join(', ');
  return (
    <li className={joinClasses(styles['item'], state === 'cancelled' && styles['cancelled'])}>
      <span className={styles['time']}>
        {formatDate(meeting.on)}
        <span className={styles['under']}>
          {meeting.at}, {meeting.minutes} min
        </span>
      </span>
      <span className={styles['main']}>
        <AppLink href={`/meetings/${meeting.id}`}>{meeting.name}</AppLink>
        <span className={styles['under']}>{[where, names].filter(Boolean).join(' · ')}</span>
      </span>
      {meeting.series ? (
        <IconRepeat size={15} role="img" aria-label="Comes again" className={styles['dim']} />
      ) : null}
      {meeting.isClientVisible ? (
        <span className={styles['client']}>
          <IconEye size={13} aria-hidden /> Client sees it
        </span>
      ) : null}
      <span className={styles['dim']}>
        {state === 'planned' && !meeting.isInvited ? 'Not invited yet' : stateLabels[state]}
      </span>
    </li>
  );
}
