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
export const clientPages: readonly PageRoute[] = [];
