import type { PageRoute } from './public-pages.ts';

/** Pages of client users, within the portal's frame. */
export const portalPages: readonly PageRoute[] = [
  {
    path: '/portal/projects/$projectId/dates',
    load: async () => (await import('../features/portal/promises/dates-page.tsx')).PortalDatesPage,
  },
  {
    path: '/portal/projects/$projectId/delay-notices',
    load: async () =>
      (await import('../features/portal/delay-notices/delay-notices-page.tsx'))
        .PortalDelayNoticesPage,
  },
  {
    path: '/portal/projects/$projectId/decisions',
    load: async () =>
      (await import('../features/portal/decisions/decisions-page.tsx')).PortalDecisionsPage,
  },
  {
    path: '/portal',
    load: async () =>
      (await import('../features/portal/portal-projects-page.tsx')).PortalProjectsPage,
  },
  {
    path: '/portal/projects/$projectId',
    load: async () =>
      (await import('../features/portal/overview/overview-page.tsx')).PortalOverviewPage,
  },
  {
    path: '/portal/projects/$projectId/agreement',
    load: async () =>
      (await import('../features/portal/agreements/agreement-page.tsx')).PortalAgreementPage,
  },
  {
    path: '/portal/projects/$projectId/changes',
    load: async () =>
      (await import('../features/portal/change-requests/changes-page.tsx')).PortalChangesPage,
  },
  {
    path: '/portal/projects/$projectId/needs',
    load: async () => (await import('../features/portal/duties/duties-page.tsx')).PortalDutiesPage,
  },
  {
    path: '/portal/projects/$projectId/deliverables',
    load: async () =>
      (await import('../features/portal/deliverables/deliverables-page.tsx'))
        .PortalDeliverablesPage,
  },
  {
    path: '/portal/projects/$projectId/reports',
    load: async () =>
      (await import('../features/portal/reports/portal-reports-page.tsx')).PortalReportsPage,
  },
  {
    path: '/portal/projects/$projectId/reports/$reportId',
    load: async () =>
      (await import('../features/portal/reports/portal-report-page.tsx')).PortalReportPage,
  },
  {
    path: '/portal/projects/$projectId/meetings',
    load: async () =>
      (await import('../features/portal/meetings/portal-meetings-page.tsx')).PortalMeetingsPage,
  },
  {
    path: '/portal/projects/$projectId/questions',
    load: async () =>
      (await import('../features/portal/questions/portal-questions-page.tsx')).PortalQuestionsPage,
  },
  {
    path: '/portal/projects/$projectId/kick-off',
    load: async () =>
      (await import('../features/portal/kick-offs/kick-off-page.tsx')).PortalKickOffPage,
  },
  {
    path: '/portal/projects/$projectId/satisfaction',
    load: async () =>
      (await import('../features/portal/satisfaction/satisfaction-page.tsx'))
        .PortalSatisfactionPage,
  },
  {
    path: '/portal/projects/$projectId/milestones',
    load: async () => (await import('../features/portal/steps/steps-page.tsx')).PortalStepsPage,
  },
  {
    path: '/portal/projects/$projectId/files',
    load: async () => (await import('../features/portal/files/files-page.tsx')).PortalFilesPage,
  },
  {
    path: '/portal/projects/$projectId/messages',
    load: async () =>
      (await import('../features/portal/messages/messages-page.tsx')).PortalMessagesPage,
  },
  {
    path: '/portal/projects/$projectId/amounts',
    load: async () =>
      (await import('../features/portal/amounts/amounts-page.tsx')).PortalAmountsPage,
  },
  {
    path: '/portal/news',
    load: async () => (await import('../features/portal/news/news-page.tsx')).PortalNewsPage,
  },
  {
    path: '/portal/profile',
    load: async () =>
      (await import('../features/portal/profile/profile-page.tsx')).PortalProfilePage,
  },
];
