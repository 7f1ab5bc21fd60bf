import { Readable } from 'node:stream';
import { portalFiles } from '@evenkeel/contract/portal/files';
import { contentHeaders } from '../../../platform/http/download-headers.ts';
import { implement, type Platform, type Route } from '../../../platform/http/implement.ts';
import { readBytes } from '../../files/service.ts';
import { presentFile } from './presenter.ts';
import * as service from './service.ts';

export function portalFileRoutes({ database }: Platform): readonly Route[] {
  return implement(portalFiles, {
    list: async ({ scope, params }) => ({
      rows: (await service.listFiles(scope, params.projectId)).map(presentFile),
    }),
    content: async ({ scope, params, query, reply }) => {
      const file = await service.getFile(scope, params.id);
      const headers = contentHeaders(file, query.inline === 'true');
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      return Readable.from(readBytes(database, scope.workspaceId, file.content_id));
    },
  });
}
