import type { Permission } from '@evenkeel/contract/endpoint';

/** The pages of the settings, in their order; each is for those who have its permission. */
export const settingsPages = [
  { path: '/settings/profile', label: 'Profile and security', permission: 'signed-in' },
  { path: '/settings/notifications', label: 'Notifications', permission: 'signed-in' },
  { path: '/settings/members', label: 'Members', permission: 'read' },
  { path: '/settings/api-tokens', label: 'API tokens', permission: 'read' },
  { path: '/settings/pipelines', label: 'Pipelines', permission: 'read' },
  { path: '/settings/calendars', label: 'Working days', permission: 'read' },
  { path: '/settings/fields', label: 'Fields', permission: 'read' },
  { path: '/settings/tags', label: 'Tags', permission: 'read' },
  { path: '/settings/workspace', label: 'Workspace', permission: 'read' },
  { path: '/settings/portal', label: 'Portal', permission: 'read' },
  { path: '/settings/modules', label: 'Modules', permission: 'read' },
] as const satisfies readonly { path: string; label: string; permission: Permission }[];

export type SettingsPath = (typeof settingsPages)[number]['path'];

/** The tabs of the settings, with the one that is open. */
export function settingsTabs(open: SettingsPath) {
  return settingsPages.map(({ path, label }) => ({ href: path, label, active: path === open }));
}
