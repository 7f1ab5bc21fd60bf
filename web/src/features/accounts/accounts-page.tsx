import type { AccountRow } from '@evenkeel/contract/accounts';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { accountTabs } from '../../lib/account-tabs.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { TextField } from '../../ui/form/text-field.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { BulkEditPanel, bulkField } from '../bulk/components/bulk-edit-panel.tsx';
import { PersonPicker, type PickedPerson } from '../people/components/person-picker.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useAccounts } from './api.ts';
import { accountColumns, accountFilters } from './components/account-columns.tsx';
import { NewAccountModal } from './components/new-account-modal.tsx';

/** Every account, with what it buys and has bought. */
export function AccountsPage() {
  const { workspace } = useSession();
  const mayWrite = useMay('write');
  const found = useAccounts();
  const { rows } = found;
  const extras = useListExtras<AccountRow>('account');
  const view = useListView('accounts');
  const { state, setState } = view;
  const columns = useMemo(
    () => [...accountColumns(workspace.currency), ...extras.columns],
    [workspace.currency, extras],
  );
  const filters = useMemo(
    () => [...accountFilters(rows, workspace.currency), ...extras.filters],
    [rows, workspace.currency, extras],
  );
  const [isAdding, setAdding] = useAdding('New account', mayWrite);
  const add = () => setAdding(true);

  return (
    <Page
      title="Accounts"
      layout="fill"
      tabs={accountTabs('list')}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            New account
          </Button>
        ) : undefined
      }
    >
      <Loaded found={found} what="the accounts">
        {() => (
          <DataList
            noun={accountNoun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={accountKey}
            rowName={accountName}
            rowHref={accountHref}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly AccountRow[], clear: () => void) => (
                    <BulkEditPanel
                      kind="account"
                      noun={accountNoun}
                      rows={selected}
                      fields={bulkFields}
                      onDone={clear}
                    />
                  ),
                }
              : {})}
            empty={<NoAccounts mayWrite={mayWrite} onAdd={add} />}
          />
        )}
      </Loaded>
      {isAdding ? <NewAccountModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

/** What can be set on several accounts at once. */
const bulkFields = [
  bulkField<AccountRow, PickedPerson | null>('account', {
    label: 'Owner',
    empty: null,
    read: (account) => account.owner,
    change: (owner) => ({ ownerId: owner?.id ?? null }),
    editor: (field) => <PersonPicker {...field} />,
  }),
  bulkField<AccountRow, string>('account', {
    label: 'Sector',
    empty: '',
    read: (account) => account.sector ?? '',
    change: (sector) => ({ sector: sector || null }),
    editor: (field) => <TextField {...field} />,
  }),
  bulkField<AccountRow, string>('account', {
    label: 'Country',
    empty: '',
    read: (account) => account.country ?? '',
    change: (country) => ({ country: country || null }),
    editor: (field) => <TextField {...field} />,
  }),
];

const accountNoun = { one: 'account', many: 'accounts' };
const accountKey = (account: AccountRow) => account.id;
const accountName = (account: AccountRow) => account.name;
const accountHref = (account: AccountRow) => `/accounts/${account.id}`;

function NoAccounts({ mayWrite, onAdd }: { mayWrite: boolean; onAdd: () => void }) {
  return (
    <EmptyState
      title="No accounts yet"
      actions={
        mayWrite ? (
          <>
            <Button onClick={onAdd}>New account</Button>
            <Button variant="default" component={AppLink} href="/import">
              Import from CSV
            </Button>
          </>
        ) : null
      }
    >
      An account is a company you sell to or serve. Its deals, projects and people hang on it.
    </EmptyState>
  );
}
