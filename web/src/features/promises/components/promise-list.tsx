import type { PromiseView } from '@evenkeel/contract/promises';
import { keptRate } from '@evenkeel/core/promises/kept';
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { useSession } from '../../../lib/session.ts';
import { DataList } from '../../../ui/data-list/data-list.tsx';
import { formatPercent } from '../../../ui/format/number.ts';
import { useAddressState } from '../../../ui/navigation/use-address-state.ts';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { type PromisesOf, usePromises } from '../api.ts';
import { sourcePath } from '../model.ts';
import { promiseColumns, promiseFilters } from './promise-columns.tsx';

type PromiseListProps = { readonly of: PromisesOf };

/** What did we tell them, when? Every row opens to where it stands. */
export function PromiseList({ of }: PromiseListProps) {
  const [versions, setVersions] = useAddressState<Versions>('versions', 'current', isVersions);
  const { workspace } = useSession();
  const found = usePromises(of, versions);
  const rows = found.data?.rows ?? none;
  const columns = useMemo(() => promiseColumns(workspace.currency), [workspace.currency]);
  const filters = useMemo(() => promiseFilters(rows), [rows]);
  return (
    <Loaded found={found} what="the promises">
      {(answer) => (
        <DataList
          noun={noun}
          rows={answer.rows}
          columns={columns}
          filters={filters}
          rowKey={keyOf}
          rowName={nameOf}
          rowHref={sourcePath}
          summary={rateInWords}
          exportName="promises"
          toolbarStart={
            <SegmentedControl
              aria-label="Versions"
              size="xs"
              data={choices}
              value={versions}
              onChange={(next) => setVersions(isVersions(next) ? next : 'current')}
            />
          }
          empty={
            <EmptyState title="Nothing was told yet">
              Whatever a client is told is kept here: the price and the days of the sale, dates in
              the portal, reports and notices, with who told it and when.
            </EmptyState>
          }
        />
      )}
    </Loaded>
  );
}

const none: readonly PromiseView[] = [];
const noun = { one: 'promise', many: 'promises' };
const keyOf = ({ id }: PromiseView) => id;
const nameOf = ({ wording }: PromiseView) => wording;
const choices = [
  { value: 'current', label: 'What stands' },
  { value: 'all', label: 'Every version' },
];

type Versions = 'current' | 'all';

function isVersions(value: unknown): value is Versions {
  return value === 'current' || value === 'all';
}

/** `80% of 5 due kept`: the rows behind the figure are the rows in view. */
function rateInWords(rows: readonly PromiseView[]): string {
  const states = rows.flatMap(({ isCurrent, state }) => (isCurrent ? state : []));
  const { kept, broken, rate } = keptRate(states);
  return rate === null ? 'none due yet' : `${formatPercent(rate)} of ${kept + broken} due kept`;
}
