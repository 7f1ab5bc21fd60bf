import { handOffs } from '@evenkeel/contract/hand-offs';
import { implement } from '../../platform/http/implement.ts';
import { presentHandOff, presentHandOffRow } from './presenter.ts';
import * as service from './service.ts';

export const handOffRoutes = implement(handOffs, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listHandOffs(scope, query);
    return { rows: rows.map(presentHandOffRow), ...page };
  },
  get: async ({ scope, params, query }) =>
    presentHandOff(await service.getHandOff(scope, params.id, query)),
  accept: async ({ scope, params, body, version }) =>
    presentHandOff(await service.acceptHandOff(scope, params.id, version, body)),
  return: async ({ scope, params, body, version }) =>
    presentHandOff(await service.returnHandOff(scope, params.id, version, body.reason)),
  propose: async ({ scope, params, version }) =>
    presentHandOff(await service.proposeHandOff(scope, params.id, version)),
});
