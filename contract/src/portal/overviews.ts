import type { Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { portalStandings } from '@evenkeel/core/portal/standing';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';
import { portalMessage } from './messages.ts';

/** What the client measures at a milestone, where the firm shows it (CR-21). */
export const portalMetric = z.object({
  name: z.string(),
  unit: z.string(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  measured: z.number().nullable(),
  measuredOn: calendarDate.nullable(),
  isReached: z.boolean(),
});
/** What the client measures at a milestone. */
export type PortalMetric = z.infer<typeof portalMetric>;

/** A milestone or task that the client sees; its day is the one they were told or asked for, never another. */
export const portalStep = z.object({
  id: id<TaskId>(),
  name: z.string(),
  isMilestone: z.boolean(),
  side: z.enum(['ours', 'client']),
  day: calendarDate
    .nullable()
    .describe('As promised, or as asked for on the client’s side; null when no day was told.'),
  doneOn: calendarDate.nullable(),
  isDone: z.boolean(),
  isLate: z.boolean().describe('The day has passed, and it is not done.'),
  metric: portalMetric.nullable(),
});
/** A milestone or task that the client sees. */
export type PortalStep = z.infer<typeof portalStep>;

/** A step with what came before it: days told earlier, and visible steps that it waits for. */
export const portalPlannedStep = portalStep.extend({
  earlierDays: z.array(calendarDate).describe('Other days told before this one, the first first.'),
  waitsFor: z
    .array(id<TaskId>())
    .describe('Visible steps by whose end this one is held, in the order of the plan.'),
});
/** A step with what came before it. */
export type PortalPlannedStep = z.infer<typeof portalPlannedStep>;

/** Something that is new or has changed since the reader looked last. */
export const portalNews = z.object({
  subject: z.string().describe('The kind of record, as the change record names it.'),
  id: id<Id<string>>(),
  what: z.enum(['new', 'changed', 'done']),
  name: z.string(),
  at: instant,
  by: z.string().nullable(),
});
/** Something that is new or has changed since the reader looked last. */
export type PortalNews = z.infer<typeof portalNews>;

/** Where a project stands, for its client. */
export const portalOverview = z.object({
  standing: z
    .enum(portalStandings)
    .describe('Against what was promised, from visible facts alone.'),
  lateCount: z.int(),
  stepCount: z.int(),
  doneCount: z.int(),
  progress: z.int().min(0).max(10_000).nullable().describe('Basis points; null without steps.'),
  next: z.array(portalStep).describe('What comes next, the earliest day first.'),
  needed: z.array(portalStep).describe('What the client is to do.'),
  messages: z.array(portalMessage).describe('The latest of what was said.'),
  since: instant.nullable().describe('When the reader looked last before this visit.'),
  news: z.array(portalNews),
});
/** Where a project stands, for its client. */
export type PortalOverview = z.infer<typeof portalOverview>;

const params = z.object({ projectId: id<ProjectId>() });

/** Where a project stands, what comes next, and what is new. */
export const portalOverviews = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/overview',
    permission: 'client',
    summary: 'Where a project stands, what comes next and what is new since the last visit.',
    params,
    output: portalOverview,
  }),
  look: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/look',
    permission: 'client',
    summary: 'Say that the reader is looking now: what came before is no news next time.',
    params,
    output: z.object({ since: instant.nullable() }),
  }),
  steps: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/steps',
    permission: 'client',
    summary: 'All milestones and tasks that the client sees, in the order of the plan.',
    params,
    output: z.object({
      today: calendarDate.describe('The day that it is where the firm works.'),
      rows: z.array(portalPlannedStep),
    }),
  }),
};
