import { accounts } from './accounts.ts';
import { balance } from './balance.ts';
import { comments } from './comments.ts';
import { dealParts } from './deal-parts.ts';
import { dealReasons } from './deal-reasons.ts';
import { dealReports } from './deal-reports.ts';
import { deals } from './deals.ts';
import { dependencies } from './dependencies.ts';
import { effort, timeStatements } from './effort.ts';
import { files, uploads } from './files.ts';
import { goals } from './goals.ts';
import { handOffs } from './hand-offs.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { benefits, costItems, initiativeCases, stakeholders } from './initiative-case.ts';
import { initiativeRanking } from './initiative-ranking.ts';
import { initiatives } from './initiatives.ts';
import { kpis } from './kpis.ts';
import { links } from './links.ts';
import { apiTokens, members } from './members.ts';
import { objectives } from './objectives.ts';
import { people, roles, teams } from './people.ts';
import { pipelines, stages } from './pipelines.ts';
import { plans } from './plans.ts';
import { previews } from './previews.ts';
import { products } from './products.ts';
import { projects } from './projects.ts';
import { contracts, quotes } from './quotes.ts';
import { recurrences } from './recurrences.ts';
import { sample } from './sample.ts';
import { savedViews } from './saved-views.ts';
import { search } from './search.ts';
import { skills } from './skills.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { time, timer } from './time.ts';
import { timesheets } from './timesheets.ts';
import { trash } from './trash.ts';
import { workspaces } from './workspaces.ts';

/** The table of contents of the API: every noun with its endpoints. */
export const api = {
  accounts,
  apiTokens,
  balance,
  comments,
  benefits,
  costItems,
  contracts,
  dealParts,
  dealReasons,
  dealReports,
  deals,
  dependencies,
  files,
  effort,
  goals,
  handOffs,
  history,
  identity,
  imports,
  initiativeCases,
  initiativeRanking,
  initiatives,
  kpis,
  links,
  members,
  objectives,
  people,
  pipelines,
  plans,
  previews,
  products,
  projects,
  recurrences,
  quotes,
  roles,
  sample,
  savedViews,
  search,
  stages,
  stakeholders,
  skills,
  tasks,
  teams,
  templates,
  time,
  timeStatements,
  timer,
  timesheets,
  trash,
  uploads,
  workspaces,
};
