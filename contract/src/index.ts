import { accounts } from './accounts.ts';
import { deals } from './deals.ts';
import { history } from './history.ts';
import { search } from './search.ts';

/** The table of contents of the API: every noun with its endpoints. */
export const api = {
  accounts,
  deals,
  history,
  search,
};
