import type { TimeStatement } from '@evenkeel/contract/effort';
import { type AccountId, isId } from '@evenkeel/core/id';
import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconFileText } from '@tabler/icons-react';
import { useMemo } from 'react';
import { saveCsv } from '../../../ui/data-list/csv.ts';
import { CheckField } from '../../../ui/form/choice-fields.tsx';
import { readerToday } from '../../../ui/format/date.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { AccountPicker, type PickedAccount } from '../../accounts/components/account-picker.tsx';
import { RangeBar } from '../components/range-bar.tsx';
import { type DayRange, isDayRange, rangesOf, thisMonthOf } from '../ranges.ts';
import { timeTabs } from '../time-tabs.ts';
import { useStatement } from './api.ts';
import styles from './components/statement.module.css';
import { type Shown, StatementDocument } from './components/statement-document.tsx';
import { statementCsv } from './model.ts';

const everything: Shown = { entries: true, people: true, estimates: false };
const isAll = (value: unknown): value is boolean => typeof value === 'boolean';

/** What was worked for a client on some days: to look at, print or send as CSV (U05). */
export function StatementPage() {
  const today = readerToday();
  const lastMonth = useMemo(() => rangesOf(today)[1]?.range ?? thisMonthOf(today), [today]);
  const [account, setAccount] = useAddressState<PickedAccount | null>('account', null, isPicked);
  const [days, setDays] = useAddressState<DayRange>('days', lastMonth, isDayRange);
  const [isWhole, setWhole] = useAddressState<boolean>('all', false, isAll);
  const [shown, setShown] = useAddressState<Shown>('shown', everything, isShown);
  const billable = isWhole ? 'all' : 'yes';
  const found = useStatement(account?.id ?? null, { days, billable });
  return (
    <Page
      title="Time"
      tabs={timeTabs('statement')}
      actions={found.data ? <Outputs statement={found.data} shown={shown} /> : undefined}
      toolbar={
        <div className={styles['tools']}>
          <AccountPicker
            label="Account"
            placeholder="Choose an account"
            value={account}
            onChange={setAccount}
            className={styles['account']}
          />
          <RangeBar range={days} today={today} onRange={(range) => range && setDays(range)} />
          <CheckField label="Also what is not charged" value={isWhole} onChange={setWhole} />
          {parts.map(({ name, label }) => (
            <CheckField
              key={name}
              label={label}
              value={shown[name]}
              onChange={(value) => setShown({ ...shown, [name]: value })}
            />
          ))}
        </div>
      }
    >
      {account === null ? (
        <EmptyState
          icon={<IconFileText size={20} stroke={1.6} />}
          title="Whose time shall be stated?"
        >
          Choose an account and the days: the time on its projects stands here task by task, ready
          to be printed or saved as a file.
        </EmptyState>
      ) : (
        <Loaded found={found} what="the statement">
          {(statement) =>
            statement.projects.length === 0 ? (
              <EmptyState title={`Nothing was worked for ${account.name} on these days`}>
                Choose other days, or show what is not charged as well.
              </EmptyState>
            ) : (
              <StatementDocument statement={statement} shown={shown} />
            )
          }
        </Loaded>
      )}
    </Page>
  );
}

const parts = [
  { name: 'entries', label: 'Entries' },
  { name: 'people', label: 'Names' },
  { name: 'estimates', label: 'Estimates' },
] as const;

function Outputs({
  statement,
  shown,
}: {
  readonly statement: TimeStatement;
  readonly shown: Shown;
}) {
  const { account, from, to } = statement;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} />}>
          Print or save
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => window.print()}>Print, or save as PDF</Menu.Item>
        <Menu.Item
          onClick={() =>
            saveCsv(`time ${account.name} ${from} to ${to}`, statementCsv(statement, shown.people))
          }
        >
          Save as CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function isPicked(value: unknown): value is { id: AccountId; name: string } {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const { id, name } = value as Record<string, unknown>;
  return typeof id === 'string' && isId(id) && typeof name === 'string';
}

function isShown(value: unknown): value is Shown {
  if (typeof value !== 'object' || value === null) return false;
  // An object read field by field, each checked.
  const fields = value as Record<string, unknown>;
  return parts.every(({ name }) => typeof fields[name] === 'boolean');
}
