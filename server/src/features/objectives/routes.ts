import { objectives } from '@evenkeel/contract/objectives';
import { implement } from '../../platform/http/implement.ts';
import { presentObjective } from './presenter.ts';
import * as service from './service.ts';

export const objectiveRoutes = implement(objectives, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listObjectives(scope, query);
    return { rows: rows.map(presentObjective), ...page };
  },
  create: async ({ scope, body }) => presentObjective(await service.createObjective(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentObjective(await service.updateObjective(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeObjective(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentObjective(await service.restoreObjective(scope, params.id)),
});
