import { portalUploads } from '@evenkeel/contract/portal/uploads';
import { implement } from '../../../platform/http/implement.ts';
import * as service from './service.ts';

export const portalUploadRoutes = implement(portalUploads, {
  begin: ({ scope, params, body }) => service.begin(scope, params.projectId, body.byteSize),
  putPart: async ({ scope, params, body }) => {
    await service.putPart(scope, params, body);
    return {};
  },
});
