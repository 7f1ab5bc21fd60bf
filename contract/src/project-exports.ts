import type { ProjectId } from '@evenkeel/core/id';
import { z } from 'zod';
import { bytes, endpoint } from './endpoint.ts';
import { id } from './scalars.ts';

/** A project as a file of another program. */
export const projectExports = {
  microsoftProject: endpoint({
    method: 'GET',
    path: '/api/v1/projects/:id/microsoft-project',
    permission: 'read',
    summary:
      'The project as a Microsoft Project XML file: phases, tasks, links, people, assignments, calendars, baselines.',
    params: z.object({ id: id<ProjectId>() }),
    output: bytes,
  }),
};
