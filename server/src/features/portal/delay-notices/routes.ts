import { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import { implement } from '../../../platform/http/implement.ts';
import { presentNotice } from './presenter.ts';
import * as service from './service.ts';

export const portalDelayNoticeRoutes = implement(portalDelayNotices, {
  list: async ({ scope, params }) => ({
    rows: (await service.listNotices(scope, params.projectId)).map(presentNotice),
  }),
  answer: async ({ scope, params, body }) =>
    presentNotice(await service.answerNotice(scope, params, body)),
});
