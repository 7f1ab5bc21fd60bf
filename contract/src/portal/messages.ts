import type { CommentId, Id, ProjectId, StatusReportId } from '@evenkeel/core/id';
import { subjectKinds } from '@evenkeel/core/subject';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { id, instant } from '../scalars.ts';

/** What was said between firm and client. */
export const portalMessage = z.object({
  id: id<CommentId>(),
  body: z.string(),
  author: z.string(),
  isOurs: z.boolean().describe('Somebody of the firm wrote it.'),
  isOwn: z.boolean().describe('The reader wrote it.'),
  about: z
    .object({ kind: z.enum(subjectKinds), id: id<Id<string>>(), name: z.string() })
    .nullable()
    .describe('What it is about; null for the project as a whole.'),
  createdAt: instant,
  editedAt: instant.nullable(),
});
/** What was said between firm and client. */
export type PortalMessage = z.infer<typeof portalMessage>;

const params = z.object({ projectId: id<ProjectId>() });

/** Questions and answers. */
export const portalMessages = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/messages',
    permission: 'client',
    summary:
      'What was said on a project and its visible tasks, or on one report, the latest first.',
    params,
    query: z.object({
      before: instant.optional(),
      of: z
        .union([z.literal('project'), id<StatusReportId>()])
        .default('project')
        .describe('The talk on the project, or that on one report by its id.'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    output: z.object({ rows: z.array(portalMessage), hasMore: z.boolean() }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/messages',
    permission: 'client',
    summary:
      'Ask a question or answer, on the project, one of its visible tasks or a report that was sent.',
    params,
    body: z.object({
      body: z.string().trim().min(1).max(10_000),
      about: z
        .object({ kind: z.enum(subjectKinds), id: id<Id<string>>() })
        .nullable()
        .optional(),
    }),
    output: portalMessage,
  }),
};
