import type { ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { currency, id, minorUnits } from '../scalars.ts';

/** The amounts of a project that the firm chose to show; the others are null (U09). */
export const portalAmountsView = z.object({
  currency,
  price: minorUnits.nullable(),
  budgetedMinutes: z.int().nullable(),
  usedMinutes: z.int().nullable(),
});
/** The amounts of a project that the firm chose to show. */
export type PortalAmountsView = z.infer<typeof portalAmountsView>;

/** Price and hours, as far as the firm shows them. */
export const portalAmountSheets = {
  get: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/amounts',
    permission: 'client',
    summary: 'Price and hours of a project, as far as the firm shows them.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: portalAmountsView,
  }),
};
