import { portalKickOffs } from '@evenkeel/contract/portal/kick-offs';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

const subjects = ['kick_off_item', 'client_duty', 'meeting', 'working_agreement', 'project'];

export function usePortalKickOff(projectId: ProjectId) {
  return useApi(
    portalKickOffs.get,
    { params: { projectId } },
    { subjects: [...subjects, 'client_access'] },
  );
}
