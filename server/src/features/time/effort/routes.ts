import { effort } from '@evenkeel/contract/effort';
import { implement } from '../../../platform/http/implement.ts';
import { presentEffort } from './presenter.ts';
import * as service from './service.ts';

export const effortRoutes = implement(effort, {
  report: async ({ scope, query }) => {
    const { rows, isCut } = await service.readEffort(scope, query);
    return { rows: rows.map(presentEffort), isCut };
  },
});
