import { allocations } from '@evenkeel/contract/allocations';
import { type ComparedRowsFilter, comparedHours } from '@evenkeel/contract/compared-hours';
import type { CallInput } from '@evenkeel/contract/endpoint';
import type { TentativeMeasure } from '@evenkeel/core/balance/input';
import type { PersonId, ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../lib/queries.ts';

/** Tables whose changes move one of the numbers. */
const subjects = [
  'allocation',
  'time_entry',
  'task',
  'assignment',
  'project',
  'person',
  'role',
  'team',
  'leave',
  'calendar',
  'calendar_exception',
];

/** Allocated, estimated and logged hours side by side. */
export function useComparedHours(
  query: NonNullable<CallInput<typeof comparedHours.view>['query']>,
) {
  return useApi(comparedHours.view, { query }, { subjects, keepPrevious: true });
}

/** The rows behind one of the numbers. */
export function useComparedRows(query: ComparedRowsFilter) {
  return useApi(comparedHours.rows, { query }, { subjects });
}

/** What allocations, tasks and open deals ask of each role in the next year. */
export function useDemand(tentative: TentativeMeasure) {
  const all = [...subjects, 'deal', 'deal_demand', 'stage'];
  return useApi(
    comparedHours.demand,
    { query: { tentative } },
    { subjects: all, keepPrevious: true },
  );
}

/** What a project has burnt and will burn; asked for by those only who may see money. */
export function useBurn(id: ProjectId) {
  const waits = ['client_duty', 'deliverable', 'deliverable_version', 'change_request'];
  const money = [...subjects, 'person_rate', 'role_rate', ...waits];
  return useApi(comparedHours.burn, { params: { id } }, { subjects: money });
}

/** Where the plan for people does not hold in the next half year. */
export function useOverAllocations(of: {
  readonly projectId?: ProjectId;
  readonly personId?: PersonId;
}) {
  return useApi(allocations.clashes, { query: of }, { subjects });
}
