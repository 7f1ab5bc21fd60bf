import { delayNotices } from '@evenkeel/contract/delay-notices';
import { implement } from '../../platform/http/implement.ts';
import { presentNotice, presentRow, presentSlips } from './presenter.ts';
import * as service from './service.ts';

export const delayNoticeRoutes = implement(delayNotices, {
  list: async ({ scope, query }) => ({
    rows: (await service.listNotices(scope, query)).map(presentRow),
  }),
  get: async ({ scope, params }) => presentNotice(await service.getNotice(scope, params.id)),
  update: async ({ scope, params, version, body }) =>
    presentNotice(await service.updateNotice(scope, { id: params.id, version }, body)),
  send: async ({ scope, params, version }) =>
    presentNotice(await service.sendNotice(scope, { id: params.id, version })),
  withdraw: async ({ scope, params, version }) =>
    presentNotice(await service.withdrawNotice(scope, { id: params.id, version })),
  smallSlips: async ({ scope, params }) => ({
    rows: presentSlips(await service.readSmallSlips(scope, params.id)),
  }),
});
