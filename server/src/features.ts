import type { api } from '@evenkeel/contract';
import { accountRoutes } from './features/accounts/routes.ts';
import { actionRoutes } from './features/actions/routes.ts';
import { insightRoutes } from './features/analysis/insights/routes.ts';
import { analysisBoardRoutes } from './features/analysis/routes.ts';
import { previewRoutes } from './features/balance/previews/routes.ts';
import { balanceRoutes } from './features/balance/routes.ts';
import { commentRoutes } from './features/comments/routes.ts';
import { contactRoutes } from './features/contacts/routes.ts';
import { customerInitiativeRoutes } from './features/customers/initiatives/routes.ts';
import { customerGoalRoutes } from './features/customers/routes.ts';
import { dealReportRoutes } from './features/deal-reports/routes.ts';
import { dealPartRoutes } from './features/deals/parts/routes.ts';
import { pipelineRoutes, stageRoutes } from './features/deals/pipelines/routes.ts';
import { dealReasonRoutes } from './features/deals/reasons/routes.ts';
import { dealRoutes } from './features/deals/routes.ts';
import { fileRoutes } from './features/files/routes.ts';
import { uploadRoutes } from './features/files/uploads/routes.ts';
import { goalMatrixRoutes } from './features/goal-matrix/routes.ts';
import { goalRoutes } from './features/goals/routes.ts';
import { soldProjectRoutes } from './features/hand-offs/carried/routes.ts';
import { handOffRoutes } from './features/hand-offs/routes.ts';
import { historyRoutes } from './features/history/routes.ts';
import type { Identity } from './features/identity/identity.ts';
import { identityRoutes } from './features/identity/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import {
  benefitRoutes,
  costItemRoutes,
  initiativeCaseRoutes,
  stakeholderRoutes,
} from './features/initiatives/case/routes.ts';
import { initiativeRankingRoutes } from './features/initiatives/ranking/routes.ts';
import { initiativeRoutes } from './features/initiatives/routes.ts';
import { interactionRoutes } from './features/interactions/routes.ts';
import { kpiRoutes } from './features/kpis/routes.ts';
import { leadRoutes } from './features/leads/routes.ts';
import { linkRoutes } from './features/links/routes.ts';
import { apiTokenRoutes } from './features/members/api-tokens/routes.ts';
import { memberRoutes } from './features/members/routes.ts';
import { objectiveRoutes } from './features/objectives/routes.ts';
import { roleRoutes } from './features/people/roles/routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { skillRoutes } from './features/people/skills/routes.ts';
import { teamRoutes } from './features/people/teams/routes.ts';
import { planRoutes } from './features/plans/routes.ts';
import { productRoutes } from './features/products/routes.ts';
import { projectHealthRoutes } from './features/projects/health/routes.ts';
import { projectPeopleRoutes } from './features/projects/people/routes.ts';
import { projectRoutes } from './features/projects/routes.ts';
import { contractRoutes } from './features/quotes/contracts/routes.ts';
import { quoteRoutes } from './features/quotes/routes.ts';
import { sampleRoutes } from './features/sample/routes.ts';
import { savedViewRoutes } from './features/saved-views/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { tacticalPlanRoutes } from './features/tactical-plans/routes.ts';
import { tacticRoutes } from './features/tactical-plans/tactics/routes.ts';
import { dependencyRoutes } from './features/tasks/dependencies/routes.ts';
import { recurrenceRoutes } from './features/tasks/recurrences/routes.ts';
import { taskRoutes } from './features/tasks/routes.ts';
import { templateRoutes } from './features/templates/routes.ts';
import { effortRoutes } from './features/time/effort/routes.ts';
import { timeRoutes } from './features/time/routes.ts';
import { timeStatementRoutes } from './features/time/statements/routes.ts';
import { timerRoutes } from './features/time/timer/routes.ts';
import { timesheetRoutes } from './features/time/timesheets/routes.ts';
import { timelineRoutes } from './features/timeline/routes.ts';
import { trashRoutes } from './features/trash/routes.ts';
import { whyLadderRoutes } from './features/why-ladder/routes.ts';
import { workspaceRoutes } from './features/workspaces/routes.ts';
import type { Platform, Route } from './platform/http/implement.ts';

const strategyRoutes = {
  goalMatrix: goalMatrixRoutes,
  goals: goalRoutes,
  kpis: kpiRoutes,
  objectives: objectiveRoutes,
  plans: planRoutes,
  tacticalPlans: tacticalPlanRoutes,
  tactics: tacticRoutes,
  whyLadder: whyLadderRoutes,
};

/** What was found out, and what is to be done about it. */
const analysisRoutes = {
  actions: actionRoutes,
  analysisBoards: analysisBoardRoutes,
  insights: insightRoutes,
};

/** Every noun of the contract with its routes; a noun without routes does not compile. */
export function featureRoutes(
  identity: Identity,
  platform: Platform,
): {
  readonly [Noun in keyof typeof api]: readonly Route[];
} {
  return {
    ...strategyRoutes,
    ...analysisRoutes,
    accounts: accountRoutes,
    apiTokens: apiTokenRoutes,
    balance: balanceRoutes,
    benefits: benefitRoutes,
    comments: commentRoutes,
    contacts: contactRoutes,
    contracts: contractRoutes,
    costItems: costItemRoutes,
    customerGoals: customerGoalRoutes,
    customerInitiatives: customerInitiativeRoutes,
    dealParts: dealPartRoutes,
    dealReasons: dealReasonRoutes,
    dealReports: dealReportRoutes,
    deals: dealRoutes,
    dependencies: dependencyRoutes,
    effort: effortRoutes,
    files: fileRoutes(platform),
    handOffs: handOffRoutes,
    history: historyRoutes,
    identity: identityRoutes(identity),
    imports: importRoutes,
    initiativeCases: initiativeCaseRoutes,
    initiativeRanking: initiativeRankingRoutes,
    initiatives: initiativeRoutes,
    interactions: interactionRoutes,
    leads: leadRoutes,
    links: linkRoutes,
    members: memberRoutes(identity),
    people: peopleRoutes,
    pipelines: pipelineRoutes,
    previews: previewRoutes,
    products: productRoutes,
    projectHealth: projectHealthRoutes,
    projectPeople: projectPeopleRoutes,
    projects: projectRoutes,
    quotes: quoteRoutes,
    recurrences: recurrenceRoutes,
    roles: roleRoutes,
    sample: sampleRoutes,
    savedViews: savedViewRoutes,
    search: searchRoutes,
    skills: skillRoutes,
    soldProjects: soldProjectRoutes,
    stages: stageRoutes,
    stakeholders: stakeholderRoutes,
    tasks: taskRoutes,
    teams: teamRoutes,
    templates: templateRoutes,
    time: timeRoutes,
    timeline: timelineRoutes,
    timer: timerRoutes,
    timesheets: timesheetRoutes,
    timeStatements: timeStatementRoutes,
    trash: trashRoutes,
    uploads: uploadRoutes,
    workspaces: workspaceRoutes(identity),
  };
}
