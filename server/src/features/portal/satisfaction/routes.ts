import { portalSatisfactions } from '@evenkeel/contract/portal/satisfaction';
import { implement } from '../../../platform/http/implement.ts';
import { presentQuestion } from './presenter.ts';
import * as service from './service.ts';

export const portalSatisfactionRoutes = implement(portalSatisfactions, {
  list: async ({ scope, params }) => ({
    rows: (await service.listQuestions(scope, params.projectId)).map((row) =>
      presentQuestion(row, scope.now),
    ),
  }),
  answer: async ({ scope, params, body }) =>
    presentQuestion(
      await service.rateOnProject(scope, params, { ...body, channel: 'portal' }),
      scope.now,
    ),
});
