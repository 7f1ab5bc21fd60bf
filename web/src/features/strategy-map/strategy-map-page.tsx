import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { goalTabs } from '../../lib/goal-tabs.ts';
import { readerToday } from '../../ui/format/date.ts';
import { useAddressState } from '../../ui/navigation/use-address-state.ts';
import { Page } from '../../ui/page/page.tsx';
import { EmptyState } from '../../ui/states/empty-state.tsx';
import { Loaded } from '../../ui/states/loaded.tsx';
import { LoadingState } from '../../ui/states/loading-state.tsx';
import { useGoalMatrix } from '../goal-matrix/api.ts';
import { useInitiatives } from '../initiatives/api.ts';
import { useAllObjectives, useKpis } from '../kpis/api.ts';
import { useClientProjects } from '../projects/api.ts';
import { MapList } from './components/map-list.tsx';
import { lateWork, strategyMap } from './model.ts';

/** The library that draws is fetched with the picture only. */
const MapPicture = lazy(() =>
  import('./components/map-picture.tsx').then((module) => ({ default: module.MapPicture })),
);

type View = 'picture' | 'list';
const isView = (value: unknown): value is View => value === 'picture' || value === 'list';

/** Goals, objectives, initiatives and client projects in lanes, as a picture and as a list. */
export function StrategyMapPage() {
  const [view, setView] = useAddressState<View>('view', 'picture', isView);
  const matrix = useGoalMatrix('all');
  const objectives = useAllObjectives();
  const kpis = useKpis();
  const initiatives = useInitiatives();
  const clientProjects = useClientProjects();
  const map = useMemo(
    () =>
      matrix.data &&
      strategyMap(matrix.data, objectives.data?.rows ?? [], {
        kpis: kpis.data?.rows ?? [],
        late: lateWork([...(initiatives.data?.rows ?? []), ...clientProjects.rows], readerToday()),
      }),
    [matrix.data, objectives.data, kpis.data, initiatives.data, clientProjects.rows],
  );
  return (
    <Page
      title="Goals"
      layout="fill"
      tabs={goalTabs('map')}
      toolbar={
        <SegmentedControl
          aria-label="How the map is shown"
          value={view}
          onChange={(value) => isView(value) && setView(value)}
          data={[
            { value: 'picture', label: 'Picture' },
            { value: 'list', label: 'List' },
          ]}
        />
      }
    >
      <Loaded found={{ ...matrix, data: map }} what="the strategy map">
        {(shown) =>
          shown.entries.length === 0 ? (
            <EmptyState title="Nothing to draw yet">
              The map shows goals, their objectives, and the work that serves them.
            </EmptyState>
          ) : view === 'list' ? (
            <MapList map={shown} />
          ) : (
            <Suspense fallback={<LoadingState what="the picture" />}>
              <MapPicture map={shown} />
            </Suspense>
          )
        }
      </Loaded>
    </Page>
  );
}
