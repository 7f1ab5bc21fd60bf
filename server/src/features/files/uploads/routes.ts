import { uploads } from '@evenkeel/contract/files';
import { implement } from '../../../platform/http/implement.ts';
import * as service from './service.ts';

export const uploadRoutes = implement(uploads, {
  begin: ({ scope, body }) => service.beginUpload(scope, body.byteSize),
  putPart: async ({ scope, params, body }) => {
    await service.putPart(scope, params.id, { position: params.position, content: body });
    return {};
  },
});
