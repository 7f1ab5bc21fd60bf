import { likenessReasons } from '@evenkeel/core/duplicates/likeness';
import { mergeChoices, mergeFields, mergeKinds } from '@evenkeel/core/duplicates/merge';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { instant, version } from './scalars.ts';

const recordId = z.uuid('must be an id (UUID)');
const kind = z.enum(mergeKinds);
const pair = { kind, firstId: recordId, secondId: recordId };
const likeness = {
  score: z.int().min(0).max(100),
  reasons: z.array(z.enum(likenessReasons)),
};

const side = z.object({
  id: recordId,
  number: z.int(),
  name: z.string(),
  detail: z.string().describe('What tells it from others: website or e-mail, sector, account.'),
});

/** Two records that probably mean the same, with what says so. */
export const duplicatePair = z.object({ kind, ...likeness, first: side, second: side });
export type DuplicatePairView = z.infer<typeof duplicatePair>;

const field = z.enum([...mergeFields.account, ...mergeFields.contact]);
const value = z.union([z.string(), z.number(), z.boolean()]).nullable();

const compared = side.extend({
  version,
  createdAt: instant,
  moves: z.array(z.object({ what: z.string(), count: z.int() })).describe('What hangs on it.'),
});
export type ComparedRecord = z.infer<typeof compared>;

/** Two records side by side, with what is proposed for each field. */
export const comparison = z.object({
  kind,
  ...likeness,
  isDismissed: z.boolean(),
  first: compared,
  second: compared,
  proposedKeptId: recordId,
  fields: z.array(z.object({ field, first: value, second: value, proposed: z.enum(mergeChoices) })),
});
export type Comparison = z.infer<typeof comparison>;

export const duplicates = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/duplicates',
    permission: 'read',
    summary: 'Pairs of accounts and of contacts that probably mean the same, likeliest first.',
    output: z.object({ rows: z.array(duplicatePair) }),
  }),
  compare: endpoint({
    method: 'GET',
    path: '/api/v1/duplicates/:kind/:firstId/:secondId',
    permission: 'read',
    summary: 'Two records side by side, with what hangs on each and what is proposed to keep.',
    params: z.object(pair),
    output: comparison,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/api/v1/duplicates/merge',
    permission: 'write',
    summary:
      'Make two records one: everything that hangs on the second moves to the kept one, the second goes to the trash.',
    body: z.object({
      kind,
      keptId: recordId,
      keptVersion: version,
      mergedId: recordId,
      mergedVersion: version,
      take: z
        .array(z.object({ field, from: z.enum(['merged', 'both']) }))
        .max(40)
        .describe('Fields whose value comes from the merged record; the others stay.'),
    }),
    output: z.object({ keptId: recordId, moved: z.string() }),
  }),
  unmerge: endpoint({
    method: 'POST',
    path: '/api/v1/duplicates/unmerge',
    permission: 'write',
    summary:
      'Take a merge back while the merged record lies in the trash: what hung on it hangs on it again. What was changed since stays.',
    body: z.object({ kind, mergedId: recordId }),
    output: z.object({
      keptId: recordId,
      mergedId: recordId,
      left: z.int().describe('Rows that somebody has changed since, and that were left so.'),
    }),
  }),
  dismiss: endpoint({
    method: 'POST',
    path: '/api/v1/duplicates/dismiss',
    permission: 'write',
    summary: 'Say that two records do not mean the same; they are not proposed again.',
    body: z.object(pair),
    output: done,
  }),
  proposeAgain: endpoint({
    method: 'POST',
    path: '/api/v1/duplicates/propose-again',
    permission: 'write',
    summary: 'Take back that two records do not mean the same.',
    body: z.object(pair),
    output: done,
  }),
  mergedInto: endpoint({
    method: 'GET',
    path: '/api/v1/duplicates/merged/:kind/:id',
    permission: 'read',
    summary: 'The record that a merged one became part of; null when it was not merged.',
    params: z.object({ kind, id: recordId }),
    output: z.object({
      into: z.object({ id: recordId, name: z.string() }).nullable(),
      at: instant.nullable(),
    }),
  }),
};
