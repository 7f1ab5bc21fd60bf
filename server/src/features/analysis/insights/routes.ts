import { insights } from '@evenkeel/contract/analysis';
import { implement } from '../../../platform/http/implement.ts';
import { presentInsight } from './presenter.ts';
import * as service from './service.ts';

export const insightRoutes = implement(insights, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listInsights(scope, query);
    return { rows: rows.map(presentInsight), ...page };
  },
  create: async ({ scope, params, body }) =>
    presentInsight(await service.createInsight(scope, params.id, body)),
  update: async ({ scope, params, body, version }) =>
    presentInsight(await service.updateInsight(scope, { id: params.id, version }, body)),
  setLinks: async ({ scope, params, body }) =>
    presentInsight(await service.setInsightLinks(scope, params.id, body)),
  remove: async ({ scope, params }) => {
    await service.removeInsight(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentInsight(await service.restoreInsight(scope, params.id)),
});
