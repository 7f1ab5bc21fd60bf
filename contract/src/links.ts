import type { LinkId } from '@evenkeel/core/id';
import { linkReasonNames } from '@evenkeel/core/link-reason';
import { z } from 'zod';
import { done, endpoint } from './endpoint.ts';
import { id, instant, shortText, version } from './scalars.ts';
import { subjectLink, subjectQuery, subjectRef } from './subjects.ts';

const params = z.object({ id: id<LinkId>() });

/** A link between two records, as seen from one of them. */
export const linkView = z.object({
  id: id<LinkId>(),
  version,
  reason: z.enum(linkReasonNames),
  /** Whether the record it is seen from is the first of the two: the reason reads forth. */
  isForth: z.boolean(),
  note: z.string(),
  other: subjectLink,
  createdAt: instant,
});
export type LinkView = z.infer<typeof linkView>;

export const links = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/links',
    permission: 'read',
    summary: 'The records that one record is linked with, from either side.',
    query: z.object(subjectQuery),
    output: z.object({ rows: z.array(linkView) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/links',
    permission: 'write',
    summary: 'Link two records, with a word for why. Answered as seen from `from`.',
    body: z.object({
      from: subjectRef,
      to: subjectRef,
      reason: z.enum(linkReasonNames),
      note: shortText.optional(),
    }),
    output: linkView,
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/api/v1/links/:id',
    permission: 'write',
    summary: 'Take a link away; both records stay.',
    params,
    output: done,
  }),
  restore: endpoint({
    method: 'POST',
    path: '/api/v1/links/:id/restore',
    permission: 'write',
    summary: 'Put a link back that was taken away.',
    params,
    output: done,
  }),
};
