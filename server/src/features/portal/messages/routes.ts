import { portalMessages } from '@evenkeel/contract/portal/messages';
import { implement } from '../../../platform/http/implement.ts';
import * as service from './service.ts';

export const portalMessageRoutes = implement(portalMessages, {
  list: async ({ scope, params, query }) => {
    const { rows, hasMore } = await service.listMessages(scope, params.projectId, query);
    return { rows: rows.map(service.messageView), hasMore };
  },
  create: async ({ scope, params, body }) =>
    service.messageView(await service.writeMessage(scope, params.projectId, body)),
});
