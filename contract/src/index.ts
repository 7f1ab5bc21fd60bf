import { accounts } from './accounts.ts';
import { balance } from './balance.ts';
import { deals } from './deals.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { people, roles, teams } from './people.ts';
import { search } from './search.ts';
import { workspaces } from './workspaces.ts';

/** The table of contents of the API: every noun with its endpoints. */
export const api = {
  accounts,
  balance,
  deals,
  history,
  identity,
  people,
  roles,
  search,
  teams,
  workspaces,
};
