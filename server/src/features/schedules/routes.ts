import { schedules } from '@evenkeel/contract/schedules';
import { implement } from '../../platform/http/implement.ts';
import { presentMove, presentPlan, presentSchedule } from './presenter.ts';
import * as service from './service.ts';

export const scheduleRoutes = implement(schedules, {
  get: async ({ scope, params }) => presentSchedule(await service.readSchedule(scope, params.id)),
  plan: async ({ scope, query }) =>
    presentPlan(
      query.projectId
        ? await service.readLinkedPlan(scope, query.projectId)
        : await service.readWholePlan(scope),
    ),
  moves: async ({ scope, params, query }) => ({
    moves: (await service.readMoves(scope, params.id, query)).map(presentMove),
  }),
});
