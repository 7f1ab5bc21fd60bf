import { type ContactView, contacts } from '@evenkeel/contract/contacts';
import type { ContactId } from '@evenkeel/core/id';
import { Menu } from '@mantine/core';
import { IconAddressBook } from '@tabler/icons-react';
import { useMay } from '../../lib/session.ts';
import { useSaving } from '../../lib/use-saving.ts';
import { usePathParameter } from '../../ui/navigation/use-path-parameter.ts';
import { Page } from '../../ui/page/page.tsx';
import { Section } from '../../ui/page/section.tsx';
import { LoadedRecord } from '../../ui/record/loaded-record.tsx';
import { RecordLayout, SavedNote } from '../../ui/record/record-layout.tsx';
import { RecordMenu } from '../../ui/record/record-menu.tsx';
import { MergedNotePanel } from '../duplicates/components/merged-note-panel.tsx';
import { HistoryPanel } from '../history/components/history-panel.tsx';
import { RecordTimelinePanel } from '../interactions/components/record-timeline-panel.tsx';
import { RecordFactsPanel } from '../record/components/record-facts-panel.tsx';
import { RecordPanel } from '../record/components/record-panel.tsx';
import { useContact, useContactWrite } from './api.ts';
import { ContactAccounts } from './components/contact-accounts.tsx';
import { ContactFields, ContactTexts } from './components/contact-fields.tsx';
import { ContactReach } from './components/contact-reach.tsx';
import type { ContactChange } from './model.ts';
import { saveCards } from './save-cards.ts';

const list = { label: 'Contacts', href: '/contacts' };

/** One contact: how to reach them, where they are, and everything said with them. */
export function ContactPage() {
  // The route's parameter is whatever stands in the address; the server refuses what is no id.
  const id = usePathParameter('contactId') as ContactId;
  const found = useContact(id);
  return (
    <LoadedRecord found={found} noun="contact" list={list}>
      {(contact) => <OpenContact key={id} contact={contact} />}
    </LoadedRecord>
  );
}

function OpenContact({ contact }: { readonly contact: ContactView }) {
  const update = useContactWrite(contacts.update);
  const { save, state } = useSaving<ContactChange>(contact.version, (body, version) =>
    update.mutateAsync({ params: { id: contact.id }, version, body }),
  );
  const mayWrite = useMay('write') && contact.deletedAt === null;
  const parts = { contact, mayWrite, save };
  return (
    <Page
      title={contact.name}
      breadcrumbs={[list]}
      actions={
        <>
          <SavedNote state={state} />
          <ContactMenu contact={contact} />
        </>
      }
    >
      <RecordLayout
        sideLabel="Facts"
        side={
          <>
            <ContactFields {...parts} />
            <RecordFactsPanel
              subject={{ kind: 'contact', id: contact.id }}
              isOpen={contact.deletedAt === null}
            />
          </>
        }
      >
        <MergedNotePanel kind="contact" record={contact} />
        <ContactTexts {...parts} />
        <ContactReach {...parts} />
        <ContactAccounts {...parts} />
        <RecordTimelinePanel
          subject="contact"
          subjectId={contact.id}
          context={{
            contacts: [{ id: contact.id, name: contact.name }],
            ...(contact.accounts[0] ? { account: contact.accounts[0] } : {}),
          }}
          mayWrite={mayWrite}
        />
        <RecordPanel
          subject={{ kind: 'contact', id: contact.id }}
          isOpen={contact.deletedAt === null}
        />
        <Section title="History">
          <HistoryPanel root="contact" rootId={contact.id} />
        </Section>
      </RecordLayout>
    </Page>
  );
}

function ContactMenu({ contact }: { readonly contact: ContactView }) {
  const mayWrite = useMay('write');
  const remove = useContactWrite(contacts.remove);
  const restore = useContactWrite(contacts.restore);
  const params = { id: contact.id };
  return (
    <RecordMenu
      record={{
        ...contact,
        href: `/contacts/${contact.id}`,
        listHref: list.href,
        remove: () => remove.mutateAsync({ params }),
        restore: () => restore.mutateAsync({ params }),
      }}
      mayWrite={mayWrite}
    >
      <Menu.Item
        leftSection={<IconAddressBook size={15} />}
        onClick={() => saveCards(contact.name, [contact])}
      >
        Download vCard
      </Menu.Item>
    </RecordMenu>
  );
}
