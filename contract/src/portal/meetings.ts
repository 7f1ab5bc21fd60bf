import type { MeetingId, ProjectId } from '@evenkeel/core/id';
import { attendeeParts, meetingStates } from '@evenkeel/core/meetings/meeting';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../scalars.ts';

/** A meeting as the client sees it. */
export const portalMeeting = z.object({
  id: id<MeetingId>(),
  name: z.string(),
  startsAt: instant,
  minutes: z.int(),
  timeZone: z.string(),
  place: z.string(),
  link: z.string(),
  state: z.enum(meetingStates),
  outcome: z.string(),
  attendees: z.array(z.object({ name: z.string(), part: z.enum(attendeeParts) })),
  agenda: z.array(z.object({ name: z.string(), minutes: z.int(), outcome: z.string() })),
});
/** A meeting as the client sees it. */
export type PortalMeeting = z.infer<typeof portalMeeting>;

/** Meetings of a project, for its client. */
export const portalMeetings = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/meetings',
    permission: 'client',
    summary: 'Meetings with agenda and outcome: those to come in order, then those that were.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ coming: z.array(portalMeeting), past: z.array(portalMeeting) }),
  }),
};
