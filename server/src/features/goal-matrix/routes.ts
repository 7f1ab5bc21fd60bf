import { goalMatrix } from '@evenkeel/contract/goal-matrix';
import { implement } from '../../platform/http/implement.ts';
import { presentMatrix } from './presenter.ts';
import * as service from './service.ts';

export const goalMatrixRoutes = implement(goalMatrix, {
  get: async ({ scope, query }) => presentMatrix(await service.getMatrix(scope, query.kinds)),
  ofProject: async ({ scope, params }) => {
    const links = await service.goalsOfProject(scope, params.projectId);
    return {
      rows: links.map((link) => ({
        goal: { id: link.goal_id, name: link.name },
        strength: link.strength,
      })),
    };
  },
  set: async ({ scope, params, body }) => {
    await service.setStrength(scope, { ...params, ...body });
    return body;
  },
});
