import { Autosave } from '../../../ui/form/autosave.tsx';
import { Section } from '../../../ui/page/section.tsx';
import type { ContactPartProps } from '../model.ts';
import { type AddressLine, AddressLines } from './address-lines.tsx';
import styles from './contact.module.css';

/** How a contact is reached. */
export function ContactReach({ contact, mayWrite, save }: ContactPartProps) {
  const emails = contact.emails.map(({ email, label }) => ({ address: email, label }));
  const phones = contact.phones.map(({ phone, label }) => ({ address: phone, label }));
  return (
    <Section
      title="E-mail and phone"
      {...(contact.doNotContact
        ? { note: <span className={styles['warning']}>They asked not to be contacted.</span> }
        : {})}
    >
      <div className={styles['reach']}>
        <Autosave<readonly AddressLine[]>
          name="emails"
          value={emails}
          save={(lines) =>
            save({ emails: filled(lines).map(({ address, label }) => ({ email: address, label })) })
          }
        >
          {(field) => <AddressLines kind="email" field={field} mayWrite={mayWrite} />}
        </Autosave>
        <Autosave<readonly AddressLine[]>
          name="phones"
          value={phones}
          save={(lines) =>
            save({ phones: filled(lines).map(({ address, label }) => ({ phone: address, label })) })
          }
        >
          {(field) => <AddressLines kind="phone" field={field} mayWrite={mayWrite} />}
        </Autosave>
      </div>
    </Section>
  );
}

function filled(lines: readonly AddressLine[]): readonly AddressLine[] {
  return lines.filter(({ address }) => address.trim() !== '');
}
