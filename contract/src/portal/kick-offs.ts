import type { KickOffItemId, ProjectId } from '@evenkeel/core/id';
import { kickOffPhases, kickOffProofs } from '@evenkeel/core/kick-off/kick-off';
import { clientSides } from '@evenkeel/core/projects/client-side';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';

/** An item of the kick-off as the client reads it: a day only where they were told one. */
export const portalKickOffItem = z.object({
  id: id<KickOffItemId>(),
  phase: z.enum(kickOffPhases),
  name: z.string(),
  side: z.enum(clientSides),
  proof: z.enum(kickOffProofs),
  who: z.string().nullable(),
  isDone: z.boolean(),
  neededBy: calendarDate.nullable().describe('Of what they were asked for.'),
  meetingAt: instant.nullable().describe('Of the meeting, where they are invited to it.'),
});
/** An item of the kick-off as the client reads it. */
export type PortalKickOffItem = z.infer<typeof portalKickOffItem>;

/** The kick-off of a project, for its client. */
export const portalKickOffs = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/kick-off',
    permission: 'client',
    summary: 'What happens before, at and after the kick-off meeting, on both sides.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ items: z.array(portalKickOffItem), count: z.int(), doneCount: z.int() }),
  }),
};
