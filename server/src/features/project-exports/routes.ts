import { Readable } from 'node:stream';
import { projectExports } from '@evenkeel/contract/project-exports';
import { implement, type Route } from '../../platform/http/implement.ts';
import { exportMspdi } from './service.ts';

export const projectExportRoutes: Route[] = implement(projectExports, {
  microsoftProject: async ({ scope, params, reply }) => {
    const { name, text } = await exportMspdi(scope, params.id);
    const bytes = Buffer.from(text);
    reply.header('content-type', 'application/xml; charset=utf-8');
    reply.header('content-length', String(bytes.byteLength));
    reply.header('content-disposition', `attachment; filename="${name}"`);
    reply.header('cache-control', 'private, no-store');
    return Readable.from([bytes]);
  },
});
