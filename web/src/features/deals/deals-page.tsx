import type { DealRow } from '@evenkeel/contract/deals';
import type { PipelineView } from '@evenkeel/contract/pipelines';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { DataList } from '../../ui/data-list/data-list.tsx';
import { MoneyText } from '../../ui/marks/values.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useDeals, usePipelines, useStages } from './api.ts';
import { DealBulkActions } from './components/deal-bulk-actions.tsx';
import { dealColumns, dealFilters } from './components/deal-columns.tsx';
import { dealTabs, NoDeals } from './components/deals-parts.tsx';
import { NewDealModal } from './components/new-deal-modal.tsx';
import { dealNoun, totalValue } from './model.ts';

/** Every deal as a list. */
export function DealsPage() {
  const { workspace } = useSession();
  const mayWrite = useMay('write');
  const stages = useStages();
  const pipelines = usePipelines().data?.rows ?? noPipelines;
  const found = useDeals();
  const { rows, isCut, total } = found;
  const extras = useListExtras<DealRow>('deal');
  const view = useListView('deals');
  const { state, setState } = view;
  const context = useMemo(
    () => ({ stages, pipelines, currency: workspace.currency }),
    [stages, pipelines, workspace.currency],
  );
  const columns = useMemo(() => [...dealColumns(context), ...extras.columns], [context, extras]);
  const filters = useMemo(
    () => [...dealFilters(rows, context), ...extras.filters],
    [rows, context, extras],
  );
  const [isAdding, setAdding] = useAdding('New deal', mayWrite);
  const add = () => setAdding(true);

  return (
    <Page
      title="Deals"
      layout="fill"
      tabs={dealTabs('list')}
      primary={
        mayWrite ? (
          <Button leftSection={<IconPlus size={16} />} onClick={add}>
            New deal
          </Button>
        ) : undefined
      }
    >
      <Loaded
        // Deals are shown by their stage: both have to be here.
        found={stages.length > 0 ? found : { ...found, data: undefined }}
        what="the deals"
      >
        {() => (
          <DataList
            noun={dealNoun}
            rows={rows}
            columns={columns}
            filters={filters}
            rowKey={dealKey}
            rowName={dealName}
            rowHref={dealHref}
            state={state}
            onStateChange={setState}
            toolbarStart={<SavedViewPicker view={view} />}
            summary={(shown) => (
              <>
                <MoneyText amount={money(totalValue(shown), workspace.currency)} compact />
                {isCut ? ` of the first ${rows.length} of ${total}; search to find others` : null}
              </>
            )}
            {...(mayWrite
              ? {
                  bulkActions: (selected: readonly DealRow[], clear: () => void) => (
                    <DealBulkActions deals={selected} stages={stages} onDone={clear} />
                  ),
                }
              : {})}
            empty={<NoDeals mayWrite={mayWrite} onAdd={add} />}
          />
        )}
      </Loaded>
      {isAdding && stages.length > 0 ? (
        <NewDealModal stages={stages} onClose={() => setAdding(false)} />
      ) : null}
    </Page>
  );
}

const noPipelines: readonly PipelineView[] = [];
const dealKey = (deal: DealRow) => deal.id;
const dealName = (deal: DealRow) => deal.name;
const dealHref = (deal: DealRow) => `/deals/${deal.id}`;
