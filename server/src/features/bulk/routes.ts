import { bulk } from '@evenkeel/contract/bulk';
import { implement } from '../../platform/http/implement.ts';
import * as service from './service.ts';

export const bulkRoutes = implement(bulk, {
  update: async ({ scope, body }) => ({ rows: await service.updateMany(scope, body) }),
  remove: async ({ scope, body }) => {
    await service.removeMany(scope, body);
    return {};
  },
  restore: async ({ scope, body }) => {
    await service.restoreMany(scope, body);
    return {};
  },
});
