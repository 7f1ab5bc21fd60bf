import type { PageRoute } from './public-pages.ts';

/** Every address of strategy within the frame: plans, goals, KPIs, analysis, initiatives, actions. */
export const strategyPages: readonly PageRoute[] = [
  {
    path: '/strategy',
    load: async () =>
      (await import('../features/strategy-board/strategy-board-page.tsx')).StrategyBoardPage,
  },
  {
    path: '/portfolio-choices',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choices-page.tsx'))
        .PortfolioChoicesPage,
  },
  {
    path: '/portfolio-choices/$portfolioChoiceId',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choice-page.tsx')).PortfolioResultPage,
  },
  {
    path: '/portfolio-choices/$portfolioChoiceId/candidates',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choice-page.tsx'))
        .PortfolioCandidatesPage,
  },
  {
    path: '/portfolio-choices/$portfolioChoiceId/load',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choice-page.tsx')).PortfolioLoadPage,
  },
  {
    path: '/portfolio-choices/$portfolioChoiceId/aims',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choice-page.tsx')).PortfolioAimsPage,
  },
  {
    path: '/portfolio-choices/$portfolioChoiceId/decisions',
    load: async () =>
      (await import('../features/portfolio-choices/portfolio-choice-page.tsx'))
        .PortfolioDecisionsPage,
  },
  {
    path: '/plans',
    load: async () => (await import('../features/plans/plans-page.tsx')).PlansPage,
  },
  {
    path: '/plans/$planId',
    load: async () => (await import('../features/plans/plan-page.tsx')).PlanPage,
  },
  {
    path: '/goals',
    load: async () => (await import('../features/goals/goals-page.tsx')).GoalsPage,
  },
  {
    path: '/tactical-plans/$tacticalPlanId',
    load: async () =>
      (await import('../features/tactical-plans/tactical-plan-page.tsx')).TacticalPlanPage,
  },
  {
    path: '/goals/matrix',
    load: async () => (await import('../features/goal-matrix/goal-matrix-page.tsx')).GoalMatrixPage,
  },
  {
    path: '/goals/map',
    load: async () =>
      (await import('../features/strategy-map/strategy-map-page.tsx')).StrategyMapPage,
  },
  {
    path: '/goals/ladders',
    load: async () => (await import('../features/why-ladder/ladders-page.tsx')).LaddersPage,
  },
  {
    path: '/initiatives/$initiativeId/why',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeWhyPage,
  },
  {
    path: '/goals/$goalId',
    load: async () => (await import('../features/goals/goal-page.tsx')).GoalPage,
  },
  {
    path: '/scorecard',
    load: async () => (await import('../features/kpis/scorecard-page.tsx')).ScorecardPage,
  },
  {
    path: '/scorecard/list',
    load: async () => (await import('../features/kpis/kpis-page.tsx')).KpisPage,
  },
  {
    path: '/kpis/$kpiId',
    load: async () => (await import('../features/kpis/kpi-page.tsx')).KpiPage,
  },
  {
    path: '/initiatives',
    load: async () =>
      (await import('../features/initiatives/initiatives-page.tsx')).InitiativesPage,
  },
  {
    path: '/initiatives/funnel',
    load: async () => (await import('../features/initiatives/views/funnel-page.tsx')).FunnelPage,
  },
  {
    path: '/initiatives/ranking',
    load: async () =>
      (await import('../features/initiatives/ranking/ranking-page.tsx')).RankingPage,
  },
  {
    path: '/initiatives/timeline',
    load: async () =>
      (await import('../features/initiatives/views/timeline-page.tsx')).TimelinePage,
  },
  {
    path: '/initiatives/horizons',
    load: async () =>
      (await import('../features/initiatives/views/horizons-page.tsx')).HorizonsPage,
  },
  {
    path: '/initiatives/ansoff',
    load: async () => (await import('../features/initiatives/views/ansoff-page.tsx')).AnsoffPage,
  },
  {
    path: '/initiatives/value-effort',
    load: async () =>
      (await import('../features/initiatives/views/value-effort-page.tsx')).ValueEffortPage,
  },
  {
    path: '/initiatives/$initiativeId',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeCasePage,
  },
  {
    path: '/initiatives/published',
    load: async () =>
      (await import('../features/initiatives/one-page/published-page.tsx')).PublishedCasesPage,
  },
  {
    path: '/initiatives/$initiativeId/one-page',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeOnePagePage,
  },
  {
    path: '/initiatives/$initiativeId/money',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeMoneyPage,
  },
  {
    path: '/initiatives/$initiativeId/stakeholders',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeStakeholdersPage,
  },
  {
    path: '/initiatives/$initiativeId/plan',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativePlanPage,
  },
  {
    path: '/initiatives/$initiativeId/forecast',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeForecastPage,
  },
  {
    path: '/initiatives/$initiativeId/gantt',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeGanttPage,
  },
  {
    path: '/initiatives/$initiativeId/schedule',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeSchedulePage,
  },
  {
    path: '/initiatives/$initiativeId/team',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeTeamPage,
  },
  {
    path: '/initiatives/$initiativeId/board',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeBoardPage,
  },
  {
    path: '/initiatives/$initiativeId/meetings',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeMeetingsPage,
  },
  {
    path: '/initiatives/$initiativeId/history',
    load: async () =>
      (await import('../features/initiatives/initiative-page.tsx')).InitiativeHistoryPage,
  },
  {
    path: '/initiatives/$initiativeId/preview',
    load: async () => (await import('../features/balance/start-preview-page.tsx')).StartPreviewPage,
  },
  {
    path: '/actions',
    load: async () => (await import('../features/actions/actions-page.tsx')).OpenActionsPage,
  },
  {
    path: '/actions/done',
    load: async () => (await import('../features/actions/actions-page.tsx')).DoneActionsPage,
  },
  {
    path: '/analysis',
    load: async () => (await import('../features/analysis/boards-page.tsx')).BoardsPage,
  },
  {
    path: '/analysis/archived',
    load: async () => (await import('../features/analysis/boards-page.tsx')).ArchivedBoardsPage,
  },
  {
    path: '/analysis/$boardId',
    load: async () => (await import('../features/analysis/board-page.tsx')).BoardPage,
  },
  {
    path: '/insights/$insightId',
    load: async () => (await import('../features/analysis/insight-page.tsx')).InsightPage,
  },
];
