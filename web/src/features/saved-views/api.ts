import type { Endpoint } from '@evenkeel/contract/endpoint';
import { type SavedViewView, savedViews } from '@evenkeel/contract/saved-views';
import { useCallback, useMemo } from 'react';
import { useApi, useApiWrite } from '../../lib/queries.ts';
import { isListState, type ListState, plainListState } from '../../ui/data-list/list-state.ts';
import { useAddressValues } from '../../ui/navigation/use-address-values.ts';

/** How a list is looked at: what the address says, over a saved view, over the default one. */
export type ListView = {
  readonly list: string;
  readonly state: ListState;
  readonly setState: (state: ListState) => void;
  readonly views: readonly SavedViewView[];
  /** The saved view that is open, also when it is looked at with changes. */
  readonly current: SavedViewView | undefined;
  readonly isChanged: boolean;
  /** Opens a saved view; null for the list as it is without any. */
  readonly open: (view: SavedViewView | null) => void;
};

/** Stands in the address for the list without any view, where a default would open otherwise. */
const plain = 'plain';

/**
 * The state of a list, kept in the address and in saved views: `?view=` names a saved view or holds
 * a state, with `saved` for the view that the state departs from.
 */
export function useListView(list: string): ListView {
  const found = useApi(
    savedViews.list,
    { query: { list } },
    { subjects: ['saved_view', 'member'] },
  );
  const views = found.data?.rows ?? noViews;
  const [address, write] = useAddressValues();
  const { view: given, saved } = address;
  const standard = defaultOf(views);
  const named = given === undefined ? standard?.id : typeof given === 'string' ? given : saved;
  const current = views.find(({ id }) => id === named);
  const kept = useMemo(() => stateOf(current), [current]);
  const state = isListState(given) ? given : kept;
  const isChanged = !isSame(state, kept);
  const open = useCallback(
    (view: SavedViewView | null) => {
      const without = standard === undefined ? undefined : plain;
      write({ view: view?.id ?? without, saved: undefined });
    },
    [write, standard],
  );
  const setState = useCallback(
    (next: ListState) => {
      if (!isSame(next, kept)) write({ view: next, saved: current?.id });
      else write({ view: current?.id ?? (standard ? plain : undefined), saved: undefined });
    },
    [write, kept, current?.id, standard],
  );
  return { list, state, setState, views, current, isChanged, open };
}

/** Any of the calls that write saved views. */
export function useSavedViewWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['saved_view'] });
}

const noViews: readonly SavedViewView[] = [];

/** An own default goes before one for everybody. */
function defaultOf(views: readonly SavedViewView[]): SavedViewView | undefined {
  const defaults = views.filter(({ isDefault }) => isDefault);
  return defaults.find(({ isShared }) => !isShared) ?? defaults[0];
}

function stateOf(view: SavedViewView | undefined): ListState {
  return view && isListState(view.state) ? view.state : plainListState;
}

function isSame(a: ListState, b: ListState): boolean {
  const text = ({ search, filters, sort, columns, density }: ListState) =>
    JSON.stringify([search, filters, sort, columns, density]);
  return text(a) === text(b);
}
