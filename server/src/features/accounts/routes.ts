import { accounts } from '@evenkeel/contract/accounts';
import { implement } from '../../platform/http/implement.ts';
import { presentAccount, presentAccountRow } from './presenter.ts';
import * as service from './service.ts';

export const accountRoutes = implement(accounts, {
  list: async ({ scope, query }) => {
    const { rows, ...page } = await service.listAccounts(scope, query);
    return { rows: rows.map((row) => presentAccountRow(row, scope.today)), ...page };
  },
  get: async ({ scope, params }) =>
    presentAccount(await service.getAccount(scope, params.id), scope.today),
  create: async ({ scope, body }) =>
    presentAccount(await service.createAccount(scope, body), scope.today),
  update: async ({ scope, params, body, version }) =>
    presentAccount(await service.updateAccount(scope, params.id, version, body), scope.today),
  remove: async ({ scope, params }) => {
    await service.removeAccount(scope, params.id);
    return {};
  },
  restore: async ({ scope, params }) =>
    presentAccount(await service.restoreAccount(scope, params.id), scope.today),
});
