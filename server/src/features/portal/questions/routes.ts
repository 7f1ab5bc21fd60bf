import { portalQuestions } from '@evenkeel/contract/portal/questions';
import { implement } from '../../../platform/http/implement.ts';
import { presentPortalQuestion } from './presenter.ts';
import * as service from './service.ts';

export const portalQuestionRoutes = implement(portalQuestions, {
  list: async ({ scope, params }) => ({
    rows: (await service.listQuestions(scope, params.projectId)).map(presentPortalQuestion),
  }),
  ask: async ({ scope, params, body }) => ({
    id: await service.ask(scope, params.projectId, body.question),
  }),
});
