import { starvation } from '@evenkeel/contract/starvation';
import { implement } from '../../platform/http/implement.ts';
import { presentOutlook, presentWarning } from './presenter.ts';
import * as service from './service.ts';

export const starvationRoutes = implement(starvation, {
  list: async ({ scope, query }) => ({
    rows: (await service.listWarnings(scope, query.mine === 'true')).map(presentWarning),
  }),
  outlook: async ({ scope, params }) => {
    const { outlook, names } = await service.findOutlook(scope, params.id);
    return { outlook: outlook && presentOutlook(outlook, names) };
  },
});
