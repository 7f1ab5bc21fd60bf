import {
  type AccuracyGrouping,
  estimateAccuracy,
  type ForecastView,
  forecasts,
} from '@evenkeel/contract/forecasts';
import type { ProjectId } from '@evenkeel/core/id';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { callApi } from '../../lib/api-client.ts';
import { apiKey, useApi, useApiWrite } from '../../lib/queries.ts';

/** While a forecast is made, it is asked so often how far it is. */
const pollMilliseconds = 400;

/** Tables whose changes make a forecast outdated. */
const subjects = ['task', 'dependency', 'assignment', 'project', 'calendar', 'leave', 'forecast'];

/** Whether a forecast is being made. */
export function isUnderWay({ state }: ForecastView): boolean {
  return state === 'queued' || state === 'running';
}

/** The forecast of a project; followed closely while it is made. */
export function useForecast(id: ProjectId): UseQueryResult<ForecastView> {
  const input = { params: { id } };
  return useQuery<ForecastView>({
    queryKey: apiKey(forecasts.get, input),
    queryFn: ({ signal }) => callApi(forecasts.get, input, signal),
    meta: { subjects },
    refetchInterval: ({ state }) =>
      state.data && isUnderWay(state.data) ? pollMilliseconds : false,
  });
}

/** Makes a forecast anew, or stops the one being made. */
export function useForecastWrite(endpoint: typeof forecasts.start | typeof forecasts.cancel) {
  return useApiWrite(endpoint, { subjects: ['forecast'] });
}

/** Makes the forecasts of all committed projects anew. */
export function useForecastAll() {
  return useApiWrite(forecasts.startAll, { subjects: ['forecast'] });
}

/** How estimates turned out, by kind of work. */
export function useAccuracy(by: AccuracyGrouping) {
  const written = ['task', 'time_entry', 'project'];
  return useApi(
    estimateAccuracy.list,
    { query: { by } },
    { subjects: written, keepPrevious: true },
  );
}

/** The finished tasks behind one kind of work. */
export function useAccuracyTasks(by: AccuracyGrouping, key: string) {
  return useApi(estimateAccuracy.tasks, { query: { by, key } }, { subjects: ['task'] });
}
