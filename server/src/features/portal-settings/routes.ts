import { portalSettings } from '@evenkeel/contract/portal-settings';
import { implement } from '../../platform/http/implement.ts';
import { presentSettings } from './presenter.ts';
import * as service from './service.ts';

export const portalSettingsRoutes = implement(portalSettings, {
  get: async ({ scope, params }) => presentSettings(await service.readSettings(scope, params.id)),
  update: async ({ scope, params, body, version }) =>
    presentSettings(await service.changeSettings(scope, { id: params.id, version }, body)),
  show: async ({ scope, params, body }) =>
    presentSettings(await service.show(scope, params.id, body)),
});
