import { imageTypes } from '@evenkeel/core/files/image-type';
import type { FileId, ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { bytes, endpoint } from '../endpoint.ts';
import { id, instant } from '../scalars.ts';

/** A file that the client sees. */
export const portalFile = z.object({
  id: id<FileId>(),
  name: z.string(),
  byteSize: z.int(),
  imageType: z.enum(imageTypes).nullable(),
  author: z.string(),
  isOurs: z.boolean(),
  about: z.string().nullable().describe('The task it hangs on; null for the project as a whole.'),
  createdAt: instant,
});
/** A file that the client sees. */
export type PortalFile = z.infer<typeof portalFile>;

const params = z.object({ projectId: id<ProjectId>() });

/** Files that were marked visible. */
export const portalFiles = {
  list: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/files',
    permission: 'client',
    summary: 'The files of a project that the client sees, the latest first.',
    params,
    output: z.object({ rows: z.array(portalFile) }),
  }),
  content: endpoint({
    method: 'GET',
    path: '/api/v1/portal/files/:id/content',
    permission: 'client',
    summary: 'The bytes of a file, to keep; pictures also to be shown in place (`inline`).',
    params: z.object({ id: id<FileId>() }),
    query: z.object({ inline: z.enum(['true', 'false']).default('false') }),
    output: bytes,
  }),
};
