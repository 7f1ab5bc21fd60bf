import type { PageRoute } from './public-pages.ts';

/** The pages of the settings, each with its own address. */
export const settingsPages: readonly PageRoute[] = [
  {
    path: '/settings',
    load: async () => (await import('../features/identity/profile-page.tsx')).ProfilePage,
  },
  {
    path: '/settings/profile',
    load: async () => (await import('../features/identity/profile-page.tsx')).ProfilePage,
  },
  {
    path: '/settings/notifications',
    load: async () =>
      (await import('../features/notifications/notification-settings-page.tsx'))
        .NotificationSettingsPage,
  },
  {
    path: '/settings/members',
    load: async () => (await import('../features/members/members-page.tsx')).MembersPage,
  },
  {
    path: '/settings/api-tokens',
    load: async () => (await import('../features/members/api-tokens-page.tsx')).ApiTokensPage,
  },
  {
    path: '/settings/pipelines',
    load: async () => (await import('../features/deals/pipelines-page.tsx')).PipelinesPage,
  },
  {
    path: '/settings/workspace',
    load: async () => (await import('../features/workspaces/workspace-page.tsx')).WorkspacePage,
  },
  {
    path: '/settings/portal',
    load: async () => (await import('../features/branding/branding-page.tsx')).BrandingPage,
  },
  {
    path: '/settings/modules',
    load: async () => (await import('../features/workspaces/modules-page.tsx')).ModulesPage,
  },
  {
    path: '/settings/calendars',
    load: async () => (await import('../features/schedules/calendars-page.tsx')).CalendarsPage,
  },
  {
    path: '/settings/fields',
    load: async () =>
      (await import('../features/custom-fields/custom-fields-page.tsx')).CustomFieldsPage,
  },
  {
    path: '/settings/tags',
    load: async () => (await import('../features/tags/tags-page.tsx')).TagsPage,
  },
];
