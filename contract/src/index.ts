import { accounts } from './accounts.ts';
import { actions } from './actions.ts';
import { allocations } from './allocations.ts';
import { analysisBoards, insights } from './analysis.ts';
import { balance } from './balance.ts';
import { baselines } from './baselines.ts';
import { brandings } from './branding.ts';
import { bulk } from './bulk.ts';
import { calendars } from './calendars.ts';
import { capacity } from './capacity.ts';
import { changeRequests } from './change-requests.ts';
import { clientDuties } from './client-duties.ts';
import { clientStakeholders } from './client-stakeholders.ts';
import { clientUsers } from './client-users.ts';
import { comments } from './comments.ts';
import { comparedHours } from './compared-hours.ts';
import { contactImports } from './contact-imports.ts';
import { contacts } from './contacts.ts';
import { customFields } from './custom-fields.ts';
import { customerGoals, customerInitiatives } from './customers.ts';
import { dealParts } from './deal-parts.ts';
import { dealReasons } from './deal-reasons.ts';
import { dealReports } from './deal-reports.ts';
import { deals } from './deals.ts';
import { decisions } from './decisions.ts';
import { delayNotices } from './delay-notices.ts';
import { deliverables } from './deliverables.ts';
import { dependencies } from './dependencies.ts';
import { duplicates } from './duplicates.ts';
import { effort, timeStatements } from './effort.ts';
import { files, uploads } from './files.ts';
import { estimateAccuracy, forecasts } from './forecasts.ts';
import { goalMatrix } from './goal-matrix.ts';
import { goals } from './goals.ts';
import { handOffs } from './hand-offs.ts';
import { history } from './history.ts';
import { identity } from './identity.ts';
import { imports } from './imports.ts';
import { inboundMail } from './inbound-mail.ts';
import {
  assumptions,
  benefits,
  costItems,
  initiativeCases,
  stakeholders,
} from './initiative-case.ts';
import { initiativeRanking } from './initiative-ranking.ts';
import { initiatives } from './initiatives.ts';
import { interactions } from './interactions.ts';
import { kickOffs } from './kick-offs.ts';
import { kpis } from './kpis.ts';
import { leadImports } from './lead-imports.ts';
import { leads } from './leads.ts';
import { leaves } from './leaves.ts';
import { levelling } from './levelling.ts';
import { links } from './links.ts';
import { calendarFeeds, meetings } from './meetings.ts';
import { apiTokens, members } from './members.ts';
import { milestones } from './milestones.ts';
import { mix, mixReviews } from './mix.ts';
import { notifications } from './notifications.ts';
import { objectives } from './objectives.ts';
import { people, roles, teams } from './people.ts';
import { pipelines, stages } from './pipelines.ts';
import { plans } from './plans.ts';
import { type PortalNouns, portalNouns } from './portal/nouns.ts';
import { portalSettings, shareLinks } from './portal-settings.ts';
import { portfolioChoices } from './portfolio-choices.ts';
import { previews } from './previews.ts';
import { products } from './products.ts';
import { projectExports } from './project-exports.ts';
import { projectHealth, projectPeople } from './project-people.ts';
import { projects } from './projects.ts';
import { promises } from './promises.ts';
import { publicHolidays } from './public-holidays.ts';
import { questions } from './questions.ts';
import { contracts, quotes } from './quotes.ts';
import { recurrences } from './recurrences.ts';
import { reserveLoans, ringFences } from './ring-fences.ts';
import { sample } from './sample.ts';
import { satisfaction } from './satisfaction.ts';
import { savedViews } from './saved-views.ts';
import { scenarios } from './scenarios.ts';
import { scheduleEdits } from './schedule-edits.ts';
import { schedules } from './schedules.ts';
import { search } from './search.ts';
import { skills } from './skills.ts';
import { soldProjects } from './sold-projects.ts';
import { starvation } from './starvation.ts';
import { checkIns, statusReports } from './status-reports.ts';
import { strategyBoard } from './strategy-board.ts';
import { tacticalPlans, tactics } from './tactical-plans.ts';
import { tags } from './tags.ts';
import { taskImports } from './task-imports.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { time, timer } from './time.ts';
import { timeline } from './timeline.ts';
import { timesheets } from './timesheets.ts';
import { trash } from './trash.ts';
import { whyLadder } from './why-ladder.ts';
import { wins } from './wins.ts';
import { workingAgreements } from './working-agreements.ts';
import { workspaces } from './workspaces.ts';

/** Written out, for the compiler infers no type of this length. */
/** Every noun by name. Written out, since the compiler does not write a type of this size by itself. */
type Nouns = PortalNouns & {
  readonly accounts: typeof accounts;
  readonly goalMatrix: typeof goalMatrix;
  readonly strategyBoard: typeof strategyBoard;
  readonly tacticalPlans: typeof tacticalPlans;
  readonly tactics: typeof tactics;
  readonly whyLadder: typeof whyLadder;
  readonly actions: typeof actions;
  readonly allocations: typeof allocations;
  readonly analysisBoards: typeof analysisBoards;
  readonly insights: typeof insights;
  readonly apiTokens: typeof apiTokens;
  readonly assumptions: typeof assumptions;
  readonly balance: typeof balance;
  readonly benefits: typeof benefits;
  readonly bulk: typeof bulk;
  readonly changeRequests: typeof changeRequests;
  readonly clientDuties: typeof clientDuties;
  readonly comments: typeof comments;
  readonly comparedHours: typeof comparedHours;
  readonly contactImports: typeof contactImports;
  readonly contacts: typeof contacts;
  readonly contracts: typeof contracts;
  readonly costItems: typeof costItems;
  readonly customFields: typeof customFields;
  readonly customerGoals: typeof customerGoals;
  readonly customerInitiatives: typeof customerInitiatives;
  readonly dealParts: typeof dealParts;
  readonly dealReasons: typeof dealReasons;
  readonly dealReports: typeof dealReports;
  readonly deals: typeof deals;
  readonly deliverables: typeof deliverables;
  readonly decisions: typeof decisions;
  readonly delayNotices: typeof delayNotices;
  readonly dependencies: typeof dependencies;
  readonly duplicates: typeof duplicates;
  readonly effort: typeof effort;
  readonly estimateAccuracy: typeof estimateAccuracy;
  readonly files: typeof files;
  readonly forecasts: typeof forecasts;
  readonly goals: typeof goals;
  readonly handOffs: typeof handOffs;
  readonly history: typeof history;
  readonly identity: typeof identity;
  readonly imports: typeof imports;
  readonly inboundMail: typeof inboundMail;
  readonly initiativeCases: typeof initiativeCases;
  readonly initiativeRanking: typeof initiativeRanking;
  readonly initiatives: typeof initiatives;
  readonly interactions: typeof interactions;
  readonly kpis: typeof kpis;
  readonly leadImports: typeof leadImports;
  readonly leads: typeof leads;
  readonly levelling: typeof levelling;
  readonly links: typeof links;
  readonly members: typeof members;
  readonly mix: typeof mix;
  readonly mixReviews: typeof mixReviews;
  readonly notifications: typeof notifications;
  readonly objectives: typeof objectives;
  readonly people: typeof people;
  readonly pipelines: typeof pipelines;
  readonly plans: typeof plans;
  readonly brandings: typeof brandings;
  readonly clientUsers: typeof clientUsers;
  readonly portalSettings: typeof portalSettings;
  readonly shareLinks: typeof shareLinks;
  readonly portfolioChoices: typeof portfolioChoices;
  readonly previews: typeof previews;
  readonly products: typeof products;
  readonly projectExports: typeof projectExports;
  readonly projectHealth: typeof projectHealth;
  readonly projectPeople: typeof projectPeople;
  readonly promises: typeof promises;
  readonly projects: typeof projects;
  readonly publicHolidays: typeof publicHolidays;
  readonly quotes: typeof quotes;
  readonly recurrences: typeof recurrences;
  readonly reserveLoans: typeof reserveLoans;
  readonly ringFences: typeof ringFences;
  readonly roles: typeof roles;
  readonly sample: typeof sample;
  readonly savedViews: typeof savedViews;
  readonly scenarios: typeof scenarios;
  readonly search: typeof search;
  readonly skills: typeof skills;
  readonly soldProjects: typeof soldProjects;
  readonly stages: typeof stages;
  readonly starvation: typeof starvation;
  readonly clientStakeholders: typeof clientStakeholders;
  readonly kickOffs: typeof kickOffs;
  readonly milestones: typeof milestones;
  readonly satisfaction: typeof satisfaction;
  readonly questions: typeof questions;
  readonly statusReports: typeof statusReports;
  readonly meetings: typeof meetings;
  readonly calendarFeeds: typeof calendarFeeds;
  readonly checkIns: typeof checkIns;
  readonly stakeholders: typeof stakeholders;
  readonly tags: typeof tags;
  readonly taskImports: typeof taskImports;
  readonly tasks: typeof tasks;
  readonly teams: typeof teams;
  readonly templates: typeof templates;
  readonly time: typeof time;
  readonly timeStatements: typeof timeStatements;
  readonly timeline: typeof timeline;
  readonly timer: typeof timer;
  readonly timesheets: typeof timesheets;
  readonly trash: typeof trash;
  readonly uploads: typeof uploads;
  readonly baselines: typeof baselines;
  readonly calendars: typeof calendars;
  readonly capacity: typeof capacity;
  readonly leaves: typeof leaves;
  readonly scheduleEdits: typeof scheduleEdits;
  readonly schedules: typeof schedules;
  readonly wins: typeof wins;
  readonly workingAgreements: typeof workingAgreements;
  readonly workspaces: typeof workspaces;
};

/** The table of contents of the API: every noun with its endpoints. */
export const api: Nouns = {
  ...portalNouns,
  goalMatrix,
  strategyBoard,
  leadImports,
  tacticalPlans,
  tactics,
  whyLadder,
  accounts,
  actions,
  allocations,
  analysisBoards,
  insights,
  apiTokens,
  assumptions,
  balance,
  bulk,
  changeRequests,
  clientDuties,
  comments,
  comparedHours,
  benefits,
  contactImports,
  contacts,
  contracts,
  costItems,
  customerGoals,
  customerInitiatives,
  dealParts,
  dealReasons,
  dealReports,
  customFields,
  deals,
  deliverables,
  decisions,
  delayNotices,
  dependencies,
  duplicates,
  effort,
  estimateAccuracy,
  files,
  forecasts,
  goals,
  handOffs,
  history,
  identity,
  imports,
  inboundMail,
  initiativeCases,
  initiativeRanking,
  initiatives,
  interactions,
  kpis,
  leads,
  levelling,
  links,
  members,
  mix,
  mixReviews,
  notifications,
  objectives,
  people,
  pipelines,
  plans,
  brandings,
  clientUsers,
  portalSettings,
  shareLinks,
  portfolioChoices,
  previews,
  products,
  projectExports,
  projectHealth,
  projectPeople,
  promises,
  projects,
  publicHolidays,
  quotes,
  recurrences,
  reserveLoans,
  ringFences,
  roles,
  sample,
  savedViews,
  scenarios,
  search,
  skills,
  soldProjects,
  stages,
  stakeholders,
  starvation,
  clientStakeholders,
  kickOffs,
  milestones,
  satisfaction,
  questions,
  statusReports,
  meetings,
  calendarFeeds,
  checkIns,
  tags,
  taskImports,
  tasks,
  teams,
  templates,
  time,
  timeline,
  timer,
  timesheets,
  timeStatements,
  trash,
  uploads,
  baselines,
  calendars,
  capacity,
  leaves,
  scheduleEdits,
  schedules,
  wins,
  workingAgreements,
  workspaces,
};
