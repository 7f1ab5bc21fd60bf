import { questions } from '@evenkeel/contract/questions';
import { implement } from '../../platform/http/implement.ts';
import { presentQuestion } from './presenter.ts';
import * as service from './service.ts';

export const questionRoutes = implement(questions, {
  list: async ({ scope, query }) => {
    const { rows, expected } = await service.listQuestions(scope, query.projectId);
    return { rows: rows.map(presentQuestion), expected };
  },
  draft: async ({ scope, body }) => presentQuestion(await service.draftQuestion(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentQuestion(await service.updateQuestion(scope, { id: params.id, version }, body)),
  publish: async ({ scope, params, version }) =>
    presentQuestion(await service.publishQuestion(scope, { id: params.id, version })),
  dismiss: async ({ scope, params, version }) =>
    presentQuestion(await service.dismissQuestion(scope, { id: params.id, version })),
  dismissExpected: async ({ scope, body }) => {
    await service.dismissExpected(scope, body.projectId, body.key);
    return {};
  },
});
