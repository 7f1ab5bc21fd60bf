import type { ContactDue } from '@evenkeel/contract/working-agreements';
import { readerToday } from '../../../ui/format/date.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { DateText, RelativeDate } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { type ContactsWhere, useContactsDue } from '../api.ts';
import styles from './agreement.module.css';

/** Clients with whom contact is due or overdue; nothing while there are none (CL-03). */
export function ContactsDuePanel(where: ContactsWhere) {
  const found = useContactsDue(where);
  const rows = (found.data?.rows ?? []).filter(({ standing }) =>
    ['due', 'overdue'].includes(standing),
  );
  if (rows.length === 0) return null;
  return (
    <Section
      framed
      title="Contact that is due"
      note="By the working agreement, else by the cadence of the account"
    >
      <ul className={styles['list']} aria-label="Contact that is due">
        {rows.map((contact) => (
          <li key={contact.project.id} className={styles['line']}>
            <AppLink
              className={styles['name']}
              href={`/client-projects/${contact.project.id}/client/agreement`}
            >
              {where.accountId
                ? contact.project.name
                : (contact.account?.name ?? contact.project.name)}
            </AppLink>
            {where.accountId ? null : <span className={styles['dim']}>{contact.project.name}</span>}
            <ContactStanding contact={contact} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** When we last spoke with a client, and when we should again. */
export function ContactStanding({ contact }: { readonly contact: ContactDue }) {
  const { lastOn, dueOn, time, standing, daysOverdue } = contact;
  return (
    <span className={styles['contact']}>
      {standing === 'overdue' ? (
        <HealthMark
          health={daysOverdue > 7 ? 'off-track' : 'at-risk'}
          label={`Overdue by ${daysOverdue} ${daysOverdue === 1 ? 'day' : 'days'}`}
        />
      ) : null}
      {dueOn && standing !== 'overdue' ? (
        <span>
          Next <RelativeDate date={dueOn} today={readerToday()} />
          {time ? `, ${time}` : ''}
        </span>
      ) : null}
      {dueOn ? null : <span className={styles['dim']}>No cadence is agreed</span>}
      <span className={styles['dim']}>
        {lastOn ? (
          <>
            Last <DateText date={lastOn} />
          </>
        ) : (
          'Never yet'
        )}
      </span>
    </span>
  );
}
