import { portalPromises } from '@evenkeel/contract/portal/promises';
import { implement } from '../../../platform/http/implement.ts';
import * as service from './service.ts';

export const portalPromiseRoutes = implement(portalPromises, {
  list: async ({ scope, params }) => {
    const dates = await service.listShownDates(scope, params.projectId);
    return { rows: dates.map((date) => ({ ...date, history: [...date.history] })) };
  },
  why: async ({ scope, params, query }) => {
    const { day, end, steps } = await service.traceDate(scope, params.projectId, query);
    return {
      day,
      end,
      steps: steps.map(({ at, from, to, anchor }) => ({ toldAt: at, from, to, anchor })),
    };
  },
});
