import type { ProjectId, StatusReportId } from '@evenkeel/core/id';
import { reportReactions } from '@evenkeel/core/status-reports/reaction';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { bytes, done, endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';
import { reportText } from '../status-reports.ts';

const params = z.object({ projectId: id<ProjectId>(), id: id<StatusReportId>() });

/** A report that was sent, as the client's list shows it. */
export const portalReportLine = z.object({
  id: id<StatusReportId>(),
  weekFrom: calendarDate,
  weekTo: calendarDate,
  sentAt: instant,
  sentBy: z.string().nullable(),
  ownReaction: z.enum(reportReactions).nullable(),
});
/** A report that was sent. */
export type PortalReportLine = z.infer<typeof portalReportLine>;

/** A report as the client reads it. */
export const portalReport = portalReportLine.extend({
  language: z.enum(portalLanguages).describe('In which it was written.'),
  text: reportText,
});
/** A report as the client reads it. */
export type PortalReport = z.infer<typeof portalReport>;

/** Status reports of a project, for its client. */
export const portalReports = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/reports',
    permission: 'client',
    summary: 'The reports that were sent, the latest first.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(portalReportLine) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/reports/:id',
    permission: 'client',
    summary: 'One report.',
    params,
    output: portalReport,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/reports/:id/pdf',
    permission: 'client',
    summary: 'One report as a PDF.',
    params,
    output: bytes,
  }),
  react: endpoint({
    method: 'PUT',
    path: '/api/v1/portal/projects/:projectId/reports/:id/reaction',
    permission: 'client',
    summary: 'Say something to a report with one touch, or take it back.',
    params,
    body: z.object({ reaction: z.enum(reportReactions).nullable() }),
    output: done,
  }),
};
