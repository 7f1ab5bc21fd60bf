import { changeRequests } from '@evenkeel/contract/change-requests';
import { implement } from '../../platform/http/implement.ts';
import { presentChange, presentEffect } from './presenter.ts';
import * as service from './service.ts';

export const changeRequestRoutes = implement(changeRequests, {
  list: async ({ scope, query }) => ({
    rows: (await service.listChanges(scope, query.projectId)).map(presentChange),
  }),
  create: async ({ scope, body }) => presentChange(await service.createChange(scope, 'ours', body)),
  update: async ({ scope, params, version, body }) =>
    presentChange(await service.updateChange(scope, { id: params.id, version }, body)),
  effect: async ({ scope, params }) => presentEffect(await service.previewEffect(scope, params.id)),
  send: async ({ scope, params, version }) =>
    presentChange(await service.sendChange(scope, { id: params.id, version })),
  close: async ({ scope, params, version, body }) =>
    presentChange(await service.closeChange(scope, { id: params.id, version }, body.reason)),
});
