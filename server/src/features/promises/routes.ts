import { promises } from '@evenkeel/contract/promises';
import { implement } from '../../platform/http/implement.ts';
import { presentList, presentPromise, presentShownDate } from './presenter.ts';
import * as service from './service.ts';

export const promiseRoutes = implement(promises, {
  list: async ({ scope, query }) => presentList(await service.listPromises(scope, query)),
  tell: async ({ scope, params, body }) =>
    presentPromise(await service.tellPromise(scope, params.id, body)),
  asOf: async ({ scope, params, query }) => ({
    rows: (await service.listShownDates(scope, params.id, query.at)).map(presentShownDate),
  }),
});
