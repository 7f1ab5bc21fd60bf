import type { PromptRow } from '@evenkeel/contract/customers';
import { promptReasons } from '@evenkeel/core/customers/customer-aims';
import { goalDrivers } from '@evenkeel/core/strategy/goal';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { AccountMark } from '../../ui/marks/record-marks.tsx';
import { DateText } from '../../ui/marks/values.tsx';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useGoalPrompts } from './api.ts';
import { driverLabels, promptWords } from './model.ts';

/** Customer goals that nothing of ours serves: whom to speak to about what (B12, CR-11). */
export function PromptsPage() {
  const found = useGoalPrompts();
  const [state, setState] = useAddressListState();
  return (
    <Page title="Customer goals without work" layout="fill">
      <Loaded found={found} what="the customer goals">
        {({ rows }) => (
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
            exportName="customer goals without work"
            empty={
              <EmptyState title="Every goal of a customer is served">
                Goals that customers want stand on their account. One without a deal or a project
                shows up here as a reason to speak.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

const noun = { one: 'customer goal', many: 'customer goals' };
const rowKey = (row: PromptRow) => row.id;
const rowName = (row: PromptRow) => row.name;
const rowHref = (row: PromptRow) => `/accounts/${row.account.id}`;

const columns: readonly Column<PromptRow>[] = [
  { id: 'name', label: 'They want', width: 260, grow: true, value: (row) => row.name },
  {
    id: 'account',
    label: 'Account',
    width: 200,
    value: (row) => row.account.name,
    cell: (row) => <AccountMark account={row.account} />,
  },
  { id: 'driver', label: 'Driver', width: 120, value: (row) => driverLabels[row.driver] },
  { id: 'reason', label: 'Why it is here', width: 270, value: (row) => promptWords[row.reason] },
  {
    id: 'products',
    label: 'We could help with',
    width: 240,
    value: (row) => row.products.map(({ name }) => name).join(', '),
  },
  {
    id: 'deadline',
    label: 'By',
    width: 116,
    value: (row) => row.deadline,
    cell: (row) => <DateText date={row.deadline} />,
  },
];

const filters: readonly FilterDefinition<PromptRow>[] = [
  {
    id: 'driver',
    label: 'Driver',
    kind: 'choice',
    choices: goalDrivers.map((value) => ({ value, label: driverLabels[value] })),
    value: (row) => row.driver,
  },
  {
    id: 'reason',
    label: 'Why it is here',
    kind: 'choice',
    choices: promptReasons.map((value) => ({ value, label: promptWords[value] })),
    value: (row) => row.reason,
  },
  { id: 'deadline', label: 'By', kind: 'date', value: (row) => row.deadline },
];
