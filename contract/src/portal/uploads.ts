import type { ProjectId, UploadId } from '@evenkeel/core/id';
import { z } from 'zod';
import { done, endpoint } from '../endpoint.ts';
import { partBytes, partPosition, uploadDraft, uploadView } from '../files.ts';
import { fileName, id } from '../scalars.ts';

/** A file that was sent whole and goes along with something that the client says. */
export const sentFile = z.object({ uploadId: id<UploadId>(), name: fileName });
/** A file that was sent whole and goes along with something that the client says. */
export type SentFile = z.infer<typeof sentFile>;

const projectId = id<ProjectId>();

/** Files of the client on their way: what they are put on comes with what the client says. */
export const portalUploads = {
  begin: endpoint({
    method: 'POST',
    path: '/api/v1/portal/projects/:projectId/uploads',
    permission: 'client',
    summary: 'Begin to send a file: says in how many parts of which size it goes.',
    params: z.object({ projectId }),
    body: uploadDraft,
    output: uploadView,
  }),
  putPart: endpoint({
    method: 'PUT',
    path: '/api/v1/portal/projects/:projectId/uploads/:id/parts/:position',
    permission: 'client',
    summary:
      'Send one part, from 0 on (the body, as application/octet-stream). It may be sent again.',
    params: z.object({
      projectId,
      id: id<UploadId>(),
      position: partPosition,
    }),
    body: partBytes,
    output: done,
  }),
};
