import type { DuplicatePairView } from '@evenkeel/contract/duplicates';
import { mergeKinds } from '@evenkeel/core/duplicates/merge';
import { accountTabs } from '../../lib/account-tabs.ts';
import type { Column } from '../../ui/data-list/column.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { useAddressListState } from '../../ui/data-list/use-address-list-state.ts';
import type { FilterDefinition } from '../../ui/filter-bar/filter.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useDuplicates } from './api.ts';
import { kindWords, pairHref, reasonsInWords } from './model.ts';

/** Accounts and contacts that were probably entered twice (CR-10). */
export function DuplicatesPage() {
  const found = useDuplicates();
  const [state, setState] = useAddressListState();
  return (
    <Page title="Accounts" layout="fill" tabs={accountTabs('duplicates')}>
      <Loaded found={found} what="the duplicates">
        {({ rows }) => (
          <DataList
            noun={noun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={pairHref}
            rowName={rowName}
            rowHref={pairHref}
            state={state}
            onStateChange={setState}
            empty={
              <EmptyState title="Nothing was entered twice">
                Accounts and contacts with the same e-mail, domain or phone number, or with names
                alike, are proposed here, so that you can make them one.
              </EmptyState>
            }
          />
        )}
      </Loaded>
    </Page>
  );
}

const noun = { one: 'pair', many: 'pairs' };
const rowName = ({ first, second }: DuplicatePairView) => `${first.name} and ${second.name}`;

const columns: readonly Column<DuplicatePairView>[] = [
  { id: 'first', label: 'One', width: 220, grow: true, value: ({ first }) => first.name },
  { id: 'second', label: 'Other', width: 220, grow: true, value: ({ second }) => second.name },
  { id: 'kind', label: 'Kind', width: 100, value: ({ kind }) => kindWords[kind] },
  {
    id: 'reasons',
    label: 'Why',
    width: 240,
    value: ({ reasons }) => reasonsInWords(reasons),
  },
  {
    id: 'detail',
    label: 'What else is known',
    width: 300,
    value: ({ first, second }) => [first.detail, second.detail].filter(Boolean).join(' · '),
  },
  {
    id: 'score',
    label: 'Likeness',
    width: 100,
    align: 'end',
    value: ({ score }) => score,
    cell: ({ score }) => `${score}%`,
  },
];

const filters: readonly FilterDefinition<DuplicatePairView>[] = [
  {
    id: 'kind',
    label: 'Kind',
    kind: 'choice',
    choices: mergeKinds.map((value) => ({ value, label: kindWords[value] })),
    value: ({ kind }) => kind,
  },
];
