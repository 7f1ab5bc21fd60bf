import type { MemberView } from '@evenkeel/contract/members';
import { instant } from '@evenkeel/core/instant';
import { useMay } from '../../../lib/session.ts';
import { joinClasses } from '../../../ui/join-classes.ts';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { roleWords } from '../model.ts';
import { MemberActions } from './member-actions.tsx';
import styles from './members.module.css';

/** Members by name: who, how safe, since when not seen, what they may do. */
export function MemberList({ members }: { readonly members: readonly MemberView[] }) {
  const mayAdminister = useMay('administer');
  return (
    <ul className={styles['list']}>
      {members.map((member) => (
        <li key={member.id} className={styles['row']}>
          <div className={styles['who']}>
            <PersonMark person={member} show="initials" size={24} />
            <div className={styles['who-text']}>
              <div className={joinClasses(styles['name'], isOff(member) && styles['off'])}>
                {member.name}
              </div>
              <div className={styles['meta']}>{member.email}</div>
            </div>
          </div>
          <div className={joinClasses(styles['meta'], styles['facts'])}>
            <Facts member={member} />
          </div>
          <div className={styles['role']}>
            {isOff(member) ? 'Deactivated' : roleWords[member.role].label}
          </div>
          <div className={styles['menu']}>
            {mayAdminister ? <MemberActions member={member} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Facts({ member }: { readonly member: MemberView }) {
  const person = member.person
    ? `Time planned as ${member.person.name}`
    : 'Time not planned: no person linked';
  if (member.hasTwoFactor === null) return person;
  return (
    <>
      {person}
      <br />
      {member.lastSeenAt ? (
        <>
          Seen <TimeAgo moment={member.lastSeenAt} now={instant(new Date().toISOString())} />
        </>
      ) : (
        'Not seen lately'
      )}
      {member.hasTwoFactor ? ' · two-step sign-in' : ' · password only'}
    </>
  );
}

function isOff(member: MemberView): boolean {
  return member.state === 'deactivated';
}
