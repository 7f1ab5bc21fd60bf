import type { CallInput } from '@evenkeel/contract/endpoint';
import { portalPromises } from '@evenkeel/contract/portal/promises';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

/** The dates that the reader was told. */
export function usePortalDates(projectId: ProjectId) {
  return useApi(
    portalPromises.list,
    { params: { projectId } },
    { subjects: ['promise', 'project', 'task'] },
  );
}

/** Why a date that the reader was told is what it is. */
export function usePortalDateTrace(
  projectId: ProjectId,
  query: NonNullable<CallInput<typeof portalPromises.why>['query']>,
) {
  return useApi(
    portalPromises.why,
    { params: { projectId }, query },
    { subjects: ['promise', 'delay_notice', 'decision', 'change_request', 'project', 'task'] },
  );
}
