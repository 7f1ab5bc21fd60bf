import type { ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id } from '../scalars.ts';

/** What the search of the portal finds, each on a page of its own. */
export const portalFindKinds = [
  'project',
  'milestone',
  'need',
  'deliverable',
  'change',
  'delay-notice',
  'decision',
  'report',
  'meeting',
  'question',
  'message',
  'file',
] as const;
/** A kind of thing that the search of the portal finds. */
export type PortalFindKind = (typeof portalFindKinds)[number];

/** Something that the reader sees and that holds every word they look for. */
export const portalFind = z.object({
  kind: z.enum(portalFindKinds),
  id: z.string(),
  name: z.string().describe('Its name, or the beginning of what was said.'),
  excerpt: z.string().describe('The text round the words; empty where the name says it.'),
  project: z.object({ id: id<ProjectId>(), name: z.string() }),
});
/** Something that was found. */
export type PortalFind = z.infer<typeof portalFind>;

/** One box over everything that a client user sees. */
export const portalSearches = {
  find: endpoint({
    method: 'GET',
    path: '/api/v1/portal/search',
    permission: 'client',
    summary: 'Find what you see by the words in it: in one of your projects, or in all.',
    query: z.object({
      query: z.string().trim().min(1).max(200),
      projectId: id<ProjectId>().optional(),
    }),
    output: z.object({ rows: z.array(portalFind) }),
  }),
};
