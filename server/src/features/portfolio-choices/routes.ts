import { portfolioChoices } from '@evenkeel/contract/portfolio-choices';
import { implement, type Route } from '../../platform/http/implement.ts';
import { presentDecision } from './decisions/presenter.ts';
import { presentChoice, presentFacts, presentListed } from './presenter.ts';
import * as service from './service.ts';

export const portfolioChoiceRoutes: Route[] = implement(portfolioChoices, {
  list: async ({ scope, query }) => {
    const before = query.cursor === undefined ? null : Number(query.cursor);
    const found = await service.listChoices(scope, { limit: query.limit, before });
    const nextCursor = found.nextBefore === null ? null : String(found.nextBefore);
    return {
      rows: found.rows.map((row) => presentListed(row, service.canSeeMoney(scope.actor))),
      nextCursor,
      total: found.total,
    };
  },
  create: async ({ scope, body }) =>
    presentChoice(await service.createChoice(scope, body), service.canSeeMoney(scope.actor)),
  get: async ({ scope, params }) =>
    presentChoice(await service.getChoice(scope, params.id), service.canSeeMoney(scope.actor)),
  update: async ({ scope, params, body, version }) =>
    presentChoice(
      await service.updateChoice(scope, { ...params, version }, body),
      service.canSeeMoney(scope.actor),
    ),
  facts: async ({ scope, params, query }) =>
    presentFacts(
      await service.getFacts(scope, params.id, query.as),
      service.canSeeMoney(scope.actor),
    ),
  setRule: async ({ scope, params, body }) =>
    presentChoice(await service.setRule(scope, params, body), service.canSeeMoney(scope.actor)),
  run: async ({ scope, params, body }) =>
    presentChoice(
      await service.requestRun(scope, params.id, body),
      service.canSeeMoney(scope.actor),
    ),
  cancel: async ({ scope, params }) =>
    presentChoice(await service.cancelRun(scope, params.id), service.canSeeMoney(scope.actor)),
  apply: async ({ scope, params, body }) =>
    presentChoice(
      await service.applyChoice(scope, params.id, body),
      service.canSeeMoney(scope.actor),
    ),
  takeBack: async ({ scope, params }) => {
    const { found, takenBack, changedSince } = await service.takeBack(scope, params.id);
    return {
      choice: presentChoice(found, service.canSeeMoney(scope.actor)),
      takenBack,
      changedSince,
    };
  },
  decisionsOf: async ({ scope, query }) => ({
    rows: (await service.listDecisions(scope, query)).map(presentDecision),
  }),
});
