import type { AccountId, MemberId, ProjectId } from '@evenkeel/core/id';
import { portalAmounts } from '@evenkeel/core/projects/portal';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { portalFace } from '../branding.ts';
import { endpoint } from '../endpoint.ts';
import { currency, id, reference } from '../scalars.ts';

/** A project as the client's overview of their projects shows it. */
export const portalProjectLine = z.object({
  id: id<ProjectId>(),
  name: z.string(),
  account: reference<AccountId>(),
  isCompleted: z.boolean(),
});
/** A project as the client's overview of their projects shows it. */
export type PortalProjectLine = z.infer<typeof portalProjectLine>;

/** Who looks at the portal, at which firm, and which projects they may open. */
export const portalSession = z.object({
  member: z.object({ id: id<MemberId>(), name: z.string(), email: z.string() }),
  firm: portalFace.extend({ currency }),
  language: z.enum(portalLanguages),
  timeZone: z.string().describe("The reader's own, else the firm's."),
  isPreview: z.boolean().describe('Somebody of the firm looks on: nothing can be changed.'),
  projects: z.array(portalProjectLine),
});
/** Who looks at the portal. */
export type PortalSession = z.infer<typeof portalSession>;

/** A project as the client sees it. */
export const portalProject = portalProjectLine.extend({
  projectManager: z.string().nullable(),
  welcome: z.string().describe('What the firm says at the top.'),
  hasKickOff: z.boolean().describe('A kick-off plan is shared with the client.'),
  hasRatings: z.boolean().describe('The reader was asked how satisfied they are.'),
  shows: z.array(z.enum(portalAmounts)).describe('Amounts that the firm chose to show.'),
});
/** A project as the client sees it. */
export type PortalProject = z.infer<typeof portalProject>;

/** The portal of client users: what is marked visible to their account, and nothing else. */
export const portal = {
  session: endpoint({
    method: 'GET',
    path: '/api/v1/portal/session',
    permission: 'client',
    summary: 'Who looks at the portal, and the projects they may open.',
    output: portalSession,
  }),
  project: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId',
    permission: 'client',
    summary: 'A project as the client sees it.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: portalProject,
  }),
};
