import { clientStakeholders } from '@evenkeel/contract/client-stakeholders';
import { implement } from '../../platform/http/implement.ts';
import { presentStakeholder } from './presenter.ts';
import * as service from './service.ts';

export const clientStakeholderRoutes = implement(clientStakeholders, {
  list: async ({ scope, params }) => {
    const { rows, others } = await service.listStakeholders(scope, params.id);
    return { rows: rows.map((row) => presentStakeholder(row, scope.today)), others };
  },
  add: async ({ scope, params, body }) =>
    presentStakeholder(await service.addStakeholder(scope, params.id, body), scope.today),
  update: async ({ scope, params, version, body }) =>
    presentStakeholder(
      await service.updateStakeholder(scope, { id: params.id, version }, body),
      scope.today,
    ),
  remove: async ({ scope, params }) => {
    await service.removeStakeholder(scope, params.id);
    return {};
  },
});
