import type {
  AccountId,
  Id,
  MemberId,
  PersonId,
  ProjectId,
  StatusReportId,
} from '@evenkeel/core/id';
import { healths } from '@evenkeel/core/projects/health';
import { longestCheckInLine } from '@evenkeel/core/status-reports/check-in';
import { reportReactions } from '@evenkeel/core/status-reports/reaction';
import { portalLanguages } from '@evenkeel/core/words/language';
import { z } from 'zod';
import { bytes, done, endpoint } from './endpoint.ts';
import { calendarDate, id, instant, longText, reference, version } from './scalars.ts';

const params = z.object({ id: id<StatusReportId>() });
const ofProject = z.object({ projectId: id<ProjectId>() });

/** What a report says, section by section: lines of plain text. */
export const reportText = z.object({
  standing: longText,
  done: longText,
  next: longText,
  needs: longText,
  decisions: longText,
  slips: longText,
  risks: longText,
});

/** What a client user said to a report with one touch. */
export const reactionView = z.object({
  member: reference<MemberId>(),
  reaction: z.enum(reportReactions),
});

/** A status report as lists show it: a draft, or sent. */
export const statusReportRow = z.object({
  id: id<StatusReportId>(),
  version,
  project: reference<ProjectId>(),
  account: reference<AccountId>().nullable(),
  weekFrom: calendarDate,
  weekTo: calendarDate,
  draftedOn: calendarDate,
  language: z.enum(portalLanguages),
  sentAt: instant.nullable().describe('Null for a draft.'),
  sentBy: reference<MemberId>().nullable(),
  reactions: z.array(reactionView),
});
/** A status report as lists show it. */
export type StatusReportRow = z.infer<typeof statusReportRow>;

/** A status report in its two voices. */
export const statusReportView = statusReportRow.extend({
  internalText: reportText.describe('For the team, in the language of the firm.'),
  clientText: reportText.describe('For the client, in their language, from what they can see.'),
  told: z
    .array(z.object({ id: z.string(), name: z.string(), on: calendarDate }))
    .describe('The dates that the client is told with it; sent, each is a promise.'),
  isPortalOpen: z.boolean().describe('Without an open portal the client can see nothing.'),
});
/** A status report in its two voices. */
export type StatusReportView = z.infer<typeof statusReportView>;

/** When the report of a project is drafted by itself, and who answers for it. */
export const reportPlanView = z.object({
  weekday: z.int().min(1).max(7).nullable().describe('ISO 8601, Monday 1; null for never.'),
  accountable: reference<PersonId>().nullable(),
});
/** When the report of a project is drafted by itself, and who answers for it. */
export type ReportPlanView = z.infer<typeof reportPlanView>;

/** Weekly reports to the client, drafted from the facts in two voices (CL-04, CL-16, B11). */
export const statusReports = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/status-reports',
    permission: 'read',
    summary: 'Status reports, the latest first: of one project, or of all.',
    query: z.object({ projectId: id<ProjectId>().optional() }),
    output: z.object({ rows: z.array(statusReportRow) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/v1/status-reports/:id',
    permission: 'read',
    summary: 'One status report in its two voices.',
    params,
    output: statusReportView,
  }),
  draft: endpoint({
    method: 'POST',
    path: '/api/v1/status-reports',
    permission: 'write',
    summary: 'Draft the report of a client project from the facts; answers an open draft anew.',
    body: z.object({ projectId: id<ProjectId>(), language: z.enum(portalLanguages).optional() }),
    output: statusReportView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/status-reports/:id',
    permission: 'write',
    summary: 'Change what a draft says.',
    ifMatch: true,
    params,
    body: z
      .object({ internalText: reportText.partial(), clientText: reportText.partial() })
      .partial(),
    output: statusReportView,
  }),
  send: endpoint({
    method: 'POST',
    path: '/api/v1/status-reports/:id/send',
    permission: 'write',
    summary:
      'Send a draft to the client: portal and mail. The dates told become promises; it stays as it is.',
    ifMatch: true,
    params,
    output: statusReportView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/status-reports/:id',
    permission: 'write',
    summary: 'Throw a draft away. What was sent stays.',
    params,
    output: done,
  }),
  pdf: endpoint({
    method: 'GET',
    path: '/api/v1/status-reports/:id/pdf',
    permission: 'read',
    summary: "The client's text as a PDF page, in their language.",
    params,
    output: bytes,
  }),
  plan: endpoint({
    method: 'GET',
    path: '/api/v1/status-reports/plans/:projectId',
    permission: 'read',
    summary: 'When the report of a project is drafted by itself, and who answers for it.',
    params: ofProject,
    output: reportPlanView,
  }),
  setPlan: endpoint({
    method: 'PUT',
    path: '/api/v1/status-reports/plans/:projectId',
    permission: 'write',
    summary: 'Set the weekday on which the report is drafted, and who answers for it.',
    params: ofProject,
    body: z.object({
      weekday: z.int().min(1).max(7).nullable(),
      accountableId: id<PersonId>().nullable(),
    }),
    output: reportPlanView,
  }),
};

const line = z
  .string()
  .trim()
  .max(longestCheckInLine, `is longer than ${longestCheckInLine} characters`);
const checkInLines = {
  moved: line.min(1, 'is needed'),
  next: line.min(1, 'is needed'),
  obstacle: line,
};

/** The three lines of a week, by whoever answers for the project (PM-16). */
export const checkInView = z.object({
  ...checkInLines,
  id: id<Id<'check-in'>>(),
  weekFrom: calendarDate,
  by: z.string(),
  at: instant,
});
/** The three lines of a week. */
export type CheckInView = z.infer<typeof checkInView>;

/** Weekly progress check-ins with an accountable person (PM-16). */
export const checkIns = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/check-ins',
    permission: 'read',
    summary: 'Check-ins of a project, the latest first, and what the facts suggest for this week.',
    query: z.object({ projectId: id<ProjectId>() }),
    output: z.object({
      rows: z.array(checkInView),
      accountable: reference<PersonId>().nullable(),
      weekFrom: calendarDate.describe('Monday of this week.'),
      isDue: z.boolean().describe('Nobody has checked in this week.'),
      suggested: z.object({ moved: z.string(), next: z.string(), obstacle: z.string() }),
    }),
  }),
  give: endpoint({
    method: 'POST',
    path: '/api/v1/check-ins',
    permission: 'write',
    summary:
      "Check in for this week: three lines and the project's health. A second one replaces it.",
    body: z.object({ projectId: id<ProjectId>(), ...checkInLines, health: z.enum(healths) }),
    output: checkInView,
  }),
};
