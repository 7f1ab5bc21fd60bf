import type { ProjectId } from '@evenkeel/core/id';
import { instant } from '@evenkeel/core/instant';
import { type ShownDate, shownDates } from '@evenkeel/core/promises/shown-dates';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** The dates that the reader was told, from the ledger alone. */
export async function listShownDates(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<ShownDate[]> {
  await requirePortalProject(scope, projectId);
  const versions = await repository.listVersions(scope, projectId);
  return shownDates(versions, instant(scope.now.toISOString()));
}
