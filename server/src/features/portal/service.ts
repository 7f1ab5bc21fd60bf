import type { ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import type { PortalScope } from '../../platform/db/scope.ts';
import { readProfile } from './profile/service.ts';
import * as repository from './repository.ts';

export { findFirm as readFirm } from './repository.ts';

/** The reader, the firm, and the projects they may open. */
export async function readSession(scope: PortalScope) {
  return {
    actor: scope.actor,
    isPreview: scope.isPreview,
    profile: await readProfile(scope),
    firm: await repository.findFirm(scope),
    accountLanguage: await repository.findAccountLanguage(scope),
    projects: await repository.listProjects(scope),
  };
}

/**
 * A project that the reader may open: to prove it comes first in whatever a client user does on a
 * project. Throws `not-found`, whether it is not shown to them or does not exist.
 */
export async function requirePortalProject(
  scope: PortalScope,
  id: ProjectId,
): Promise<repository.PortalProjectRecord> {
  const project = await repository.findProject(scope, id);
  if (!project) throw new AppError('not-found', 'There is no such project in your portal.');
  return project;
}
