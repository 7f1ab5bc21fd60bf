import type { HandOffRow } from '@evenkeel/contract/hand-offs';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { recordNumber } from '../../lib/record-number.ts';
import { useSession } from '../../lib/session.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { AccountMark, PersonMark } from '../../ui/marks/record-marks.tsx';
import { StageMark } from '../../ui/marks/stage-mark.tsx';
import { DateText, MoneyText } from '../../ui/marks/values.tsx';
import { AppLink } from '../../ui/navigation/app-link.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useHandOffs } from './api.ts';
import { dayOf, handOffStateLabels, handOffStateShapes } from './model.ts';

/** Won deals on their way to delivery; those that wait come first. */
export function HandOffsPage() {
  const { workspace } = useSession();
  const found = useHandOffs();
  const view = useListView('hand-offs');
  const { state, setState } = view;
  const columns = useMemo(() => columnsIn(workspace.currency), [workspace.currency]);
  return (
    <Page title="Hand-offs" layout="fill">
      <Loaded found={found} what="the hand-offs">
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
            toolbarStart={<SavedViewPicker view={view} />}
            empty={noHandOffs}
          />
        )}
      </Loaded>
    </Page>
  );
}

const noun = { one: 'hand-off', many: 'hand-offs' };
const rowKey = (row: HandOffRow) => row.id;
const rowName = (row: HandOffRow) => row.deal.name;
const rowHref = (row: HandOffRow) => `/hand-offs/${row.id}`;
const states = ['proposed', 'returned', 'accepted'] as const;

const filters: FilterDefinition<HandOffRow>[] = [
  {
    id: 'state',
    label: 'State',
    kind: 'choice',
    choices: states.map((state) => ({ value: state, label: handOffStateLabels[state] })),
    value: ({ state }) => state,
  },
];

const noHandOffs = (
  <EmptyState
    title="No hand-offs yet"
    actions={
      <Button component={AppLink} href="/deals">
        Go to the deals
      </Button>
    }
  >
    When a deal is won and its contract signed, everything that was sold waits here for delivery to
    take over: the project stands, and nothing is typed again.
  </EmptyState>
);

function columnsIn(currency: string): Column<HandOffRow>[] {
  return [
    { id: 'deal', label: 'Deal', width: 240, grow: true, value: ({ deal }) => deal.name },
    {
      id: 'number',
      label: 'ID',
      width: 92,
      value: ({ deal }) => recordNumber('deal', deal.number),
      sortValue: ({ deal }) => deal.number,
    },
    {
      id: 'state',
      label: 'State',
      width: 120,
      value: ({ state }) => handOffStateLabels[state],
      sortValue: ({ state }) => states.indexOf(state),
      cell: ({ state }) => (
        <StageMark label={handOffStateLabels[state]} shape={handOffStateShapes[state]} />
      ),
    },
    {
      id: 'account',
      label: 'Account',
      width: 190,
      value: ({ deal }) => deal.account?.name,
      cell: ({ deal }) => <AccountMark account={deal.account ?? undefined} />,
    },
    {
      id: 'value',
      label: 'Value',
      width: 116,
      align: 'end',
      value: ({ deal }) => deal.value,
      cell: ({ deal }) => <MoneyText amount={money(deal.value, currency)} />,
    },
    {
      id: 'seller',
      label: 'Sold by',
      width: 168,
      value: ({ deal }) => deal.owner?.name,
      cell: ({ deal }) => <PersonMark person={deal.owner ?? undefined} />,
    },
    {
      id: 'proposedAt',
      label: 'Proposed',
      width: 112,
      value: ({ proposedAt }) => proposedAt,
      cell: ({ proposedAt }) => <DateText date={dayOf(proposedAt)} />,
    },
    { id: 'reason', label: 'Reason', width: 220, value: (row) => row.returnReason || null },
  ];
}
