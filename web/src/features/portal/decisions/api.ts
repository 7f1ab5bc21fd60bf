import { portalDecisions } from '@evenkeel/contract/portal/decisions';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi, useApiWrite } from '../../../lib/queries.ts';

/** Decisions that the firm shows of a project. */
export function usePortalDecisions(projectId: ProjectId) {
  return useApi(
    portalDecisions.list,
    { params: { projectId } },
    { subjects: ['decision', 'project'] },
  );
}

export function useAcknowledge() {
  return useApiWrite(portalDecisions.acknowledge, { subjects: ['decision'] });
}
