import type { PortfolioChoiceRow } from '@evenkeel/contract/portfolio-choices';
import { instant } from '@evenkeel/core/instant';
import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import { formatInstant, formatMonth } from '../../ui/format/date.ts';
import { formatNumber } from '../../ui/format/number.ts';
import { MoneyText } from '../../ui/marks/values.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useChoices } from './api.ts';
import { NewChoiceModal } from './components/new-choice-modal.tsx';
import { stateWords } from './model.ts';

/** Every portfolio choice, latest first (B01, ST-08). */
export function PortfolioChoicesPage() {
  const found = useChoices();
  const mayManage = useMay('manage');
  const { workspace } = useSession();
  const [isAdding, setAdding] = useAdding('New portfolio choice', mayManage);
  const [state, setState] = useAddressListState();
  const columns = useMemo(() => columnsFor(workspace.currency), [workspace.currency]);
  const add = mayManage ? (
    <Button onClick={() => setAdding(true)}>New portfolio choice</Button>
  ) : null;
  return (
    <Page title="Portfolio choice" layout="fill" primary={add}>
      <Loaded found={found} what="the portfolio choices">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            exportName="portfolio-choices"
            empty={
              <EmptyState
                icon={<IconChecklist size={20} stroke={1.6} />}
                title="Nothing was chosen yet"
                actions={add}
              >
                A portfolio choice weighs open deals and proposed initiatives against the hours your
                people have. It says what fits together best and why; you decide.
              </EmptyState>
            }
          />
        )}
      </Loaded>
      {isAdding ? <NewChoiceModal onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}

const noun = { one: 'portfolio choice', many: 'portfolio choices' };
const rowKey = (row: PortfolioChoiceRow) => row.id;
const rowName = (row: PortfolioChoiceRow) => row.name;
const rowHref = (row: PortfolioChoiceRow) => `/portfolio-choices/${row.id}`;

function columnsFor(currency: string): readonly Column<PortfolioChoiceRow>[] {
  return [
    { id: 'name', label: 'Portfolio choice', width: 220, grow: true, value: rowName },
    {
      id: 'state',
      label: 'State',
      width: 115,
      value: (row) => (row.isPutAway ? 'Put away' : stateWords[row.state]),
    },
    {
      id: 'months',
      label: 'From',
      width: 140,
      value: (row) => row.firstMonth,
      cell: (row) => `${formatMonth(row.firstMonth)}, ${row.monthCount} mo.`,
    },
    {
      id: 'deals',
      label: 'Deals',
      width: 80,
      align: 'end',
      value: (row) => row.outcome?.deals,
      cell: (row) => ratio(row.outcome?.deals, row.outcome?.dealsOpen),
    },
    {
      id: 'margin',
      label: 'Margin',
      width: 95,
      align: 'end',
      value: (row) => row.outcome?.marginMinor,
      cell: (row) => <MoneyText compact amount={moneyOf(row.outcome?.marginMinor, currency)} />,
    },
    {
      id: 'initiatives',
      label: 'Initiatives',
      width: 85,
      align: 'end',
      value: (row) => row.outcome?.initiatives,
      cell: (row) => ratio(row.outcome?.initiatives, row.outcome?.initiativesOpen),
    },
    {
      id: 'contribution',
      label: 'Contribution',
      width: 105,
      align: 'end',
      value: (row) => row.outcome?.contribution,
    },
    { id: 'by', label: 'By', width: 120, value: (row) => row.createdBy },
    {
      id: 'at',
      label: 'Begun',
      width: 155,
      value: (row) => formatInstant(instant(row.createdAt)),
      sortValue: (row) => row.createdAt,
    },
  ];
}

function ratio(part: number | undefined, whole: number | undefined): string {
  return part === undefined ? '' : `${formatNumber(part)} of ${formatNumber(whole ?? 0)}`;
}

function moneyOf(minor: number | null | undefined, currency: string) {
  return minor === null || minor === undefined ? null : { minor, currency };
}
