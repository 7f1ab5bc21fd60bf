import type { Id } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, version } from './scalars.ts';

/** Identity of a reason why deals are won or lost. */
export const dealReasonId = id<Id<'deal-reason'>>();
const params = z.object({ id: dealReasonId });
const name = z.string().trim().min(1, 'is needed').max(100, 'is longer than 100 characters');
/** Which outcomes have reasons. */
export const decidedOutcomes = ['won', 'lost'] as const;

/** Why deals are won or lost, with how many were. */
export const dealReasonView = z.object({
  id: dealReasonId,
  version,
  outcome: z.enum(decidedOutcomes),
  name: z.string(),
  isRetired: z.boolean().describe('No longer offered; deals decided for it keep it.'),
  dealCount: z.int(),
});
/** Why deals are won or lost. */
export type DealReasonView = z.infer<typeof dealReasonView>;

/** The reasons that are offered when a deal is won or lost. */
export const dealReasons = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/deal-reasons',
    permission: 'read',
    summary: 'Why deals are won and lost, by name.',
    output: z.object({ rows: z.array(dealReasonView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/deal-reasons',
    permission: 'write',
    summary: 'Add a reason.',
    body: z.object({ outcome: z.enum(decidedOutcomes), name }),
    output: dealReasonView,
  }),
  update: endpoint({
    method: 'PATCH',
    path: '/api/v1/deal-reasons/:id',
    permission: 'manage',
    summary: 'Rename a reason, or say whether it is still offered.',
    ifMatch: true,
    params,
    body: z.object({ name, isRetired: z.boolean() }).partial(),
    output: dealReasonView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/deal-reasons/:id',
    permission: 'manage',
    summary: 'Delete a reason for which no deal was decided.',
    params,
    output: done,
  }),
};
