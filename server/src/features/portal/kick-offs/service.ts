import type { ProjectId } from '@evenkeel/core/id';
import { kickOffProgress } from '@evenkeel/core/kick-off/kick-off';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export async function readKickOff(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  const items = await repository.listItems(scope, projectId);
  return { items, ...kickOffProgress(items.map((item) => ({ isDone: item.is_done }))) };
}
