import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { instant } from './scalars.ts';

/** Kinds of records that can lie in the trash; each is taken out by its own `restore`. */
export const trashKinds = [
  'account',
  'contact',
  'lead',
  'customer-goal',
  'customer-initiative',
  'interaction',
  'deal',
  'plan',
  'goal',
  'objective',
  'kpi',
  'tactical-plan',
  'tactic',
  'initiative',
  'client-project',
  'task',
  'action',
  'analysis-board',
  'insight',
  'person',
  'product',
  'template',
  'time-entry',
  'allocation',
  'scenario',
  'file',
] as const;

/** Days that something stays in the trash before it is gone for good. */
export const trashDays = 30;

export const trashedRecord = z.object({
  kind: z.enum(trashKinds),
  id: z.uuid(),
  number: z.int().nullable(),
  name: z.string(),
  deletedAt: instant,
  note: z
    .string()
    .nullable()
    .describe('Why it lies here, where that is known: what it was merged into.'),
});
export type TrashedRecord = z.infer<typeof trashedRecord>;

export const trash = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/trash',
    permission: 'read',
    summary: 'What was deleted in the last 30 days and can be taken back, newest first.',
    query: z.object({ limit: z.coerce.number().int().min(1).max(1_000).default(500) }),
    output: z.object({ rows: z.array(trashedRecord) }),
  }),
};
