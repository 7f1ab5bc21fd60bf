import { whyLadder } from '@evenkeel/contract/why-ladder';
import { implement } from '../../platform/http/implement.ts';
import { presentLadders } from './presenter.ts';
import * as service from './service.ts';

export const whyLadderRoutes = implement(whyLadder, {
  get: async ({ scope }) => presentLadders(await service.getLadders(scope)),
  climb: async ({ scope, body }) => presentLadders(await service.climb(scope, body)),
  rewrite: async ({ scope, params, body, version }) =>
    presentLadders(await service.rewriteAnswer(scope, params.id, version, body.text)),
  takeOff: async ({ scope, params }) => presentLadders(await service.takeOffRung(scope, params.id)),
  merge: async ({ scope, body }) => presentLadders(await service.mergeAnswers(scope, body)),
});
