import { z } from 'zod';
import { accountChange } from './accounts.ts';
import { dealChange } from './deals.ts';
import { done, endpoint } from './endpoint.ts';
import { goalChange } from './goals.ts';
import { initiativeChange } from './initiatives.ts';
import { clientProjectChange } from './projects.ts';
import { version } from './scalars.ts';

/** The kinds of record that are changed many at a time. */
export const bulkKinds = ['account', 'deal', 'goal', 'client-project', 'initiative'] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** Records to change, each on the version the caller saw and with a change of its own. */
function rowsOf<Change extends z.ZodType>(change: Change) {
  return z
    .array(z.object({ id: z.uuid(), version, change }))
    .min(1)
    .max(1_000);
}

/** Ids to move, each once. */
const ids = z.array(z.uuid()).min(1).max(1_000);

export const bulk = {
  update: endpoint({
    method: 'POST',
    path: '/api/v1/bulk/update',
    permission: 'write',
    summary:
      'Change many records of a kind, all or none. Those that cannot be changed are named, each with its reason.',
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('account'), rows: rowsOf(accountChange) }),
      z.object({ kind: z.literal('deal'), rows: rowsOf(dealChange) }),
      z.object({ kind: z.literal('goal'), rows: rowsOf(goalChange) }),
      z.object({ kind: z.literal('client-project'), rows: rowsOf(clientProjectChange) }),
      z.object({ kind: z.literal('initiative'), rows: rowsOf(initiativeChange) }),
    ]),
    /** The versions that were made, in the order of the request. */
    output: z.object({ rows: z.array(z.object({ id: z.uuid(), version })) }),
  }),
  remove: endpoint({
    method: 'POST',
    path: '/api/v1/bulk/remove',
    permission: 'write',
    summary: 'Move many records of a kind to the trash, all or none.',
    body: z.object({ kind: z.enum(bulkKinds), ids }),
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/bulk/restore',
    permission: 'write',
    summary: 'Take many records of a kind out of the trash, all or none.',
    body: z.object({ kind: z.enum(bulkKinds), ids }),
    output: done,
  }),
};
