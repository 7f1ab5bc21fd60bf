import {
  type ForecastResultView,
  type ForecastView,
  forecasts,
} from '@evenkeel/contract/forecasts';
import type { ProjectId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { Button, Progress, Switch } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { problemOf } from '../../../ui/form/problem.ts';
import { formatDate } from '../../../ui/format/date.ts';
import { formatNumber } from '../../../ui/format/number.ts';
import { TimeAgo } from '../../../ui/marks/values.tsx';
import { AppLink } from '../../../ui/navigation/app-link.tsx';
import { notifyFailed } from '../../../ui/notify/notify.tsx';
import { EmptyState } from '../../../ui/states/empty-state.tsx';
import { Loaded } from '../../../ui/states/loaded.tsx';
import { isUnderWay, useForecast, useForecastWrite } from '../api.ts';
import { basisText, isOver, isWanted, limitsText } from '../model.ts';
import styles from './forecast.module.css';
import { ForecastDrivers } from './forecast-drivers.tsx';
import { ForecastEnd } from './forecast-end.tsx';
import { ForecastMilestones } from './forecast-milestones.tsx';

type ForecastPanelProps = { readonly projectId: ProjectId; readonly mayWrite: boolean };

/** When a project will be done, how sure that is, and what drives it; made anew when the plan moves on. */
export function ForecastPanel({ projectId, mayWrite }: ForecastPanelProps) {
  const found = useForecast(projectId);
  return (
    <Loaded found={found} what="the forecast" shape="record">
      {(view) => <OpenForecast projectId={projectId} view={view} mayWrite={mayWrite} />}
    </Loaded>
  );
}

type OpenForecastProps = ForecastPanelProps & { readonly view: ForecastView };

function OpenForecast({ projectId, view, mayWrite }: OpenForecastProps) {
  const start = useForecastWrite(forecasts.start);
  const make = (isLevelled?: boolean) =>
    start.mutate(
      { params: { id: projectId }, body: isLevelled === undefined ? {} : { isLevelled } },
      { onError: (thrown) => notifyFailed({ message: problemOf(thrown).title }) },
    );
  // Once for each opening: a forecast that fails does not begin again and again.
  const isAsked = useRef(false);
  const isDue = mayWrite && isWanted(view);
  useEffect(() => {
    if (!isDue || isAsked.current) return;
    isAsked.current = true;
    make();
  });
  const { result } = view;
  return (
    <div className={styles['panel']}>
      <Standing projectId={projectId} view={view} mayWrite={mayWrite} onMake={make} />
      {result ? <Figures result={result} /> : null}
      {!result && !isUnderWay(view) && !mayWrite ? (
        <EmptyState title="No forecast yet">
          Somebody who may change the plan has to make it once.
        </EmptyState>
      ) : null}
    </div>
  );
}

function Figures({ result }: { readonly result: ForecastResultView }) {
  if (!result.end)
    return (
      <EmptyState title="Nothing to forecast">
        No task of this project has a place in time. Give one a day, a duration or a predecessor.
      </EmptyState>
    );
  if (isOver(result))
    return (
      <EmptyState title={`Done on ${formatDate(result.end.plannedOn)}`}>
        Every task that has a place in time is done: there is nothing left to forecast.
      </EmptyState>
    );
  return (
    <>
      <ForecastEnd result={result} end={result.end} />
      <ForecastMilestones tasks={result.tasks} />
      <ForecastDrivers drivers={result.drivers} />
      <p className={styles['basis']}>
        Spread: {basisText(result)} Tasks are taken to run over together as far as they did before
        (correlation {result.correlation.toFixed(2)}). {limitsText(result)}{' '}
        <AppLink href="/time/estimates" className={styles['link']}>
          How our estimates turned out
        </AppLink>
      </p>
    </>
  );
}

type StandingProps = OpenForecastProps & { readonly onMake: (isLevelled?: boolean) => void };

/** How fresh the figures are; while new ones are made, how far that is. */
function Standing({ projectId, view, mayWrite, onMake }: StandingProps) {
  const cancel = useForecastWrite(forecasts.cancel);
  const { result, done, samples } = view;
  if (isUnderWay(view))
    return (
      <div className={styles['standing']} role="status">
        <span>
          Trying how it may come out{view.isLevelled ? ' within people’s limits' : ''}:{' '}
          {formatNumber(done)} of {formatNumber(samples)} samples
        </span>
        <Progress
          className={styles['progress'] ?? ''}
          value={samples === 0 ? 0 : (100 * done) / samples}
          size="sm"
          aria-label="Progress of the forecast"
        />
        {mayWrite ? (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={() => cancel.mutate({ params: { id: projectId } })}
          >
            Stop
          </Button>
        ) : null}
      </div>
    );
  return (
    <div className={styles['standing']}>
      {view.state === 'failed' ? (
        <span className={styles['failed']}>{view.failure} The last figures are shown.</span>
      ) : null}
      {result ? (
        <span>
          Made <TimeAgo moment={result.madeAt} now={instant(new Date().toISOString())} /> from{' '}
          {formatNumber(result.samples)} samples of the whole plan
          {view.isOutdated ? '; the plan has changed since' : ''}
        </span>
      ) : null}
      {mayWrite ? (
        <Button variant="default" size="compact-xs" onClick={() => onMake()}>
          Make it anew
        </Button>
      ) : null}
      {result ? (
        <Switch
          className={styles['limits'] ?? ''}
          size="xs"
          label="People’s limits"
          checked={result.isLevelled}
          disabled={!mayWrite}
          onChange={(event) => onMake(event.currentTarget.checked)}
        />
      ) : null}
    </div>
  );
}
