import { Readable } from 'node:stream';
import { portalExports } from '@evenkeel/contract/portal/exports';
import { zipped } from '../../../platform/files/zip.ts';
import { madeHeaders } from '../../../platform/http/download-headers.ts';
import { implement, type Platform, type Route } from '../../../platform/http/implement.ts';
import { exportProject } from './service.ts';

/** The export of a project, from the answers of `routes`; its bytes are read after it was answered. */
export function portalExportRoutes({ database }: Platform, routes: readonly Route[]): Route[] {
  return implement(portalExports, {
    download: async ({ scope, params, reply }) => {
      const made = await exportProject({ routes, database }, scope, params.projectId);
      for (const [name, value] of Object.entries(madeHeaders(made.name, 'application/zip')))
        reply.header(name, value);
      return Readable.from(zipped(made.entries, scope.now));
    },
  });
}
