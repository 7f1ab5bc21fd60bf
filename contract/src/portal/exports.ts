import type { ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { bytes, endpoint } from '../endpoint.ts';
import { id } from '../scalars.ts';

/** What a client takes along of a project. */
export const portalExports = {
  download: endpoint({
    method: 'GET',
    path: '/api/v1/portal/projects/:projectId/export',
    permission: 'client',
    summary:
      'Everything that you see of a project as a ZIP archive: what each page of the portal answers as JSON, lists also as CSV, and the files.',
    params: z.object({ projectId: id<ProjectId>() }),
    output: bytes,
  }),
};
