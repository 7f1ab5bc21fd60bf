import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { PortalFrame } from '../features/portal/portal-frame.tsx';
import { OfflineError } from '../lib/api-client.ts';
import { CrashState } from '../ui/states/error-boundary.tsx';
import { ErrorState } from '../ui/states/error-state.tsx';
import { NotFoundState } from '../ui/states/not-found-state.tsx';
import { clientPages } from './client-pages.ts';
import { portalPages } from './portal-pages.ts';
import { type PageRoute, publicPages } from './public-pages.ts';
import { relationshipPages } from './relationship-pages.ts';
import { settingsPages } from './settings-pages.ts';
import { SignedIn } from './signed-in.tsx';
import { strategyPages } from './strategy-pages.ts';

/** Every address within the frame. Parameters (`$dealId`) are read with `usePathParameter`. */
const pages: readonly PageRoute[] = [
  // Leads, contacts, interactions: what is kept of people at accounts.
  ...relationshipPages,
  ...strategyPages,
  ...clientPages,
  {
    path: '/',
    load: async () => (await import('../features/home/home-page.tsx')).HomePage,
  },
  {
    path: '/inbox',
    load: async () => (await import('../features/notifications/inbox-page.tsx')).InboxPage,
  },
  {
    path: '/inbox/mail',
    load: async () =>
      (await import('../features/inbound-mail/waiting-mail-page.tsx')).WaitingMailPage,
  },
  {
    path: '/balance',
    load: async () => (await import('../features/balance/balance-page.tsx')).BalancePage,
  },
  {
    path: '/mix-reviews',
    load: async () => (await import('../features/mix-reviews/mix-reviews-page.tsx')).MixReviewsPage,
  },
  {
    path: '/mix-reviews/$reviewId',
    load: async () => (await import('../features/mix-reviews/mix-review-page.tsx')).MixReviewPage,
  },
  {
    path: '/ring-fence',
    load: async () => (await import('../features/ring-fence/ring-fence-page.tsx')).RingFencePage,
  },
  {
    path: '/scenarios',
    load: async () =>
      (await import('../features/balance/scenarios/scenarios-page.tsx')).ScenariosPage,
  },
  {
    path: '/scenarios/$scenarioId',
    load: async () =>
      (await import('../features/balance/scenarios/scenario-page.tsx')).ScenarioPage,
  },
  {
    path: '/deals',
    load: async () => (await import('../features/deals/deals-page.tsx')).DealsPage,
  },
  {
    path: '/deals/forecast',
    load: async () => (await import('../features/deals/forecast-page.tsx')).ForecastPage,
  },
  {
    path: '/deals/outcomes',
    load: async () => (await import('../features/deals/outcomes-page.tsx')).OutcomesPage,
  },
  {
    path: '/deals/board',
    load: async () => (await import('../features/deals/deal-board-page.tsx')).DealBoardPage,
  },
  {
    path: '/deals/$dealId/preview',
    load: async () => (await import('../features/balance/win-preview-page.tsx')).WinPreviewPage,
  },
  {
    path: '/deals/$dealId',
    load: async () => (await import('../features/deals/deal-page.tsx')).DealPage,
  },
  {
    path: '/quotes',
    load: async () => (await import('../features/deals/quotes/quotes-page.tsx')).QuotesPage,
  },
  {
    path: '/quotes/$quoteId',
    load: async () => (await import('../features/deals/quotes/quote-page.tsx')).QuotePage,
  },
  {
    path: '/products',
    load: async () => (await import('../features/products/products-page.tsx')).ProductsPage,
  },
  {
    path: '/accounts',
    load: async () => (await import('../features/accounts/accounts-page.tsx')).AccountsPage,
  },
  {
    path: '/accounts/$accountId',
    load: async () => (await import('../features/accounts/account-page.tsx')).AccountPage,
  },
  {
    path: '/trash',
    load: async () => (await import('../features/trash/trash-page.tsx')).TrashPage,
  },
  {
    path: '/my-work',
    load: async () => (await import('../features/my-work/my-work-page.tsx')).MyWorkPage,
  },
  {
    path: '/hand-offs',
    load: async () => (await import('../features/hand-offs/hand-offs-page.tsx')).HandOffsPage,
  },
  {
    path: '/hand-offs/$handOffId',
    load: async () => (await import('../features/hand-offs/hand-off-page.tsx')).HandOffPage,
  },
  {
    path: '/client-projects',
    load: async () =>
      (await import('../features/projects/client-projects-page.tsx')).ClientProjectsPage,
  },
  {
    path: '/client-projects/$projectId',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectPlanPage,
  },
  {
    path: '/client-projects/$projectId/board',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectBoardPage,
  },
  {
    path: '/client-projects/$projectId/gantt',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectGanttPage,
  },
  {
    path: '/client-projects/$projectId/forecast',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectForecastPage,
  },
  {
    path: '/client-projects/$projectId/schedule',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectSchedulePage,
  },
  {
    path: '/client-projects/$projectId/team',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectTeamPage,
  },
  {
    path: '/client-projects/$projectId/about',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectAboutPage,
  },
  {
    path: '/client-projects/$projectId/origins',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectOriginsPage,
  },
  {
    path: '/client-projects/$projectId/history',
    load: async () =>
      (await import('../features/projects/client-project-page.tsx')).ClientProjectHistoryPage,
  },
  {
    path: '/planner',
    load: async () => (await import('../features/planner/planner-page.tsx')).PlannerPage,
  },
  {
    path: '/schedule',
    load: async () => (await import('../features/gantt/schedule-page.tsx')).SchedulePage,
  },
  {
    path: '/templates',
    load: async () => (await import('../features/templates/templates-page.tsx')).TemplatesPage,
  },
  {
    path: '/templates/$templateId',
    load: async () => (await import('../features/templates/template-page.tsx')).TemplatePage,
  },
  {
    path: '/tasks',
    load: async () => (await import('../features/tasks/tasks-page.tsx')).OpenTasksPage,
  },
  {
    path: '/tasks/all',
    load: async () => (await import('../features/tasks/tasks-page.tsx')).AllTasksPage,
  },
  {
    path: '/tasks/board',
    load: async () => (await import('../features/tasks/tasks-page.tsx')).TasksBoardPage,
  },
  {
    path: '/tasks/$taskId',
    load: async () => (await import('../features/tasks/task-page.tsx')).TaskPage,
  },
  ...settingsPages,
  {
    path: '/levelling',
    load: async () => (await import('../features/levelling/levelling-page.tsx')).LevellingPage,
  },
  {
    path: '/levelling/all',
    load: async () => (await import('../features/levelling/levelling-page.tsx')).LevellingsPage,
  },
  {
    path: '/levelling/$runId',
    load: async () => (await import('../features/levelling/levelling-page.tsx')).LevellingTasksPage,
  },
  {
    path: '/levelling/$runId/projects',
    load: async () =>
      (await import('../features/levelling/levelling-page.tsx')).LevellingProjectsPage,
  },
  {
    path: '/levelling/$runId/people',
    load: async () =>
      (await import('../features/levelling/levelling-page.tsx')).LevellingPeoplePage,
  },
  {
    path: '/import',
    load: async () => (await import('../features/imports/import-start-page.tsx')).ImportStartPage,
  },
  {
    path: '/import/tasks',
    load: async () =>
      (await import('../features/task-imports/task-import-start-page.tsx')).TaskImportStartPage,
  },
  {
    path: '/import/tasks/$taskImportId',
    load: async () =>
      (await import('../features/task-imports/task-import-page.tsx')).TaskImportPage,
  },
  {
    path: '/import/$importId',
    load: async () => (await import('../features/imports/import-page.tsx')).ImportPage,
  },
  {
    path: '/people',
    load: async () => (await import('../features/people/people-page.tsx')).PeoplePage,
  },
  {
    path: '/people/leave',
    load: async () => (await import('../features/people/leave/leaves-page.tsx')).LeavesPage,
  },
  {
    path: '/people/teams',
    load: async () => (await import('../features/people/teams-page.tsx')).TeamsPage,
  },
  {
    path: '/people/roles',
    load: async () => (await import('../features/people/roles-page.tsx')).RolesPage,
  },
  {
    path: '/people/skills',
    load: async () => (await import('../features/people/skills/skills-page.tsx')).SkillsPage,
  },
  {
    path: '/people/$personId',
    load: async () => (await import('../features/people/person-page.tsx')).PersonPage,
  },
  {
    path: '/time',
    load: async () => (await import('../features/time/week/week-page.tsx')).WeekPage,
  },
  {
    path: '/time/timesheets',
    load: async () =>
      (await import('../features/time/timesheets/timesheets-page.tsx')).TimesheetsPage,
  },
  {
    path: '/time/hours',
    load: async () => (await import('../features/time/effort/hours-page.tsx')).HoursPage,
  },
  {
    path: '/time/estimates',
    load: async () => (await import('../features/time/estimates/estimates-page.tsx')).EstimatesPage,
  },
  {
    path: '/time/statement',
    load: async () => (await import('../features/time/statement/statement-page.tsx')).StatementPage,
  },
  {
    path: '/time/entries',
    load: async () => (await import('../features/time/entries-page.tsx')).EntriesPage,
  },
];

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <NotFoundState />,
  errorComponent: ({ reset }) => <CrashState onRetry={reset} />,
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: () => (
    <SignedIn>
      <Outlet />
    </SignedIn>
  ),
});

const portalFrame = createRoute({
  getParentRoute: () => root,
  id: 'portal',
  component: () => (
    <PortalFrame>
      <Outlet />
    </PortalFrame>
  ),
});

export const router = createRouter({
  routeTree: root.addChildren([
    ...publicPages.map((page) => pageRoute(page, root)),
    frame.addChildren(pages.map((page) => pageRoute(page, frame))),
    portalFrame.addChildren(portalPages.map((page) => pageRoute(page, portalFrame))),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: false,
});

function pageRoute(page: PageRoute, parent: AnyRoute) {
  return createRoute({
    getParentRoute: () => parent,
    path: page.path,
    errorComponent: PageError,
    component: lazyRouteComponent(async () => ({ default: await fetchCode(page) })),
  });
}

/** Without a network the router would load the whole app anew, and so leave nothing of it on screen. */
async function fetchCode(page: PageRoute): Promise<ComponentType> {
  try {
    return await page.load();
  } catch (error) {
    throw navigator.onLine ? error : new OfflineError();
  }
}

function PageError({ error, reset }: ErrorComponentProps) {
  if (!(error instanceof OfflineError)) return <CrashState onRetry={reset} />;
  // The code of the page comes with a reload, once there is a network.
  const reload = () => (navigator.onLine ? window.location.reload() : undefined);
  return (
    <ErrorState title="This page could not be fetched" onRetry={reload}>
      <p>{error.message}</p>
    </ErrorState>
  );
}
