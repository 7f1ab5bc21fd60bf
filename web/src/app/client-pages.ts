import { clientSection } from './client-section.tsx';
import type { PageRoute } from './public-pages.ts';

/**
 * Sections of a client project that look to the client, each under
 * `/client-projects/$projectId/client/<section>`: the panel within the project's page. Their tabs
 * stand in `features/projects/client-sections.ts`.
 * @example
 * {
 *   path: `/client-projects/$projectId/client/promises`,
 *   load: async () => clientSection('promises', (await import('…/promises-panel.tsx')).PromisesPanel),
 * }
 */
export const clientPages: readonly PageRoute[] = [
  {
    path: '/client-projects/$projectId/client/agreement',
    load: async () =>
      clientSection(
        'agreement',
        (await import('../features/agreements/agreement-panel.tsx')).AgreementPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/changes',
    load: async () =>
      clientSection(
        'changes',
        (await import('../features/change-requests/changes-panel.tsx')).ChangesPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/promises',
    load: async () =>
      clientSection(
        'promises',
        (await import('../features/promises/components/promises-panel.tsx')).PromisesPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/notices',
    load: async () =>
      clientSection(
        'notices',
        (await import('../features/delay-notices/components/notices-panel.tsx')).NoticesPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/decisions',
    load: async () =>
      clientSection(
        'decisions',
        (await import('../features/decisions/components/decisions-panel.tsx')).DecisionsPanel,
      ),
  },
  {
    path: '/promises',
    load: async () => (await import('../features/promises/promises-page.tsx')).PromisesPage,
  },
  {
    path: '/delay-notices',
    load: async () =>
      (await import('../features/delay-notices/delay-notices-page.tsx')).DelayNoticesPage,
  },
  {
    path: '/delay-notices/$delayNoticeId',
    load: async () =>
      (await import('../features/delay-notices/delay-notice-page.tsx')).DelayNoticePage,
  },
  {
    path: '/decisions',
    load: async () => (await import('../features/decisions/decisions-page.tsx')).DecisionsPage,
  },
  {
    path: '/decisions/$decisionId',
    load: async () => (await import('../features/decisions/decision-page.tsx')).DecisionPage,
  },
  {
    path: '/client-projects/$projectId/client/deliverables',
    load: async () =>
      clientSection(
        'deliverables',
        (await import('../features/deliverables/deliverables-panel.tsx')).DeliverablesPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/needs',
    load: async () =>
      clientSection(
        'needs',
        (await import('../features/client-duties/client-duties-panel.tsx')).ClientDutiesPanel,
      ),
  },
  {
    path: '/deliverables/$deliverableId',
    load: async () =>
      (await import('../features/deliverables/deliverable-page.tsx')).DeliverablePage,
  },
  {
    path: '/client-projects/$projectId/client/reports',
    load: async () =>
      clientSection(
        'reports',
        (await import('../features/status-reports/components/reports-panel.tsx')).ReportsPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/meetings',
    load: async () =>
      clientSection(
        'meetings',
        (await import('../features/meetings/components/meetings-panel.tsx')).MeetingsPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/questions',
    load: async () =>
      clientSection(
        'questions',
        (await import('../features/questions/components/questions-panel.tsx')).QuestionsPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/kick-off',
    load: async () =>
      clientSection(
        'kick-off',
        (await import('../features/kick-offs/components/kick-off-panel.tsx')).KickOffPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/stakeholders',
    load: async () =>
      clientSection(
        'stakeholders',
        (await import('../features/client-stakeholders/components/stakeholders-panel.tsx'))
          .StakeholdersPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/satisfaction',
    load: async () =>
      clientSection(
        'satisfaction',
        (await import('../features/satisfaction/components/satisfaction-panel.tsx'))
          .SatisfactionPanel,
      ),
  },
  {
    path: '/client-projects/$projectId/client/portal',
    load: async () =>
      clientSection(
        'portal',
        (await import('../features/client-users/components/portal-panel.tsx')).PortalPanel,
      ),
  },
];
