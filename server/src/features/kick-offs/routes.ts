import { kickOffs } from '@evenkeel/contract/kick-offs';
import { implement } from '../../platform/http/implement.ts';
import { presentItem, presentKickOff } from './presenter.ts';
import * as service from './service.ts';

export const kickOffRoutes = implement(kickOffs, {
  get: async ({ scope, params }) => presentKickOff(await service.readKickOff(scope, params.id)),
  begin: async ({ scope, params }) => presentKickOff(await service.beginKickOff(scope, params.id)),
  addItem: async ({ scope, params, body }) =>
    presentItem(await service.addItem(scope, params.id, body)),
  updateItem: async ({ scope, params, version, body }) =>
    presentItem(await service.updateItem(scope, { id: params.id, version }, body)),
  ask: async ({ scope, params, version, body }) =>
    presentItem(await service.askForItem(scope, { id: params.id, version }, body)),
  removeItem: async ({ scope, params }) => {
    await service.removeItem(scope, params.id);
    return {};
  },
});
