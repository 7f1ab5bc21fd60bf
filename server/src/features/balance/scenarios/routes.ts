import { scenarios } from '@evenkeel/contract/scenarios';
import { implement } from '../../../platform/http/implement.ts';
import { presentAmounts } from '../presenter.ts';
import { presentRows } from '../rows/presenter.ts';
import { applyScenario } from './applying/service.ts';
import { presentComparison } from './comparisons/presenter.ts';
import { compareScenarios, findScenarioRows } from './comparisons/service.ts';
import { scenarioDates } from './dates/service.ts';
import { presentRow, presentScenario } from './presenter.ts';
import * as service from './service.ts';

export const scenarioRoutes = implement(scenarios, {
  list: async ({ scope, query }) => ({
    rows: (await service.listScenarios(scope, query.search)).map(presentRow),
  }),
  create: async ({ scope, body }) => presentScenario(await service.createScenario(scope, body)),
  get: async ({ scope, params }) => presentScenario(await service.getScenario(scope, params.id)),
  update: async ({ scope, params, version, body }) =>
    presentScenario(await service.updateScenario(scope, { id: params.id, version }, body)),
  remove: async ({ scope, params }) => {
    await service.removeScenario(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentScenario(await service.restoreScenario(scope, params.id)),
  addChange: async ({ scope, params, body }) =>
    presentScenario(await service.addChange(scope, params.id, body.facts)),
  updateChange: async ({ scope, params, version, body }) => {
    const key = { scenarioId: params.id, id: params.changeId, version };
    return presentScenario(await service.updateChange(scope, key, body));
  },
  removeChange: async ({ scope, params }) => {
    const key = { scenarioId: params.id, id: params.changeId };
    return presentScenario(await service.removeChange(scope, key));
  },
  orderChanges: async ({ scope, params, body }) =>
    presentScenario(await service.orderChanges(scope, params.id, body.changeIds)),
  compare: async ({ scope, body }) => presentComparison(await compareScenarios(scope, body)),
  rows: async ({ scope, params, body }) => {
    const found = await findScenarioRows(scope, params.id, body);
    const sum = presentAmounts(found.sum, found.showsMoney);
    return { rows: presentRows(found), total: found.total, sum };
  },
  dates: async ({ scope, params }) => scenarioDates(scope, params.id),
  apply: async ({ scope, params, version, body }) =>
    presentScenario(await applyScenario(scope, { id: params.id, version }, body)),
});
