import { portalAmountSheets } from '@evenkeel/contract/portal/amounts';
import { implement } from '../../../platform/http/implement.ts';
import { presentAmounts } from './presenter.ts';
import { readAmounts } from './service.ts';

export const portalAmountRoutes = implement(portalAmountSheets, {
  get: async ({ scope, params }) =>
    presentAmounts(await readAmounts(scope, params.projectId), scope.actor.currency),
});
