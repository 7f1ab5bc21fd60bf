import { allocations, type PlannerView } from '@evenkeel/contract/allocations';
import { balance } from '@evenkeel/contract/balance';
import type { CallInput, Endpoint } from '@evenkeel/contract/endpoint';
import type { TentativeMeasure } from '@evenkeel/core/balance/input';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AllocationId } from '@evenkeel/core/id';
import { useQueryClient } from '@tanstack/react-query';
import { apiKey, useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = [
  'allocation',
  'allocation_skill',
  'person',
  'person_skill',
  'team',
  'role',
  'skill',
  'leave',
  'calendar',
  'project',
  'task',
  'assignment',
  'time_entry',
];

export type DayWindow = { readonly from: CalendarDate; readonly to: CalendarDate };

/** Everything the planner draws over some days. */
export function usePlannerView(days: DayWindow) {
  return useApi(allocations.planner, { query: days }, { subjects, keepPrevious: true });
}

/** Puts what a write has answered into the planner at once, before it is asked for again. */
export function usePatchPlanner(days: DayWindow) {
  const client = useQueryClient();
  return (patch: (view: PlannerView) => PlannerView) =>
    client.setQueryData<PlannerView>(apiKey(allocations.planner, { query: days }), (view) =>
      view ? patch(view) : view,
    );
}

/** Any of the calls that write allocations. */
export function useAllocationWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['allocation', 'allocation_skill'] });
}

/** One allocation; none is asked for without an id. */
export function useAllocation(id: AllocationId | null) {
  // Not asked for while there is none.
  const params = { id: id ?? ('' as AllocationId) };
  return useApi(allocations.get, { params }, { subjects, enabled: id !== null });
}

/** Where the plan for people does not hold. */
export function useClashes(query: CallInput<typeof allocations.clashes>['query'], enabled = true) {
  return useApi(
    allocations.clashes,
    { query: query ?? {} },
    { subjects, enabled, keepPrevious: true },
  );
}

/** Who could do some work, the best first. */
export function useFreePeople(
  query: NonNullable<CallInput<typeof allocations.freePeople>['query']>,
) {
  return useApi(allocations.freePeople, { query }, { subjects, keepPrevious: true });
}

/** Hours that open deals would take; none are asked for without a measure. */
export function useDealHours(days: DayWindow, measure: TentativeMeasure | null) {
  const query = {
    ...days,
    certainty: 'tentative',
    tentative: measure ?? 'weighted',
    limit: mostDealRows,
  } as const;
  const options = { subjects: dealSubjects, enabled: measure !== null, keepPrevious: true };
  return useApi(balance.rows, { query }, options);
}

const mostDealRows = 500;
const dealSubjects = ['deal', 'deal_demand', 'stage', 'role'];
