import { satisfaction } from '@evenkeel/contract/satisfaction';
import { implement } from '../../platform/http/implement.ts';
import { askNow } from './asking/service.ts';
import { presentReport } from './presenter.ts';
import { reportSatisfaction } from './service.ts';

export const satisfactionRoutes = implement(satisfaction, {
  report: async ({ scope, query }) =>
    presentReport(await reportSatisfaction(scope, query), scope.now),
  ask: async ({ scope, body }) => ({ askedCount: await askNow(scope, body) }),
});
