import { actions } from '@evenkeel/contract/actions';
import { implement } from '../../platform/http/implement.ts';
import { presentAction } from './presenter.ts';
import * as service from './service.ts';

export const actionRoutes = implement(actions, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listActions(scope, query);
    return { rows: rows.map((row) => presentAction(row, scope.today)), ...page };
  },
  get: async ({ scope, params }) =>
    presentAction(await service.getAction(scope, params.id), scope.today),
  create: async ({ scope, body }) =>
    presentAction(await service.createAction(scope, body), scope.today),
  update: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentAction(await service.updateAction(scope, key, body), scope.today);
  },
  remove: async ({ scope, params }) => {
    await service.removeAction(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentAction(await service.restoreAction(scope, params.id), scope.today),
});
