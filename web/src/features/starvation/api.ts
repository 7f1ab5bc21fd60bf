import { starvation } from '@evenkeel/contract/starvation';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../lib/queries.ts';

/** Warnings that stand: all, or those of initiatives that you own or manage. */
export function useWarnings(mine: boolean) {
  const query = { mine: mine ? ('true' as const) : ('false' as const) };
  return useApi(starvation.list, { query }, { subjects: ['starvation_warning', 'project'] });
}

/** How an initiative stands today. */
export function useOutlook(id: ProjectId) {
  const subjects = ['time_entry', 'task', 'project', 'person'];
  return useApi(starvation.outlook, { params: { id } }, { subjects });
}
