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
];
