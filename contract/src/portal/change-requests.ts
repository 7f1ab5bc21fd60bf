import { agreementSides } from '@evenkeel/core/agreements/agreement';
import { changeStates } from '@evenkeel/core/change-requests/change-request';
import type { ChangeRequestId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import {
  calendarDate,
  id,
  instant,
  longText,
  minorUnits,
  recordName,
  version,
} from '../scalars.ts';

/** A change as the client sees it: what is wanted, and what it does to dates and price once sent. */
export const portalChange = z.object({
  id: id<ChangeRequestId>(),
  version,
  name: z.string(),
  wanted: z.string(),
  side: z.enum(agreementSides),
  isMine: z.boolean().describe('Whether the reader asked for it.'),
  askedBy: z.string(),
  createdAt: instant,
  state: z.enum(changeStates),
  shown: z
    .object({
      price: minorUnits.nullable(),
      endBefore: calendarDate.nullable(),
      endAfter: calendarDate.nullable(),
      milestones: z.array(
        z.object({
          name: z.string(),
          before: calendarDate.nullable(),
          after: calendarDate.nullable(),
        }),
      ),
    })
    .nullable(),
  sentAt: instant.nullable(),
  decidedAt: instant.nullable(),
  decidedBy: z.string(),
  reason: z.string(),
});
export type PortalChange = z.infer<typeof portalChange>;

const params = z.object({ projectId: id<ProjectId>() });
const oneParams = params.extend({ changeId: id<ChangeRequestId>() });

/** Change requests in the portal. */
export const portalChanges = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/changes',
    permission: 'client',
    summary: 'What the client asked to be different, and what the firm proposed.',
    params,
    output: z.object({ rows: z.array(portalChange) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/changes',
    permission: 'client',
    summary: 'Ask for a change.',
    params,
    body: z.object({ name: recordName, wanted: longText.default('') }),
    output: portalChange,
  }),
  decide: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/changes/:changeId/decision',
    permission: 'client',
    summary:
      'Accept a change, which is then made exactly as shown, or decline it. Where it would not be as shown any more it goes back to the firm.',
    ifMatch: true,
    params: oneParams,
    body: z.object({
      decision: z.enum(['accepted', 'declined']),
      reason: z.string().trim().max(5_000).default(''),
    }),
    output: portalChange,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/changes/:changeId/withdrawal',
    permission: 'client',
    summary: 'Withdraw a change that the reader asked for.',
    ifMatch: true,
    params: oneParams,
    output: portalChange,
  }),
};
