import { dependencies } from '@evenkeel/contract/dependencies';
import { implement } from '../../../platform/http/implement.ts';
import { presentDependency } from './presenter.ts';
import * as service from './service.ts';

export const dependencyRoutes = implement(dependencies, {
  list: async ({ scope, query }) => ({
    rows: (await service.listDependencies(scope, query)).map((row) =>
      presentDependency(row, service.isBroken(row)),
    ),
  }),
  create: async ({ scope, body }) => {
    const row = await service.createDependency(scope, body);
    return presentDependency(row, service.isBroken(row));
  },
  update: async ({ scope, params, body, version }) => {
    const row = await service.updateDependency(scope, { id: params.id, version }, body);
    return presentDependency(row, service.isBroken(row));
  },
  remove: async ({ scope, params }) => {
    await service.removeDependency(scope, params.id);
    return {};
  },
});
