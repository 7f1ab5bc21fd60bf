import { portalStandings } from '@evenkeel/core/portal/standing';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { portalFace } from '../branding.ts';
import { endpoint } from '../endpoint.ts';
import { calendarDate } from '../scalars.ts';
import { portalPlannedStep } from './overviews.ts';

/** What a link shows without a login: how a project stands, its milestones and days. */
export const sharedStatusView = z.object({
  firm: portalFace,
  language: z.enum(portalLanguages),
  timeZone: z.string(),
  project: z.string(),
  account: z.string(),
  standing: z.enum(portalStandings),
  stepCount: z.int(),
  doneCount: z.int(),
  progress: z.int().nullable(),
  today: calendarDate.describe('The day that it is where the firm works.'),
  steps: z.array(portalPlannedStep),
});
/** What a link shows without a login. */
export type SharedStatusView = z.infer<typeof sharedStatusView>;

/** The status page behind a share link (U10). */
export const sharedStatuses = {
  show: endpoint({
    method: 'POST',
    path: '/api/v1/shared-status',
    permission: 'public',
    summary: 'How a project stands, for whoever has its link.',
    body: z.object({ token: z.string().min(20).max(200) }),
    output: sharedStatusView,
  }),
};
