import type { QuoteRow } from '@evenkeel/contract/quotes';
import { quoteStates } from '@evenkeel/core/deals/quote';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useSession } from '../../../lib/session.ts';
import type { Column } from '../../../ui/data-list/column.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../../ui/filter-bar/filter.ts';
import { majorUnits } from '../../../ui/format/money.ts';
import { AccountMark } from '../../../ui/marks/record-marks.tsx';
import { DateText, MoneyText } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { dealTabs } from '../components/deals-parts.tsx';
import { useQuotes } from './api.ts';
import { QuoteStateMark } from './components/quote-state-mark.tsx';
import { quoteStateLabels } from './model.ts';

const noun = { one: 'quote', many: 'quotes' };
const rowKey = (quote: QuoteRow) => quote.id;
const rowName = (quote: QuoteRow) => quote.name;
const rowHref = (quote: QuoteRow) => `/quotes/${quote.id}`;

/** Every quote of the firm. */
export function QuotesPage() {
  const { currency } = useSession().workspace;
  const found = useQuotes();
  const [state, setState] = useAddressListState();
  const columns = useMemo(() => columnsIn(currency), [currency]);
  return (
    <Page title="Deals" layout="fill" tabs={dealTabs('quotes')}>
      <Loaded found={found} what="the quotes">
        {(rows) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={rowKey}
            rowName={rowName}
            rowHref={rowHref}
            state={state}
            onStateChange={setState}
            exportName="quotes"
            empty={
              <EmptyState
                icon={<IconFileText size={20} stroke={1.6} />}
                title="No quotes yet"
                actions={
                  <Button component={AppLink} href="/deals">
                    Go to the deals
                  </Button>
                }
              >
                A quote says what a deal sells and for how much. Begin one on the page of a deal: it
                starts with the hours and products that stand there.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

const filters: FilterDefinition<QuoteRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: quoteStates.map((value) => ({ value, label: quoteStateLabels[value] })),
    value: ({ state }) => state,
  },
  {
    id: 'latest',
    label: 'Version',
    kind: 'choice',
    choices: [
      { value: 'latest', label: 'The latest of each' },
      { value: 'older', label: 'Replaced by a newer one' },
    ],
    value: ({ isLatest }) => (isLatest ? 'latest' : 'older'),
  },
  { id: 'quotedOn', label: 'Date', kind: 'date', value: ({ quotedOn }) => quotedOn },
  { id: 'validUntil', label: 'Valid until', kind: 'date', value: ({ validUntil }) => validUntil },
];

function columnsIn(currency: string): Column<QuoteRow>[] {
  const amount = (minor: number) => <MoneyText amount={money(minor, currency)} />;
  return [
    { id: 'name', label: 'Quote', width: 140, value: ({ name }) => name },
    { id: 'title', label: 'Title', width: 220, grow: true, value: ({ title }) => title },
    {
      id: 'account',
      label: 'Account',
      width: 190,
      value: ({ account }) => account?.name,
      cell: ({ account }) => <AccountMark account={account ?? undefined} />,
    },
    { id: 'deal', label: 'Deal', width: 190, hidden: true, value: ({ deal }) => deal.name },
    {
      id: 'state',
      label: 'State',
      width: 124,
      value: ({ state }) => quoteStateLabels[state],
      cell: ({ state }) => <QuoteStateMark state={state} />,
    },
    {
      id: 'quotedOn',
      label: 'Date',
      width: 112,
      value: ({ quotedOn }) => quotedOn,
      cell: ({ quotedOn }) => <DateText date={quotedOn} />,
    },
    {
      id: 'validUntil',
      label: 'Valid until',
      width: 112,
      value: ({ validUntil }) => validUntil,
      cell: ({ validUntil }) => <DateText date={validUntil} />,
    },
    {
      id: 'taxable',
      label: 'Without tax',
      width: 124,
      align: 'end',
      value: ({ taxable }) => taxable,
      cell: ({ taxable }) => amount(taxable),
      exportValue: ({ taxable }) => majorUnits(money(taxable, currency)),
    },
  ];
}
