import { portalMeetings } from '@evenkeel/contract/portal/meetings';
import type { ProjectId } from '@evenkeel/core/id';
import { useApi } from '../../../lib/queries.ts';

export function usePortalMeetings(projectId: ProjectId) {
  return useApi(
    portalMeetings.list,
    { params: { projectId } },
    { subjects: ['meeting', 'meeting_attendee', 'agenda_item', 'project', 'client_access'] },
  );
}
