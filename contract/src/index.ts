import { accounts } from './accounts.ts';
import { balance } from './balance.ts';
import { deals } from './deals.ts';
import { goals } from './goals.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { apiTokens, members } from './members.ts';
import { people, roles, teams } from './people.ts';
import { plans } from './plans.ts';
import { sample } from './sample.ts';
import { search } from './search.ts';
import { time, timer } from './time.ts';
import { workspaces } from './workspaces.ts';

/** The table of contents of the API: every noun with its endpoints. */
export const api = {
  accounts,
  apiTokens,
  balance,
  deals,
  goals,
  history,
  identity,
  imports,
  members,
  people,
  plans,
  roles,
  sample,
  search,
  teams,
  time,
  timer,
  workspaces,
};
