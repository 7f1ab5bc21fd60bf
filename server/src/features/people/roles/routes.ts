import { roles } from '@evenkeel/contract/people';
import { implement } from '../../../platform/http/implement.ts';
import { canSeeRates } from '../policy.ts';
import { presentRole } from './presenter.ts';
import * as service from './service.ts';

export const roleRoutes = implement(roles, {
  list: async ({ scope }) => {
    const withRates = canSeeRates(scope.actor);
    const rows = await service.listRoles(scope);
    return { rows: rows.map((role) => presentRole(role, { withRates })) };
  },
  create: async ({ scope, body }) =>
    presentRole(await service.createRole(scope, body), { withRates: true }),
  update: async ({ scope, params, body, version }) =>
    presentRole(await service.updateRole(scope, params.id, version, body), { withRates: true }),
  remove: async ({ scope, params }) => {
    await service.removeRole(scope, params.id);
    return {};
  },
});
