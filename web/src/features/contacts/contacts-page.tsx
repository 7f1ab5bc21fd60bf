import type { ContactRow } from '@evenkeel/contract/contacts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { ImportContactsPanel } from '../contact-imports/components/import-contacts-panel.tsx';
import { useListExtras } from '../record/api.ts';
import { BulkPanel } from '../record/components/bulk-panel.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useContacts } from './api.ts';
import { contactColumns, contactFilters } from './components/contact-columns.tsx';
import { NewContactModal } from './components/new-contact-modal.tsx';
import { saveCards } from './save-cards.ts';

/** Every contact: the people at the accounts. */
export function ContactsPage() {
  const mayWrite = useMay('write');
  const found = useContacts();
  const { rows } = found;
  const view = useListView('contacts');
  const { state, setState } = view;
  const extras = useListExtras<ContactRow>('contact');
  const columns = useMemo(() => [...contactColumns, ...extras.columns], [extras]);
  const filters = useMemo(() => [...contactFilters(rows), ...extras.filters], [rows, extras]);
  const [isAdding, setAdding] = useAdding('New contact', mayWrite);
  const add = () => setAdding(true);
  return (
    <Page
      title="Contacts"
      layout="fill"
      actions={mayWrite ? <ImportContactsPanel /> : undefined}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            New contact
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the contacts">
        {() => (
          <DataList
            noun={contactNoun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={contactKey}
            rowName={contactName}
            rowHref={contactHref}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            bulkActions={(contacts, clear) => (
              <>
                {mayWrite ? <BulkPanel kind="contact" rows={contacts} onDone={clear} /> : null}
                <CardButton contacts={contacts} onDone={clear} />
              </>
            )}
            empty={<NoContacts mayWrite={mayWrite} onAdd={add} />}
          />
        )}
      </Loaded>
      {isAdding ? <NewContactModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

function CardButton(props: {
  readonly contacts: readonly ContactRow[];
  readonly onDone: () => void;
}) {
  const save = () => {
    saveCards('contacts', props.contacts);
    props.onDone();
  };
  return (
    <Button variant="default" onClick={save}>
      Download vCards
    </Button>
  );
}

const contactNoun = { one: 'contact', many: 'contacts' };
const contactKey = (contact: ContactRow) => contact.id;
const contactName = (contact: ContactRow) => contact.name;
const contactHref = (contact: ContactRow) => `/contacts/${contact.id}`;

function NoContacts({ mayWrite, onAdd }: { mayWrite: boolean; onAdd: () => void }) {
  return (
    <EmptyState
      title="No contacts yet"
      actions={mayWrite ? <Button onClick={onAdd}>New contact</Button> : null}
    >
      A contact is a person at an account, or at several. What is said and agreed with them stands
      on one timeline.
    </EmptyState>
  );
}
