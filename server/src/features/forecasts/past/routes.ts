import { estimateAccuracy } from '@evenkeel/contract/forecasts';
import { implement } from '../../../platform/http/implement.ts';
import { presentAccuracy, presentBehind } from './presenter.ts';
import * as service from './service.ts';

export const estimateAccuracyRoutes = implement(estimateAccuracy, {
  list: async ({ scope, query }) => presentAccuracy(await service.readAccuracy(scope, query.by)),
  tasks: async ({ scope, query }) => ({
    rows: (await service.listBehind(scope, query.by, query.key)).map(presentBehind),
  }),
});
