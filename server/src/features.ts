import type { api } from '@evenkeel/contract';
import { accountRoutes } from './features/accounts/routes.ts';
import { actionRoutes } from './features/actions/routes.ts';
import { workingAgreementRoutes } from './features/agreements/routes.ts';
import { allocationRoutes } from './features/allocations/routes.ts';
import { insightRoutes } from './features/analysis/insights/routes.ts';
import { analysisBoardRoutes } from './features/analysis/routes.ts';
import { previewRoutes } from './features/balance/previews/routes.ts';
import { balanceRoutes } from './features/balance/routes.ts';
import { scenarioRoutes } from './features/balance/scenarios/routes.ts';
import { baselineRoutes } from './features/baselines/routes.ts';
import { brandingRoutes } from './features/branding/routes.ts';
import { bulkRoutes } from './features/bulk/routes.ts';
import { publicHolidayRoutes } from './features/calendars/public-holidays/routes.ts';
import { calendarRoutes } from './features/calendars/routes.ts';
import { capacityRoutes } from './features/capacity/routes.ts';
import { changeRequestRoutes } from './features/change-requests/routes.ts';
import { clientDutyRoutes } from './features/client-duties/routes.ts';
import { clientStakeholderRoutes } from './features/client-stakeholders/routes.ts';
import { clientUserRoutes } from './features/client-users/routes.ts';
import { commentRoutes } from './features/comments/routes.ts';
import { comparedHoursRoutes } from './features/compared-hours/routes.ts';
import { contactImportRoutes } from './features/contact-imports/routes.ts';
import { contactRoutes } from './features/contacts/routes.ts';
import { customFieldRoutes } from './features/custom-fields/routes.ts';
import { customerInitiativeRoutes } from './features/customers/initiatives/routes.ts';
import { customerGoalRoutes } from './features/customers/routes.ts';
import { dealReportRoutes } from './features/deal-reports/routes.ts';
import { dealPartRoutes } from './features/deals/parts/routes.ts';
import { pipelineRoutes, stageRoutes } from './features/deals/pipelines/routes.ts';
import { dealReasonRoutes } from './features/deals/reasons/routes.ts';
import { dealRoutes } from './features/deals/routes.ts';
import { decisionRoutes } from './features/decisions/routes.ts';
import { delayNoticeRoutes } from './features/delay-notices/routes.ts';
import { deliverableRoutes } from './features/deliverables/routes.ts';
import { duplicateRoutes } from './features/duplicates/routes.ts';
import { fileRoutes } from './features/files/routes.ts';
import { uploadRoutes } from './features/files/uploads/routes.ts';
import { estimateAccuracyRoutes } from './features/forecasts/past/routes.ts';
import { forecastRoutes } from './features/forecasts/routes.ts';
import { goalMatrixRoutes } from './features/goal-matrix/routes.ts';
import { goalRoutes } from './features/goals/routes.ts';
import { soldProjectRoutes } from './features/hand-offs/carried/routes.ts';
import { handOffRoutes } from './features/hand-offs/routes.ts';
import { historyRoutes } from './features/history/routes.ts';
import type { Identity } from './features/identity/identity.ts';
import { identityRoutes } from './features/identity/routes.ts';
import { importRoutes } from './features/imports/routes.ts';
import { inboundMailRoutes, type MailOptions } from './features/inbound-mail/routes.ts';
import { type Handed, takeMail } from './features/inbound-mail/service.ts';
import {
  assumptionRoutes,
  benefitRoutes,
  costItemRoutes,
  initiativeCaseRoutes,
  stakeholderRoutes,
} from './features/initiatives/case/routes.ts';
import { initiativeRankingRoutes } from './features/initiatives/ranking/routes.ts';
import { initiativeRoutes } from './features/initiatives/routes.ts';
import { interactionRoutes } from './features/interactions/routes.ts';
import { kickOffRoutes } from './features/kick-offs/routes.ts';
import { kpiRoutes } from './features/kpis/routes.ts';
import { leadImportRoutes } from './features/lead-imports/routes.ts';
import { leadRoutes } from './features/leads/routes.ts';
import { leaveRoutes } from './features/leaves/routes.ts';
import { levellingRoutes } from './features/levelling/routes.ts';
import { linkRoutes } from './features/links/routes.ts';
import { calendarFeedRoutes, meetingRoutes } from './features/meetings/routes.ts';
import { apiTokenRoutes } from './features/members/api-tokens/routes.ts';
import { memberRoutes } from './features/members/routes.ts';
import { milestoneRoutes } from './features/milestones/routes.ts';
import { mixReviewRoutes, mixRoutes } from './features/mix-reviews/routes.ts';
import { notificationRoutes } from './features/notifications/routes.ts';
import { objectiveRoutes } from './features/objectives/routes.ts';
import { roleRoutes } from './features/people/roles/routes.ts';
import { peopleRoutes } from './features/people/routes.ts';
import { skillRoutes } from './features/people/skills/routes.ts';
import { teamRoutes } from './features/people/teams/routes.ts';
import { planRoutes } from './features/plans/routes.ts';
import { portalAgreementRoutes } from './features/portal/agreements/routes.ts';
import { portalAmountRoutes } from './features/portal/amounts/routes.ts';
import { portalChangeRoutes } from './features/portal/change-requests/routes.ts';
import { portalDecisionRoutes } from './features/portal/decisions/routes.ts';
import { portalDelayNoticeRoutes } from './features/portal/delay-notices/routes.ts';
import { portalDeliverableRoutes } from './features/portal/deliverables/routes.ts';
import { portalDutyRoutes } from './features/portal/duties/routes.ts';
import { portalExportRoutes } from './features/portal/exports/routes.ts';
import { portalFileRoutes } from './features/portal/files/routes.ts';
import { portalKickOffRoutes } from './features/portal/kick-offs/routes.ts';
import { portalMeetingRoutes } from './features/portal/meetings/routes.ts';
import { portalMessageRoutes } from './features/portal/messages/routes.ts';
import { portalNewsRoutes } from './features/portal/news/routes.ts';
import { portalOverviewRoutes } from './features/portal/overviews/routes.ts';
import { portalProfileRoutes } from './features/portal/profile/routes.ts';
import { portalPromiseRoutes } from './features/portal/promises/routes.ts';
import { portalQuestionRoutes } from './features/portal/questions/routes.ts';
import { portalReportRoutes } from './features/portal/reports/routes.ts';
import { portalRoutes } from './features/portal/routes.ts';
import { satisfactionLinkRoutes } from './features/portal/satisfaction/links/routes.ts';
import { portalSatisfactionRoutes } from './features/portal/satisfaction/routes.ts';
import { portalSearchRoutes } from './features/portal/searches/routes.ts';
import { sharedStatusRoutes } from './features/portal/shared/routes.ts';
import { portalUploadRoutes } from './features/portal/uploads/routes.ts';
import { portalSettingsRoutes } from './features/portal-settings/routes.ts';
import { shareLinkRoutes } from './features/portal-settings/share-links/routes.ts';
import { portfolioChoiceRoutes } from './features/portfolio-choices/routes.ts';
import { productRoutes } from './features/products/routes.ts';
import { projectExportRoutes } from './features/project-exports/routes.ts';
import { projectHealthRoutes } from './features/projects/health/routes.ts';
import { projectPeopleRoutes } from './features/projects/people/routes.ts';
import { projectRoutes } from './features/projects/routes.ts';
import { promiseRoutes } from './features/promises/routes.ts';
import { questionRoutes } from './features/questions/routes.ts';
import { contractRoutes } from './features/quotes/contracts/routes.ts';
import { quoteRoutes } from './features/quotes/routes.ts';
import { reserveLoanRoutes, ringFenceRoutes } from './features/ring-fence/routes.ts';
import { sampleRoutes } from './features/sample/routes.ts';
import { satisfactionRoutes } from './features/satisfaction/routes.ts';
import { savedViewRoutes } from './features/saved-views/routes.ts';
import { scheduleEditRoutes } from './features/schedule-edits/routes.ts';
import { scheduleRoutes } from './features/schedules/routes.ts';
import { searchRoutes } from './features/search/routes.ts';
import { starvationRoutes } from './features/starvation/routes.ts';
import { checkInRoutes, statusReportRoutes } from './features/status-reports/routes.ts';
import { strategyBoardRoutes } from './features/strategy-board/routes.ts';
import { tacticalPlanRoutes } from './features/tactical-plans/routes.ts';
import { tacticRoutes } from './features/tactical-plans/tactics/routes.ts';
import { tagRoutes } from './features/tags/routes.ts';
import { taskImportRoutes } from './features/task-imports/routes.ts';
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
import { winRoutes } from './features/wins/routes.ts';
import { workspaceRoutes } from './features/workspaces/routes.ts';
import type { Platform, Route } from './platform/http/implement.ts';

/** Strategy: where the firm wants to be, why, and the work that leads there. */
const strategyRoutes = {
  assumptions: assumptionRoutes,
  wins: winRoutes,
  workingAgreements: workingAgreementRoutes,
  actions: actionRoutes,
  analysisBoards: analysisBoardRoutes,
  benefits: benefitRoutes,
  costItems: costItemRoutes,
  goalMatrix: goalMatrixRoutes,
  goals: goalRoutes,
  initiativeCases: initiativeCaseRoutes,
  initiativeRanking: initiativeRankingRoutes,
  initiatives: initiativeRoutes,
  insights: insightRoutes,
  kpis: kpiRoutes,
  objectives: objectiveRoutes,
  plans: planRoutes,
  stakeholders: stakeholderRoutes,
  strategyBoard: strategyBoardRoutes,
  tacticalPlans: tacticalPlanRoutes,
  tactics: tacticRoutes,
  whyLadder: whyLadderRoutes,
};

/** Clients: who they are, what they want, what is sold to them and handed over. */
const clientRoutes = {
  accounts: accountRoutes,
  changeRequests: changeRequestRoutes,
  clientDuties: clientDutyRoutes,
  clientStakeholders: clientStakeholderRoutes,
  contacts: contactRoutes,
  contracts: contractRoutes,
  customerGoals: customerGoalRoutes,
  customerInitiatives: customerInitiativeRoutes,
  dealParts: dealPartRoutes,
  deliverables: deliverableRoutes,
  dealReasons: dealReasonRoutes,
  dealReports: dealReportRoutes,
  deals: dealRoutes,
  decisions: decisionRoutes,
  delayNotices: delayNoticeRoutes,
  portalDecisions: portalDecisionRoutes,
  portalDelayNotices: portalDelayNoticeRoutes,
  portalPromises: portalPromiseRoutes,
  handOffs: handOffRoutes,
  interactions: interactionRoutes,
  kickOffs: kickOffRoutes,
  leadImports: leadImportRoutes,
  leads: leadRoutes,
  milestones: milestoneRoutes,
  pipelines: pipelineRoutes,
  portalAgreements: portalAgreementRoutes,
  portalChanges: portalChangeRoutes,
  portalDeliverables: portalDeliverableRoutes,
  portalDuties: portalDutyRoutes,
  portalUploads: portalUploadRoutes,
  products: productRoutes,
  promises: promiseRoutes,
  satisfaction: satisfactionRoutes,
  quotes: quoteRoutes,
  soldProjects: soldProjectRoutes,
  stages: stageRoutes,
};

/** Work of both kinds, whoever does it, and the balance between the two. */
const workRoutes = {
  allocations: allocationRoutes,
  balance: balanceRoutes,
  baselines: baselineRoutes,
  calendars: calendarRoutes,
  comparedHours: comparedHoursRoutes,
  capacity: capacityRoutes,
  dependencies: dependencyRoutes,
  effort: effortRoutes,
  estimateAccuracy: estimateAccuracyRoutes,
  forecasts: forecastRoutes,
  leaves: leaveRoutes,
  mix: mixRoutes,
  mixReviews: mixReviewRoutes,
  people: peopleRoutes,
  portfolioChoices: portfolioChoiceRoutes,
  previews: previewRoutes,
  projectExports: projectExportRoutes,
  projectHealth: projectHealthRoutes,
  projectPeople: projectPeopleRoutes,
  projects: projectRoutes,
  publicHolidays: publicHolidayRoutes,
  recurrences: recurrenceRoutes,
  reserveLoans: reserveLoanRoutes,
  ringFences: ringFenceRoutes,
  roles: roleRoutes,
  scenarios: scenarioRoutes,
  scheduleEdits: scheduleEditRoutes,
  schedules: scheduleRoutes,
  skills: skillRoutes,
  starvation: starvationRoutes,
  taskImports: taskImportRoutes,
  tasks: taskRoutes,
  teams: teamRoutes,
  templates: templateRoutes,
  time: timeRoutes,
  timeStatements: timeStatementRoutes,
  timeline: timelineRoutes,
  timer: timerRoutes,
  timesheets: timesheetRoutes,
};

/** What client users see and say. */
const portalNounRoutes = {
  portal: portalRoutes,
  portalKickOffs: portalKickOffRoutes,
  portalMeetings: portalMeetingRoutes,
  portalQuestions: portalQuestionRoutes,
  portalSatisfactions: portalSatisfactionRoutes,
  portalReports: portalReportRoutes,
  portalAmountSheets: portalAmountRoutes,
  portalMessages: portalMessageRoutes,
  portalOverviews: portalOverviewRoutes,
  portalNews: portalNewsRoutes,
  portalProfiles: portalProfileRoutes,
  portalSearches: portalSearchRoutes,
  portalSettings: portalSettingsRoutes,
};

/** What every record and every list can do, and the workspace itself. */
const sharedRoutes = {
  apiTokens: apiTokenRoutes,
  checkIns: checkInRoutes,
  meetings: meetingRoutes,
  questions: questionRoutes,
  statusReports: statusReportRoutes,
  bulk: bulkRoutes,
  comments: commentRoutes,
  customFields: customFieldRoutes,
  history: historyRoutes,
  imports: importRoutes,
  levelling: levellingRoutes,
  links: linkRoutes,
  notifications: notificationRoutes,
  sample: sampleRoutes,
  savedViews: savedViewRoutes,
  search: searchRoutes,
  tags: tagRoutes,
  trash: trashRoutes,
  uploads: uploadRoutes,
};

/** Every noun of the contract with its routes; a noun without routes does not compile. */
export function featureRoutes(
  identity: Identity,
  platform: Platform,
  mail: MailOptions,
): {
  readonly [Noun in keyof typeof api]: readonly Route[];
} {
  const routes = {
    ...strategyRoutes,
    ...clientRoutes,
    ...workRoutes,
    ...portalNounRoutes,
    ...sharedRoutes,
    accounts: accountRoutes,
    apiTokens: apiTokenRoutes,
    balance: balanceRoutes,
    benefits: benefitRoutes,
    calendarFeeds: calendarFeedRoutes(platform, identity),
    brandings: brandingRoutes(platform),
    clientUsers: clientUserRoutes(identity),
    comments: commentRoutes,
    contactImports: contactImportRoutes,
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
    duplicates: duplicateRoutes,
    effort: effortRoutes,
    files: fileRoutes(platform),
    identity: identityRoutes(identity),
    inboundMail: inboundMailRoutes(mailTaker(platform, mail), mail),
    members: memberRoutes(identity),
    portalFiles: portalFileRoutes(platform),
    satisfactionLinks: satisfactionLinkRoutes(identity),
    sharedStatuses: sharedStatusRoutes(identity),
    shareLinks: shareLinkRoutes(identity),
    workspaces: workspaceRoutes(identity),
  };
  // What the other endpoints of the portal answer is what a client takes along.
  return { ...routes, portalExports: portalExportRoutes(platform, Object.values(routes).flat()) };
}

/** How a mail that is handed in is taken; without a mail domain none is ours. */
export function mailTaker(
  { database }: Platform,
  { signing }: MailOptions,
): (mail: Handed) => Promise<void> {
  return async (mail) => {
    if (signing) await takeMail({ database, signing }, mail);
  };
}
