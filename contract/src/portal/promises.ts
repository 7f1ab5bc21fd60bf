import { traceEnds } from '@evenkeel/core/decisions/date-trace';
import type { Id, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { shownDate } from '../promises.ts';
import { calendarDate, id, instant } from '../scalars.ts';

/** Why a date is what it is, as far as the reader may know: by what they were told (B10). */
export const portalDateTrace = z.object({
  day: calendarDate.nullable(),
  end: z.enum(traceEnds),
  steps: z.array(
    z.object({
      toldAt: instant,
      from: calendarDate.nullable(),
      to: calendarDate.nullable(),
      anchor: z
        .object({
          kind: z.enum(traceEnds),
          id: id<Id<string>>(),
          name: z.string().describe('Empty where it has no name that the reader knows.'),
        })
        .nullable(),
    }),
  ),
});
/** Why a date is what it is, as far as the reader may know. */
export type PortalDateTrace = z.infer<typeof portalDateTrace>;

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
  why: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/date-traces',
    permission: 'client',
    summary:
      'Why a date that you were told is what it is: back to a decision, an accepted change or notice, the order or the first plan.',
    params: z.object({ projectId: id<ProjectId>() }),
    query: z.object({ kind: z.enum(['task', 'client-project']), id: id<Id<string>>() }),
    output: portalDateTrace,
  }),
};
