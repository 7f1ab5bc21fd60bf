import { checkIns } from '@evenkeel/contract/status-reports';
import { implement } from '../../../platform/http/implement.ts';
import { presentCheckIn } from './presenter.ts';
import * as service from './service.ts';

export const checkInRoutes = implement(checkIns, {
  list: async ({ scope, query }) => {
    const { rows, ...rest } = await service.readCheckIns(scope, query.projectId);
    return { rows: rows.map(presentCheckIn), ...rest };
  },
  give: async ({ scope, body }) => presentCheckIn(await service.giveCheckIn(scope, body)),
});
