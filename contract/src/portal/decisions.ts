import type { DecisionId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';

/** A decision as the client reads it. */
export const portalDecision = z.object({
  id: id<DecisionId>(),
  number: z.int(),
  title: z.string(),
  rationale: z.string(),
  options: z.array(z.object({ name: z.string(), note: z.string(), isChosen: z.boolean() })),
  decidedOn: calendarDate,
  decidedBy: z.array(z.string()),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
});
/** A decision as the client reads it. */
export type PortalDecision = z.infer<typeof portalDecision>;

const params = z.object({ projectId: id<ProjectId>() });

/** Decisions that the firm shows, and the client's acknowledgement of them (CL-09). */
export const portalDecisions = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/decisions',
    permission: 'client',
    summary: 'Decisions on your project, those to acknowledge first.',
    params,
    output: z.object({ rows: z.array(portalDecision) }),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/decisions/:id/acknowledge',
    permission: 'client',
    summary: 'Say that you know of a decision.',
    params: params.extend({ id: id<DecisionId>() }),
    output: portalDecision,
  }),
};
