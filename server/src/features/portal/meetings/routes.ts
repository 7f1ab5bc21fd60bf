import { portalMeetings } from '@evenkeel/contract/portal/meetings';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalMeeting } from './presenter.ts';
import { listMeetings } from './service.ts';

export const portalMeetingRoutes = implement(portalMeetings, {
  list: async ({ scope, params }) => {
    const { coming, past } = await listMeetings(scope, params.projectId);
    return { coming: coming.map(presentPortalMeeting), past: past.map(presentPortalMeeting) };
  },
});
