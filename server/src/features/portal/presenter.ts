import type { PortalProject, PortalSession } from '@evenkeel/contract/portal/portal';
import { portalLanguage } from '@evenkeel/core/words/language';
import { faceOf } from '../branding/service.ts';
import type { PortalProjectRecord } from './repository.ts';
import type { readSession } from './service.ts';

export function presentSession({
  actor,
  isPreview,
  profile,
  firm,
  accountLanguage,
  projects,
}: Awaited<ReturnType<typeof readSession>>): PortalSession {
  return {
    member: { id: actor.memberId, name: profile.name, email: profile.email },
    firm: { ...faceOf(actor.workspaceId, firm), currency: firm.currency },
    language: portalLanguage(profile.language ?? accountLanguage),
    timeZone: profile.time_zone ?? firm.time_zone,
    isPreview,
    projects: projects.map(presentLine),
  };
}

export function presentProject(project: PortalProjectRecord): PortalProject {
  return {
    ...presentLine(project),
    projectManager: project.project_manager,
    welcome: project.portal_welcome,
    hasKickOff: project.has_kick_off,
    hasRatings: project.has_ratings,
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
