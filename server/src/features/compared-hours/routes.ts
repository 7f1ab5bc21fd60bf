import { comparedHours } from '@evenkeel/contract/compared-hours';
import { implement } from '../../platform/http/implement.ts';
import { presentBurn } from './burn/presenter.ts';
import { forecastBurn } from './burn/service.ts';
import { presentDemand } from './demand/presenter.ts';
import { findDemand } from './demand/service.ts';
import { presentCompared, presentRows } from './presenter.ts';
import { compareHours, findRows } from './service.ts';

export const comparedHoursRoutes = implement(comparedHours, {
  view: async ({ scope, query }) => presentCompared(await compareHours(scope, query)),
  rows: async ({ scope, query }) => presentRows(await findRows(scope, query)),
  demand: async ({ scope, query }) => presentDemand(await findDemand(scope, query)),
  burn: async ({ scope, params }) => presentBurn(await forecastBurn(scope, params.id)),
});
