import type { SubjectKind } from '@evenkeel/core/subject';
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** The kinds of record that the search finds. */
export const searchKinds = [
  'account',
  'contact',
  'lead',
  'deal',
  'plan',
  'goal',
  'kpi',
  'initiative',
  'insight',
  'action',
  'client-project',
  'task',
  'person',
] as const satisfies readonly SubjectKind[];

export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id: z.string(),
  number: z.int().nullable(),
  name: z.string(),
  context: z.string().nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const search = {
  find: endpoint({
    method: 'GET',
    path: '/api/v1/search',
    permission: 'read',
    summary: 'Find anything by its name or number.',
    query: z.object({ query: z.string().trim().min(1).max(200) }),
    output: z.object({ rows: z.array(searchHit) }),
  }),
};
