import type { InitiativeRow } from '@evenkeel/contract/initiatives';
import { Button } from '@mantine/core';
import { IconFlag, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useMay, useSession } from '../../../../lib/session.ts';
import { SearchBox } from '../../../../ui/data-list/search-box.tsx';
import { useAddressListState } from '../../../../ui/data-list/use-address-list-state.ts';
import { useListRows } from '../../../../ui/data-list/use-list-rows.ts';
import { FilterBar } from '../../../../ui/filter-bar/filter-bar.tsx';
import { useOpen } from '../../../../ui/navigation/use-open.ts';
import { Page } from '../../../../ui/page/page.tsx';
import { useAdding } from '../../../../ui/page/use-adding.ts';
import { EmptyState } from '../../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../../ui/states/loaded.tsx';
import { useInitiatives } from '../../api.ts';
import { initiativeColumns, initiativeFilters } from '../../components/initiative-columns.tsx';
import { InitiativeForm } from '../../components/initiative-form.tsx';
import { type InitiativesView, initiativeTabs } from '../initiative-tabs.ts';

type InitiativesFrameProps = {
  readonly view: InitiativesView;
  readonly layout?: 'scroll' | 'fill';
  /** The rows that search and filters let through. */
  readonly children: (rows: readonly InitiativeRow[]) => ReactNode;
};

const none: readonly InitiativeRow[] = [];

/** Every view of initiatives: the same search and filters, kept in the address from view to view (ST-40). */
export function InitiativesFrame(props: InitiativesFrameProps) {
  const { view, layout = 'scroll', children } = props;
  const found = useInitiatives();
  const rows = found.data?.rows ?? none;
  const { currency } = useSession().workspace;
  const columns = useMemo(() => initiativeColumns(currency), [currency]);
  const [state, setState] = useAddressListState();
  const shown = useListRows({ rows, columns, filters: initiativeFilters, state });
  const mayWrite = useMay('write');
  const open = useOpen();
  const [isAdding, setAdding] = useAdding('New initiative', mayWrite);
  const button = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      New initiative
    </Button>
  ) : null;
  return (
    <Page
      title="Initiatives"
      layout={layout}
      tabs={initiativeTabs(view)}
      toolbar={
        <>
          <SearchBox
            label="Search initiatives"
            value={state.search}
            onChange={(search) => setState({ ...state, search })}
          />
          <FilterBar
            definitions={initiativeFilters}
            filters={state.filters}
            onChange={(filters) => setState({ ...state, filters })}
          />
        </>
      }
      primary={button}
    >
      <Loaded found={found} what="the initiatives" shape="cards">
        {() => (rows.length === 0 ? <NoInitiatives button={button} /> : children(shown))}
      </Loaded>
      {isAdding ? (
        <InitiativeForm
          onClose={() => setAdding(false)}
          onCreated={(initiative) => open(`/initiatives/${initiative.id}`)}
        />
      ) : null}
    </Page>
  );
}

/** What belongs here, and the first step. */
export function NoInitiatives({ button }: { readonly button: ReactNode }) {
  return (
    <EmptyState
      icon={<IconFlag size={20} stroke={1.6} />}
      title="No initiatives yet"
      actions={button}
    >
      Here stands the work the firm does for itself: a new market, a better system, its own
      marketing. Each serves a goal of the strategy.
    </EmptyState>
  );
}
