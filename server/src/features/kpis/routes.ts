import { kpis } from '@evenkeel/contract/kpis';
import { implement } from '../../platform/http/implement.ts';
import { presentKpi, presentKpiRow } from './presenter.ts';
import * as service from './service.ts';

export const kpiRoutes = implement(kpis, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listKpis(scope, query);
    return { rows: rows.map((row) => presentKpiRow(row, scope.today)), ...page };
  },
  due: async ({ scope, query }) => {
    const rows = await service.listDue(scope, query);
    return { rows: rows.map((row) => presentKpiRow(row, scope.today)) };
  },
  get: async ({ scope, params }) => presentKpi(await service.getKpi(scope, params.id), scope.today),
  create: async ({ scope, body }) => presentKpi(await service.createKpi(scope, body), scope.today),
  update: async ({ scope, params, body, version }) =>
    presentKpi(await service.updateKpi(scope, params.id, version, body), scope.today),
  setActual: async ({ scope, params, body }) =>
    presentKpi(await service.setActual(scope, params.id, { ...body, on: params.on }), scope.today),
  removeActual: async ({ scope, params }) =>
    presentKpi(await service.removeActual(scope, params.id, params.on), scope.today),
  setInterimTargets: async ({ scope, params, body }) =>
    presentKpi(await service.setInterimTargets(scope, params.id, body.targets), scope.today),
  remove: async ({ scope, params }) => {
    await service.removeKpi(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentKpi(await service.restoreKpi(scope, params.id), scope.today),
});
