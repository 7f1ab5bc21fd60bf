import { initiatives } from '@evenkeel/contract/initiatives';
import { implement } from '../../platform/http/implement.ts';
import { presentInitiative, presentInitiativeRow } from './presenter.ts';
import * as service from './service.ts';

export const initiativeRoutes = implement(initiatives, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listInitiatives(scope, query);
    return { rows: rows.map((row) => presentInitiativeRow(row, scope.today)), ...page };
  },
  get: async ({ scope, params }) =>
    presentInitiative(await service.getInitiative(scope, params.id), scope.today),
  create: async ({ scope, body }) =>
    presentInitiative(await service.createInitiative(scope, body), scope.today),
  update: async ({ scope, params, body, version }) =>
    presentInitiative(await service.updateInitiative(scope, params.id, version, body), scope.today),
  move: async ({ scope, params, body, version }) => {
    const key = { id: params.id, version };
    return presentInitiative(await service.moveInitiative(scope, key, body), scope.today);
  },
  setGoals: async ({ scope, params, body }) =>
    presentInitiative(await service.setGoals(scope, params.id, body.goals), scope.today),
  remove: async ({ scope, params }) => {
    await service.removeInitiative(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentInitiative(await service.restoreInitiative(scope, params.id), scope.today),
});
