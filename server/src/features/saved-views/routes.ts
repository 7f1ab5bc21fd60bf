import { savedViews } from '@evenkeel/contract/saved-views';
import { implement } from '../../platform/http/implement.ts';
import { presentSavedView } from './presenter.ts';
import * as service from './service.ts';

export const savedViewRoutes = implement(savedViews, {
  list: async ({ scope, query }) => {
    const rows = await service.listViews(scope, query);
    return { rows: rows.map(presentSavedView) };
  },
  create: async ({ scope, body }) => presentSavedView(await service.createView(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentSavedView(await service.updateView(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeView(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentSavedView(await service.restoreView(scope, params.id)),
});
