import type { ActivityRow } from '@evenkeel/contract/interactions';
import { addDays } from '@evenkeel/core/calendar-date';
import { money } from '@evenkeel/core/money';
import { useMemo } from 'react';
import { useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { readerToday } from '../../ui/format/date.ts';
import { majorUnits } from '../../ui/format/money.ts';
import { PersonMark } from '../../ui/marks/record-marks.tsx';
import { MoneyText } from '../../ui/marks/values.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useActivity } from './api.ts';
import { interactionTabs } from './components/interaction-tabs.ts';
import styles from './components/timeline.module.css';

const periods = [
  { id: '30', label: 'Last 30 days' },
  { id: '90', label: 'Last 90 days' },
  { id: '365', label: 'Last year' },
] as const;

/** What each person did for sales: whom they spoke to, what they opened and won (CR-23). */
export function ActivityPage() {
  const { workspace } = useSession();
  const [period, setPeriod] = useAddressState('days', '90', isPeriod);
  const today = readerToday();
  const found = useActivity(addDays(today, -Number(period)), today);
  const columns = useMemo(() => activityColumns(workspace.currency), [workspace.currency]);
  return (
    <Page title="Interactions" layout="fill" tabs={interactionTabs('activity')}>
      <Loaded found={found} what="the activity">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            exportName="sales activity"
            toolbarStart={<PeriodChips period={period} onChange={setPeriod} />}
            empty={
              <EmptyState title="Nothing happened in this time">
                Who logs calls, e-mails and meetings, or opens and wins deals, stands here.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

type PeriodId = (typeof periods)[number]['id'];

function isPeriod(value: unknown): value is PeriodId {
  return periods.some(({ id }) => id === value);
}

function PeriodChips(props: { period: PeriodId; onChange: (period: PeriodId) => void }) {
  return (
    <div className={styles['chips']}>
      {periods.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={styles['chip']}
          aria-pressed={props.period === id}
          onClick={() => props.onChange(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

const noun = { one: 'person', many: 'people' };
const rowKey = (row: ActivityRow) => row.person.id;
const rowName = (row: ActivityRow) => row.person.name;
const rowHref = (row: ActivityRow) => `/people/${row.person.id}`;

function activityColumns(currency: string): Column<ActivityRow>[] {
  const count = (id: keyof ActivityRow & string, label: string): Column<ActivityRow> => ({
    id,
    label,
    width: 110,
    align: 'end',
    value: (row) => Number(row[id]),
    total: (rows) => rows.reduce((sum, row) => sum + Number(row[id]), 0),
  });
  return [
    {
      id: 'person',
      label: 'Person',
      width: 220,
      grow: true,
      value: (row) => row.person.name,
      cell: (row) => <PersonMark person={row.person} />,
    },
    count('calls', 'Calls'),
    count('emails', 'E-mails'),
    count('meetings', 'Meetings'),
    count('dealsOpened', 'Deals opened'),
    count('dealsWon', 'Deals won'),
    {
      ...count('valueWon', 'Value won'),
      width: 130,
      cell: (row) => <MoneyText amount={money(row.valueWon, currency)} />,
      exportValue: (row) => majorUnits(money(row.valueWon, currency)),
      total: (rows) => (
        <MoneyText
          amount={money(
            rows.reduce((sum, row) => sum + row.valueWon, 0),
            currency,
          )}
        />
      ),
    },
    { ...count('openFollowUps', 'Open follow-ups'), width: 130 },
  ];
}
