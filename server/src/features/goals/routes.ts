import { goals } from '@evenkeel/contract/goals';
import { implement } from '../../platform/http/implement.ts';
import { presentGoal, presentGoalRow } from './presenter.ts';
import * as service from './service.ts';

export const goalRoutes = implement(goals, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listGoals(scope, query);
    return { rows: rows.map(presentGoalRow), ...page };
  },
  get: async ({ scope, params }) => presentGoal(await service.getGoal(scope, params.id)),
  create: async ({ scope, body }) => presentGoal(await service.createGoal(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentGoal(await service.updateGoal(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeGoal(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) => presentGoal(await service.restoreGoal(scope, params.id)),
});
