import { interactions } from '@evenkeel/contract/interactions';
import { implement } from '../../platform/http/implement.ts';
import { presentInteraction } from './presenter.ts';
import * as service from './service.ts';

export const interactionRoutes = implement(interactions, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listInteractions(scope, query);
    return { rows: rows.map(presentInteraction), ...page };
  },
  get: async ({ scope, params }) =>
    presentInteraction(await service.getInteraction(scope, params.id)),
  create: async ({ scope, body }) =>
    presentInteraction(await service.createInteraction(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentInteraction(await service.updateInteraction(scope, params.id, version, body)),
  setFollowUpDone: async ({ scope, params, body }) =>
    presentInteraction(await service.setFollowUpDone(scope, params.id, body.isDone)),
  remove: async ({ scope, params }) => {
    await service.removeInteraction(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentInteraction(await service.restoreInteraction(scope, params.id)),
  activity: async ({ scope, query }) => ({ rows: await service.salesActivity(scope, query) }),
});
