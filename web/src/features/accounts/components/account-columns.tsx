import type { AccountRow } from '@evenkeel/contract/accounts';
import { type AccountHealth, accountHealths } from '@evenkeel/core/contacts/account-health';
import { type ContactStanding, contactStandings } from '@evenkeel/core/contacts/cadence';
import { lifecycleLabels, lifecycles } from '@evenkeel/core/contacts/lifecycle';
import { money } from '@evenkeel/core/money';
import { recordNumber } from '../../../lib/record-number.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { HealthMark } from '../../../ui/marks/health-mark.tsx';
import { AccountMark, PersonMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { nextContactInWords } from '../model.ts';
import { NextContactMark } from './next-contact-mark.tsx';

const healthWords: Readonly<Record<AccountHealth, string>> = {
  'on-track': 'On track',
  'at-risk': 'At risk',
  'off-track': 'Off track',
  unknown: 'Unknown',
};

const standingWords: Readonly<Record<ContactStanding, string>> = {
  overdue: 'Overdue',
  due: 'Due today',
  soon: 'Within a week',
  fine: 'Later',
  none: 'Not planned',
};

export function accountColumns(currency: string): Column<AccountRow>[] {
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
      id: 'lifecycle',
      label: 'Stands as',
      width: 116,
      value: (account) => lifecycleLabels[account.lifecycle],
    },
    {
      id: 'health',
      label: 'Health',
      width: 104,
      value: (account) => healthWords[account.health],
      cell: (account) => (
        <span title={account.healthReason}>
          <HealthMark health={account.health} label={healthWords[account.health]} />
        </span>
      ),
      sortValue: (account) => accountHealths.indexOf(account.health),
    },
    {
      id: 'employees',
      label: 'Employees',
      width: 104,
      align: 'end',
      hidden: true,
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
      id: 'lastContactOn',
      label: 'Last contact',
      width: 116,
      value: (account) => account.lastContactOn,
      cell: (account) => <DateText date={account.lastContactOn} />,
    },
    {
      id: 'nextContact',
      label: 'Next contact',
      width: 132,
      value: (account) => account.nextContact.dueOn,
      cell: (account) => (
        <NextContactMark
          next={account.nextContact}
          words={account.nextContact.dueOn ? nextContactInWords(account.nextContact) : '—'}
        />
      ),
    },
    {
      id: 'runningProjects',
      label: 'Running',
      width: 92,
      align: 'end',
      value: (account) => account.runningProjects,
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

export function accountFilters(
  accounts: readonly AccountRow[],
  currency: string,
): FilterDefinition<AccountRow>[] {
  const words = (of: (account: AccountRow) => string | null) =>
    [...new Set(accounts.map(of).filter((word) => word !== null))]
      .sort((a, b) => a.localeCompare(b))
      .map((word) => ({ value: word, label: word }));
  return [
    {
      id: 'lifecycle',
      label: 'Stands as',
      kind: 'choice',
      choices: lifecycles.map((value) => ({ value, label: lifecycleLabels[value] })),
      value: (a) => a.lifecycle,
    },
    {
      id: 'health',
      label: 'Health',
      kind: 'choice',
      choices: accountHealths.map((value) => ({ value, label: healthWords[value] })),
      value: (a) => a.health,
    },
    {
      id: 'nextContact',
      label: 'Next contact',
      kind: 'choice',
      choices: contactStandings.map((value) => ({ value, label: standingWords[value] })),
      value: (a) => a.nextContact.standing,
    },
    {
      id: 'lastContactOn',
      label: 'Last contact',
      kind: 'date',
      value: (a) => a.lastContactOn,
    },
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
