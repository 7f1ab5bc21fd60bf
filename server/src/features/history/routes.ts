import { history } from '@evenkeel/contract/history';
import { implement } from '../../platform/http/implement.ts';
import { hasPermission } from '../../platform/http/permission.ts';
import { presentChange } from './presenter.ts';
import { readHistory } from './service.ts';

export const historyRoutes = implement(history, {
  list: async ({ scope, query }) => {
    const { changes, names, nextBefore } = await readHistory(scope, query);
    const withRates = hasPermission(scope.actor, 'manage');
    return {
      rows: changes.map((change) => presentChange(change, names, { withRates })),
      nextBefore,
    };
  },
});
