import { Readable } from 'node:stream';
import { files } from '@evenkeel/contract/files';
import { contentHeaders } from '../../platform/http/download-headers.ts';
import { implement, type Platform, type Route } from '../../platform/http/implement.ts';
import { presentFile } from './presenter.ts';
import * as service from './service.ts';

/** The calls of files; their bytes are read after the call was answered. */
export function fileRoutes({ database }: Platform): Route[] {
  return implement(files, {
    list: async ({ scope, query }) => {
      const { rows, ...page } = await service.listFiles(scope, query);
      return { rows: rows.map(presentFile), ...page };
    },
    create: async ({ scope, body }) => presentFile(await service.createFile(scope, body)),
    content: async ({ scope, params, query, reply }) => {
      const named = await service.getFile(scope, params.id);
      const headers = contentHeaders(named.file, query.inline === 'true');
      for (const [name, value] of Object.entries(headers)) reply.header(name, value);
      return Readable.from(service.readContent(database, scope.actor, named.file));
    },
    update: async ({ scope, params, body, version }) =>
      presentFile(await service.updateFile(scope, { id: params.id, version }, body)),
    remove: async ({ scope, params }) => {
      await service.removeFile(scope, params.id);
      return {};
    },
    restore: async ({ scope, params }) => presentFile(await service.restoreFile(scope, params.id)),
  });
}
