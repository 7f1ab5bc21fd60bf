import type { FileId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export async function listFiles(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  return repository.listFiles(scope, projectId);
}

/** Every file of a project that the reader sees, whatever of the project it hangs on. */
export function listProjectFiles(scope: PortalScope, projectId: ProjectId) {
  return repository.listProjectFiles(scope, projectId);
}

export async function getFile(
  scope: PortalScope,
  id: FileId,
): Promise<repository.PortalFileRecord> {
  const file = await repository.findFile(scope, id);
  if (!file) throw new AppError('not-found', 'There is no such file in your portal.');
  return file;
}
