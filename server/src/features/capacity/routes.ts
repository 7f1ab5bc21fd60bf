import { capacity } from '@evenkeel/contract/capacity';
import { implement } from '../../platform/http/implement.ts';
import { presentReasons, presentRow } from './presenter.ts';
import * as service from './service.ts';

export const capacityRoutes = implement(capacity, {
  list: async ({ scope, query }) => {
    const { people, periods, from, to } = await service.viewCapacity(scope, query);
    return { from, to, rows: people.map((person) => presentRow(person, periods)) };
  },
  reasons: async ({ scope, params, query }) =>
    presentReasons(await service.readReasons(scope, params.id, query)),
});
