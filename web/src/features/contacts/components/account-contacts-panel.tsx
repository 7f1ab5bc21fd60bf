import type { ContactRow } from '@evenkeel/contract/contacts';
import type { AccountId } from '@evenkeel/core/id';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Section } from '../../../ui/page/section.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { useAccountContacts } from '../api.ts';
import styles from './contact.module.css';
import { NewContactModal } from './new-contact-modal.tsx';

type AccountContactsProps = {
  readonly account: { readonly id: AccountId; readonly name: string };
  readonly mayWrite: boolean;
};

/** The people at an account, and what each needs from us. */
export function AccountContactsPanel({ account, mayWrite }: AccountContactsProps) {
  const found = useAccountContacts(account.id);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title="Contacts"
      actions={
        mayWrite ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} />}
            onClick={() => setAdding(true)}
          >
            Add a contact
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the contacts">
        {({ rows }) =>
          rows.length === 0 ? (
            <p className={styles['none']}>Nobody known here yet.</p>
          ) : (
            <ul className={styles['people']}>
              {rows.map((contact) => (
                <li key={contact.id}>
                  <ContactLine contact={contact} accountId={account.id} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {isAdding ? <NewContactModal account={account} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function ContactLine({ contact, accountId }: { contact: ContactRow; accountId: AccountId }) {
  const place = contact.accounts.find(({ id }) => id === accountId);
  return (
    <AppLink href={`/contacts/${contact.id}`} className={styles['person']}>
      <PersonMark person={contact} />
      <span className={styles['dim']}>{place?.role || contact.jobTitle}</span>
      {contact.doNotContact ? (
        <span className={styles['warning']}>Do not contact</span>
      ) : (
        <span className={styles['dim']}>{contact.email ?? contact.phone}</span>
      )}
      <span className={styles['last']}>
        <DateText date={contact.lastContactOn} />
      </span>
    </AppLink>
  );
}
