import type { Endpoint } from '@evenkeel/contract/endpoint';
import { milestones } from '@evenkeel/contract/milestones';
import type { ProjectId, TaskId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../lib/queries.ts';

const subjects = ['customer_metric', 'task', 'project'];

/** Milestones of a project, or one of them, with what is asked and measured there. */
export function useClientMilestones(
  of: { readonly projectId: ProjectId } | { readonly taskId: TaskId },
) {
  return useApi(milestones.list, { query: of }, { subjects });
}

/** Any of the calls that write what is asked or measured at a milestone. */
export function useMilestoneWrite<E extends Endpoint>(endpoint: E) {
  return useApiWrite(endpoint, { subjects: ['customer_metric', 'task'] });
}
