import type { CallInput, Endpoint, OutputOf } from '@evenkeel/contract/endpoint';
import { scenarios } from '@evenkeel/contract/scenarios';
import type { ScenarioId } from '@evenkeel/core/id';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { callApi } from '../../../lib/api-client.ts';
import { apiKey, useApi, useApiWrite } from '../../../lib/queries.ts';
import { balanceSubjects, reserveSubjects } from '../api.ts';

const own = ['scenario', 'scenario_change'];
/** Tables whose changes move a figure of a comparison. */
const compared = [...balanceSubjects, ...reserveSubjects, ...own, 'goal', 'goal_link'];

/** Tables whose changes move a date of a scenario. */
const datedSubjects = [
  'task',
  'dependency',
  'assignment',
  'project',
  'person',
  'leave',
  'calendar',
];

export function useScenarios() {
  return useApi(scenarios.list, {}, { subjects: own });
}

export function useScenario(id: ScenarioId) {
  return useApi(scenarios.get, { params: { id } }, { subjects: own });
}

/** Writes to scenarios; every browser that shows one hears of it. */
export function useScenarioWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: own });
}

/** Makes a scenario true: everything that shows figures is asked again. */
export function useApplyScenario() {
  return useApiWrite(scenarios.apply, { subjects: ['*'] });
}

/** The plan beside scenarios. A question, although it is asked with a body. */
export function useComparison(scenarioIds: readonly ScenarioId[]) {
  return useAsked(scenarios.compare, { body: { scenarioIds: [...scenarioIds] } }, compared);
}

/** The rows behind a figure of a scenario. */
export function useScenarioRows(input: CallInput<typeof scenarios.rows>) {
  return useAsked(scenarios.rows, input, compared);
}

/** Where tasks lie in a scenario; none is asked for without an id. */
export function useScenarioDates(id: ScenarioId | null) {
  // Not asked for while there is none.
  const input = { params: { id: id ?? ('' as ScenarioId) } };
  return useQuery<OutputOf<typeof scenarios.dates>>({
    queryKey: [...apiKey(scenarios.dates, input), 'dates'],
    queryFn: ({ signal }) => callApi(scenarios.dates, input, signal),
    meta: { subjects: [...own, ...datedSubjects] },
    enabled: id !== null,
  });
}

function useAsked<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  subjects: readonly string[],
) {
  return useQuery<OutputOf<E>>({
    queryKey: [...apiKey(endpoint, input), input.body ?? {}],
    queryFn: ({ signal }) => callApi(endpoint, input, signal),
    meta: { subjects },
    placeholderData: keepPreviousData,
  });
}
