import { approvalDecisions } from '@evenkeel/core/deliverables/deliverable';
import type { ApprovalId, DeliverableId, DeliverableVersionId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { deliverableFile, sha256 } from '../deliverables.ts';
import { endpoint } from '../endpoint.ts';
import { calendarDate, id, instant } from '../scalars.ts';

/** What one of the client's people said to a version. */
export const portalApproval = z.object({
  id: id<ApprovalId>(),
  contact: z.string(),
  isMine: z.boolean().describe('Whether the reader is who was asked.'),
  decision: z.enum(approvalDecisions).nullable(),
  reason: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string(),
  manifestHash: sha256.nullable(),
});
export type PortalApproval = z.infer<typeof portalApproval>;

/** A version of a deliverable as the client sees it. */
export const portalVersion = z.object({
  id: id<DeliverableVersionId>(),
  number: z.int(),
  note: z.string(),
  state: z.enum(['asked', 'rejected', 'approved']),
  askedAt: instant,
  dueOn: calendarDate.nullable(),
  decidedAt: instant.nullable(),
  files: z.array(deliverableFile),
  approvals: z.array(portalApproval),
});
export type PortalVersion = z.infer<typeof portalVersion>;

/** A deliverable as the client sees it: what they were asked to approve, and what they said. */
export const portalDeliverable = z.object({
  id: id<DeliverableId>(),
  name: z.string(),
  description: z.string(),
  state: z.enum(['asked', 'rejected', 'approved']),
  milestone: z.string().nullable(),
  versions: z.array(portalVersion).describe('The latest first.'),
});
export type PortalDeliverable = z.infer<typeof portalDeliverable>;

/** Deliverables in the portal: looked at, approved or rejected (CL-25, PM-20). */
export const portalDeliverables = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/deliverables',
    permission: 'client',
    summary: 'The deliverables of a project that the client was asked about.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(portalDeliverable) }),
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/approvals/:approvalId/decision',
    permission: 'client',
    summary: 'Approve a version, or reject it with the reason.',
    params: z.object({ projectId: id<ProjectId>(), approvalId: id<ApprovalId>() }),
    body: z.object({
      decision: z.enum(approvalDecisions),
      reason: z.string().trim().max(5_000).optional(),
    }),
    output: portalDeliverable,
  }),
};
