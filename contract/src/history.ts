import type { MemberId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant, reference } from './scalars.ts';

/** The records that have a history of their own; what hangs on them is shown in theirs. */
export const historyRoots = [
  'workspace',
  'team',
  'skill',
  'role',
  'person',
  'member',
  'account',
  'contact',
  'lead',
  'product',
  'pipeline',
  'stage',
  'template',
  'deal',
  'strategic_plan',
  'goal',
  'kpi',
  'tactical_plan',
  'project',
  'action',
  'analysis_board',
  'insight',
  'scenario',
] as const;

/** One change: who, when, and each field from what to what, in words. */
export const changeView = z.object({
  id: z.string(),
  at: instant,
  by: reference<MemberId>().nullable(),
  source: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  subjectName: z.string().nullable(),
  action: z.enum(['create', 'update', 'delete']),
  fields: z.array(
    z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
});
export type ChangeView = z.infer<typeof changeView>;

export const history = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/changes',
    permission: 'read',
    summary: 'What changed on a record and on what hangs on it, newest first.',
    query: z.object({
      root: z.enum(historyRoots),
      rootId: z.uuid(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      before: z.string().regex(/^\d+$/, 'must be the id of a change').optional(),
    }),
    output: z.object({ rows: z.array(changeView), nextBefore: z.string().nullable() }),
  }),
};
