import type { AccountRow } from '@evenkeel/contract/accounts';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { recordNumber } from '../../lib/record-number.ts';
import { useMay, useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../ui/format/money.ts';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { MoneyText } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useAccounts } from './api.ts';
import { NewAccountModal } from './components/new-account-modal.tsx';

/** Every account, with what it buys and has bought. */
export function AccountsPage() {
  const { workspace } = useSession();
  const mayWrite = useMay('write');
  const found = useAccounts();
  const { rows } = found;
  const view = useListView('accounts');
  const { state, setState } = view;
  const columns = useMemo(() => accountColumns(workspace.currency), [workspace.currency]);
  const filters = useMemo(
    () => accountFilters(rows, workspace.currency),
    [rows, workspace.currency],
  );
  const [isAdding, setAdding] = useAdding('New account', mayWrite);
  const add = () => setAdding(true);

  return (
    <Page
      title="Accounts"
      layout="fill"
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
            empty={<NoAccounts mayWrite={mayWrite} onAdd={add} />}
          />
        )}
      </Loaded>
      {isAdding ? <NewAccountModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

const accountNoun = { one: 'account', many: 'accounts' };
const accountKey = (account: AccountRow) => account.id;
const accountName = (account: AccountRow) => account.name;
const accountHref = (account: AccountRow) => `/accounts/${account.id}`;

function accountColumns(currency: string): Column<AccountRow>[] {
  const amount = (minor: number | null) => (
    <MoneyText amount={minor === null ? null : money(minor, currency)} />
  );
  const major = (minor: number | null) =>
    minor === null ? '' : majorUnits(money(minor, currency));
  const sum = (rows: readonly AccountRow[], of: (row: AccountRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return [
    {
      id: 'name',
      label: 'Account',
      width: 220,
      grow: true,
      value: (account) => account.name,
      cell: (account) => <AccountMark account={account} />,
    },
    {
      id: 'number',
      label: 'ID',
      width: 92,
      hidden: true,
      value: (account) => recordNumber('account', account.number),
      sortValue: (account) => account.number,
    },
    { id: 'sector', label: 'Sector', width: 160, value: (account) => account.sector },
    { id: 'country', label: 'Country', width: 140, value: (account) => account.country },
    {
      id: 'employees',
      label: 'Employees',
      width: 104,
      align: 'end',
      value: (account) => account.employees,
    },
    {
      id: 'annualRevenue',
      label: 'Revenue',
      width: 132,
      align: 'end',
      hidden: true,
      value: (account) => account.annualRevenue,
      cell: (account) => amount(account.annualRevenue),
      exportValue: (account) => major(account.annualRevenue),
    },
    {
      id: 'openDeals',
      label: 'Open deals',
      width: 104,
      align: 'end',
      value: (account) => account.openDeals,
    },
    {
      id: 'openValue',
      label: 'Open value',
      width: 124,
      align: 'end',
      value: (account) => account.openValue,
      cell: (account) => amount(account.openValue),
      exportValue: (account) => major(account.openValue),
      total: (rows) => amount(sum(rows, (row) => row.openValue)),
    },
    {
      id: 'wonValue',
      label: 'Won value',
      width: 124,
      align: 'end',
      value: (account) => account.wonValue,
      cell: (account) => amount(account.wonValue),
      exportValue: (account) => major(account.wonValue),
      total: (rows) => amount(sum(rows, (row) => row.wonValue)),
    },
    {
      id: 'owner',
      label: 'Owner',
      width: 168,
      value: (account) => account.owner?.name,
      cell: (account) => <PersonMark person={account.owner ?? undefined} />,
    },
    {
      id: 'parent',
      label: 'Parent',
      width: 160,
      hidden: true,
      value: (account) => account.parent?.name,
    },
  ];
}

function accountFilters(
  accounts: readonly AccountRow[],
  currency: string,
): FilterDefinition<AccountRow>[] {
  const words = (of: (account: AccountRow) => string | null) =>
    [...new Set(accounts.map(of).filter((word) => word !== null))]
      .sort((a, b) => a.localeCompare(b))
      .map((word) => ({ value: word, label: word }));
  return [
    {
      id: 'sector',
      label: 'Sector',
      kind: 'choice',
      choices: words((a) => a.sector),
      value: (a) => a.sector,
    },
    {
      id: 'country',
      label: 'Country',
      kind: 'choice',
      choices: words((a) => a.country),
      value: (a) => a.country,
    },
    {
      id: 'owner',
      label: 'Owner',
      kind: 'choice',
      choices: words((a) => a.owner?.name ?? null),
      value: (a) => a.owner?.name,
    },
    { id: 'openValue', label: 'Open value', kind: 'number', currency, value: (a) => a.openValue },
    { id: 'wonValue', label: 'Won value', kind: 'number', currency, value: (a) => a.wonValue },
    { id: 'employees', label: 'Employees', kind: 'number', value: (a) => a.employees },
  ];
}

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
