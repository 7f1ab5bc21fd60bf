import { roles } from '@evenkeel/contract/people';
import { implement } from '../../../platform/http/implement.ts';
import { presentRole } from './presenter.ts';
import * as service from './service.ts';

export const roleRoutes = implement(roles, {
  list: async ({ scope }) => {
    const found = await service.listRoles(scope);
    return { rows: found.roles.map((role) => presentRole({ role, rates: found.rates })) };
  },
  create: async ({ scope, body }) => presentRole(await service.createRole(scope, body)),
  update: async ({ scope, params, body, version }) =>
    presentRole(await service.updateRole(scope, params.id, version, body)),
  remove: async ({ scope, params }) => {
    await service.removeRole(scope, params.id);
    return {};
  },
  addRate: async ({ scope, params, body }) =>
    presentRole(await service.addRoleRate(scope, params.id, body)),
  correctRate: async ({ scope, params, body, version }) => {
    const rate = { roleId: params.id, rateId: params.rateId, version };
    return presentRole(await service.correctRoleRate(scope, rate, body));
  },
  removeRate: async ({ scope, params }) =>
    presentRole(await service.removeRoleRate(scope, params.id, params.rateId)),
});
