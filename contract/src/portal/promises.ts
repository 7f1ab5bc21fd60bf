import type { ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { shownDate } from '../promises.ts';
import { id } from '../scalars.ts';

/** The dates that a client was told, with everything told before: from the promise ledger alone. */
export const portalPromises = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/promises',
    permission: 'client',
    summary: 'The dates that you were told, the nearest first.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: z.object({ rows: z.array(shownDate) }),
  }),
};
