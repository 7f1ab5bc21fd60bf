import type { PortalProject, PortalSession } from '@evenkeel/contract/portal/portal';
import { portalLanguage } from '@evenkeel/core/words/language';
import type { PortalProjectRecord } from './repository.ts';
import type { readSession } from './service.ts';

export function presentSession({
  actor,
  firm,
  projects,
}: Awaited<ReturnType<typeof readSession>>): PortalSession {
  return {
    member: { id: actor.memberId, name: actor.name, email: actor.email },
    firm: { name: firm.name, currency: firm.currency, timeZone: firm.time_zone },
    language: portalLanguage(projects.find(({ language }) => language)?.language ?? null),
    projects: projects.map(presentLine),
  };
}

export function presentProject(project: PortalProjectRecord): PortalProject {
  return {
    ...presentLine(project),
    projectManager: project.project_manager,
    shows: project.portal_shows,
  };
}

function presentLine(project: PortalProjectRecord): PortalSession['projects'][number] {
  return {
    id: project.id,
    name: project.name,
    account: { id: project.account_id, name: project.account_name },
    isCompleted: project.state === 'completed',
  };
}
