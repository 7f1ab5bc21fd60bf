import type { PortalSettingsView } from '@evenkeel/contract/portal-settings';
import { optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { readSettings } from './service.ts';

export function presentSettings({
  project,
  agreedToleranceDays,
  tasks,
  files,
  messageCount,
}: Awaited<ReturnType<typeof readSettings>>): PortalSettingsView {
  return {
    version: project.version,
    account: referenceOf(project.account_id, project.account_name),
    openedAt: optionalMoment(project.portal_opened_at),
    shows: project.portal_shows,
    welcome: project.portal_welcome,
    toleranceDays: project.delay_tolerance_days,
    agreedToleranceDays,
    tasks: tasks.map((task) => ({
      id: task.id,
      name: task.name,
      isMilestone: task.is_milestone,
      isDone: task.state === 'done',
      isVisible: task.is_client_visible,
    })),
    files: files.map((file) => ({
      id: file.id,
      name: file.name,
      about: file.task_name,
      isVisible: file.is_client_visible,
    })),
    messageCount,
  };
}
