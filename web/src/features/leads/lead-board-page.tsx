import type { LeadView } from '@evenkeel/contract/leads';
import { type LeadState, leadStateLabels, leadStates } from '@evenkeel/core/leads/qualification';
import { useCallback } from 'react';
import { useMay } from '../../lib/session.ts';
import { Board } from '../../ui/board/board.tsx';
import { SearchBox } from '../../ui/data-list/search-box.tsx';
import { useListRows } from '../../ui/data-list/use-list-rows.ts';
import { FilterBar } from '../../ui/filter-bar/filter-bar.tsx';
import { ProgressGlyph } from '../../ui/marks/progress-glyph.tsx';
import { Page } from '../../ui/page/page.tsx';
import { useAdding } from '../../ui/page/use-adding.ts';
import { Loaded } from '../../ui/states/loaded.tsx';
import { ImportLeadsPanel } from '../lead-imports/components/import-leads-panel.tsx';
import { useListView } from '../saved-views/api.ts';
import { SavedViewPicker } from '../saved-views/components/saved-view-picker.tsx';
import { useLeads } from './api.ts';
import { LeadCard } from './components/lead-card.tsx';
import { leadStateShapes } from './components/lead-state-mark.tsx';
import { leadTabs, NewLeadButton, NoLeads, useLeadColumns } from './components/leads-parts.tsx';
import { NewLeadModal } from './components/new-lead-modal.tsx';
import { useMoveLead } from './use-move-lead.tsx';

/** Every lead as a board, a column for each state (CR-10). */
export function LeadBoardPage() {
  const mayWrite = useMay('write');
  const found = useLeads();
  const { rows } = found;
  const view = useListView('leads');
  const { state, setState } = view;
  const { columns, filters } = useLeadColumns(rows);
  const shown = useListRows({ rows, columns, filters, state });
  const { move, dialog } = useMoveLead();
  const renderCard = useCallback((lead: LeadView) => <LeadCard lead={lead} />, []);
  const [isAdding, setAdding] = useAdding('New lead', mayWrite);
  const adding = { mayWrite, onAdd: () => setAdding(true) };
  return (
    <Page
      title="Leads"
      layout="fill"
      tabs={leadTabs('board')}
      actions={mayWrite ? <ImportLeadsPanel /> : null}
      primary={<NewLeadButton {...adding} />}
      toolbar={
        <>
          <SavedViewPicker view={view} />
          <SearchBox
            label="Search leads"
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
    >
      <Loaded found={found} what="the leads" shape="cards">
        {() =>
          rows.length === 0 ? (
            <NoLeads {...adding} />
          ) : (
            <Board<LeadView>
              label="Leads by state"
              columns={boardColumns(shown)}
              cardKey={leadKey}
              cardName={leadName}
              cardHref={leadHref}
              renderCard={renderCard}
              {...(mayWrite
                ? {
                    // The columns are the states themselves.
                    onMove: ({ card, to }) => move(card, to as LeadState),
                  }
                : {})}
            />
          )
        }
      </Loaded>
      {isAdding ? <NewLeadModal onClose={() => setAdding(false)} /> : null}
      {dialog}
    </Page>
  );
}

const leadKey = (lead: LeadView) => lead.id;
const leadName = (lead: LeadView) => lead.name;
const leadHref = (lead: LeadView) => `/leads/${lead.id}`;

function boardColumns(leads: readonly LeadView[]) {
  return leadStates.map((column) => ({
    id: column,
    label: leadStateLabels[column],
    mark: <ProgressGlyph shape={leadStateShapes[column]} />,
    cards: leads.filter(({ state }) => state === column),
  }));
}
