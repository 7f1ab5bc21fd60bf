import { portalSearches } from '@evenkeel/contract/portal/searches';
import { implement } from '../../../platform/http/implement.ts';
import { presentFind } from './presenter.ts';
import { find } from './service.ts';

export const portalSearchRoutes = implement(portalSearches, {
  find: async ({ scope, query }) => ({
    rows: (await find(scope, query)).map((record) => presentFind(record, query.query)),
  }),
});
