import type { api } from '@evenkeel/contract';
import { accountRoutes } from './features/accounts/routes.ts';
import { dealRoutes } from './features/deals/routes.ts';
import { historyRoutes } from './features/history/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import type { Route } from './platform/http/implement.ts';

/** Every noun of the contract with its routes; a noun without routes does not compile. */
export const featureRoutes: { readonly [Noun in keyof typeof api]: readonly Route[] } = {
  accounts: accountRoutes,
  deals: dealRoutes,
  history: historyRoutes,
  search: searchRoutes,
};
