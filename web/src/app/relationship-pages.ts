import type { PageRoute } from './page-route.ts';

/** The pages of what is kept of people at accounts; part of the router's table. */
export const relationshipPages: readonly PageRoute[] = [
  {
    path: '/interactions',
    load: async () =>
      (await import('../features/interactions/interactions-page.tsx')).InteractionsPage,
  },
  {
    path: '/interactions/activity',
    load: async () => (await import('../features/interactions/activity-page.tsx')).ActivityPage,
  },
  {
    path: '/customer-goals',
    load: async () => (await import('../features/customers/prompts-page.tsx')).PromptsPage,
  },
  {
    path: '/leads',
    load: async () => (await import('../features/leads/leads-page.tsx')).LeadsPage,
  },
  {
    path: '/leads/board',
    load: async () => (await import('../features/leads/lead-board-page.tsx')).LeadBoardPage,
  },
  {
    path: '/leads/definition',
    load: async () => (await import('../features/leads/definition-page.tsx')).DefinitionPage,
  },
  {
    path: '/leads/$leadId',
    load: async () => (await import('../features/leads/lead-page.tsx')).LeadPage,
  },
  {
    path: '/accounts/duplicates',
    load: async () => (await import('../features/duplicates/duplicates-page.tsx')).DuplicatesPage,
  },
  {
    path: '/accounts/duplicates/$kind/$firstId/$secondId',
    load: async () => (await import('../features/duplicates/comparison-page.tsx')).ComparisonPage,
  },
  {
    path: '/contacts',
    load: async () => (await import('../features/contacts/contacts-page.tsx')).ContactsPage,
  },
  {
    path: '/contacts/$contactId',
    load: async () => (await import('../features/contacts/contact-page.tsx')).ContactPage,
  },
  {
    path: '/meetings',
    load: async () => (await import('../features/meetings/meetings-page.tsx')).MeetingsPage,
  },
  {
    path: '/meetings/$meetingId',
    load: async () => (await import('../features/meetings/meeting-page.tsx')).MeetingPage,
  },
  {
    path: '/status-reports/$reportId',
    load: async () =>
      (await import('../features/status-reports/status-report-page.tsx')).StatusReportPage,
  },
];
