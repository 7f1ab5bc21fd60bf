import { portal } from '@evenkeel/contract/portal/portal';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../lib/queries.ts';

/** Tables whose changes may alter what a client sees of their projects. */
const subjects = ['project', 'client_access', 'member', 'account', 'workspace'];

export function usePortalSession() {
  return useApi(portal.session, {}, { subjects });
}

export function usePortalProject(projectId: ProjectId) {
  return useApi(portal.project, { params: { projectId } }, { subjects });
}
