import { balance } from '@evenkeel/contract/balance';
import { implement } from '../../platform/http/implement.ts';
import { presentAmounts, presentBalance } from './presenter.ts';
import { presentRows } from './rows/presenter.ts';
import { findRows } from './rows/service.ts';
import * as service from './service.ts';

export const balanceRoutes = implement(balance, {
  view: async ({ scope, query }) => presentBalance(await service.viewBalance(scope, query)),
  rows: async ({ scope, query }) => {
    const found = await findRows(scope, query);
    const { nextCursor, total } = found;
    const sum = presentAmounts(found.sum, found.showsMoney);
    return { rows: presentRows(found), nextCursor, total, sum };
  },
  see: async ({ scope }) => {
    await service.markSeen(scope);
    return {};
  },
  setTarget: async ({ scope, body, version }) => service.setTarget(scope, version, body),
});
