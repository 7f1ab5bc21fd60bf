import type { DealRow, StageView } from '@evenkeel/contract/deals';
import type { PipelineView } from '@evenkeel/contract/pipelines';
import { money } from '@evenkeel/core/money';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useMay, useSession } from '../../lib/session.ts';
import { Board } from '../../ui/board/board.tsx';
import type { BoardColumn } from '../../ui/board/board-model.ts';
import { SearchBox } from '../../ui/data-list/search-box.tsx';
import { useListRows } from '../../ui/data-list/use-list-rows.ts';
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { MoneyText } from '../../ui/marks/values.tsx';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { useListExtras } from '../record/api.ts';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useDeals, usePipelines, useStages } from './api.ts';
import { DealCard } from './components/deal-card.tsx';
import { dealColumns, dealFilters } from './components/deal-columns.tsx';
import { dealTabs, NoDeals } from './components/deals-parts.tsx';
import { NewDealModal } from './components/new-deal-modal.tsx';
import { PipelineSwitch } from './components/pipeline-switch.tsx';
import { stageLook, totalValue } from './model.ts';
import { useMoveDeal } from './use-move-deal.tsx';

/** Every deal as a board, a column for each stage. */
export function DealBoardPage() {
  const { workspace } = useSession();
  const { currency } = workspace;
  const mayWrite = useMay('write');
  const allStages = useStages();
  const pipelines = usePipelines().data?.rows ?? noPipelines;
  const [wanted, setWanted] = useAddressState<string>('pipeline', '', isText);
  const pipeline =
    pipelines.find(({ id }) => id === wanted) ?? pipelines.find(({ isDefault }) => isDefault);
  const stages = useMemo(
    () => allStages.filter(({ pipelineId }) => pipelineId === pipeline?.id),
    [allStages, pipeline?.id],
  );
  const found = useDeals();
  const { rows } = found;
  const extras = useListExtras<DealRow>('deal');
  const view = useListView('deals');
  const { state, setState } = view;
  const { move, dialog } = useMoveDeal(stages);
  const context = useMemo(() => ({ stages, currency, pipelines: [] }), [stages, currency]);
  const filters = useMemo(
    () => [...dealFilters(rows, context), ...extras.filters],
    [rows, context, extras],
  );
  const listColumns = useMemo(
    () => [...dealColumns(context), ...extras.columns],
    [context, extras],
  );
  const shown = useListRows({ rows, columns: listColumns, filters, state });
  const columns = useMemo(() => boardColumns(shown, context), [shown, context]);
  const renderCard = useCallback(
    (deal: DealRow) => (
      <DealCard
        deal={deal}
        currency={currency}
        isOpen={stages.find(({ id }) => id === deal.stageId)?.outcome === 'open'}
      />
    ),
    [currency, stages],
  );
  const [isAdding, setAdding] = useAdding('New deal', mayWrite);
  const add = () => setAdding(true);

  return (
    <Page
      title="Deals"
      layout="fill"
      tabs={dealTabs('board')}
      toolbar={
        <>
          <SavedViewPicker view={view} />
          <PipelineSwitch pipelines={pipelines} value={pipeline?.id ?? null} onChange={setWanted} />
          <SearchBox
            label="Search deals"
            value={state.search}
            onChange={(search) => setState({ ...state, search })}
          />
          <FilterBar
            definitions={filters}
            filters={state.filters}
            onChange={(next) => setState({ ...state, filters: next })}
          />
        </>
      }
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
        shape="cards"
      >
        {() =>
          rows.length === 0 ? (
            <NoDeals mayWrite={mayWrite} onAdd={add} />
          ) : (
            <Board
              label="Deals by stage"
              columns={columns}
              cardKey={dealKey}
              cardName={dealName}
              cardHref={dealHref}
              renderCard={renderCard}
              {...(mayWrite
                ? {
                    onMove: ({ card, to }: { card: DealRow; to: string }) => {
                      const stage = stages.find(({ id }) => id === to);
                      if (stage) move(card, stage);
                    },
                  }
                : {})}
            />
          )
        }
      </Loaded>
      {isAdding && stages.length > 0 ? (
        <NewDealModal stages={stages} onClose={() => setAdding(false)} />
      ) : null}
      {dialog}
    </Page>
  );
}

const noPipelines: readonly PipelineView[] = [];
const isText = (value: unknown): value is string => typeof value === 'string';
const dealKey = (deal: DealRow) => deal.id;
const dealName = (deal: DealRow) => deal.name;
const dealHref = (deal: DealRow) => `/deals/${deal.id}`;

function boardColumns(
  deals: readonly DealRow[],
  { stages, currency }: { stages: readonly StageView[]; currency: string },
): BoardColumn<DealRow>[] {
  const byStage = new Map<string, DealRow[]>(stages.map(({ id }) => [id, []]));
  for (const deal of deals) byStage.get(deal.stageId)?.push(deal);
  return stages.map((stage) => {
    const cards = byStage.get(stage.id) ?? [];
    return {
      id: stage.id,
      label: stage.name,
      mark: <ProgressGlyph {...stageLook(stage, stages)} />,
      cards,
      sum: <MoneyText amount={money(totalValue(cards), currency)} compact />,
    };
  });
}
