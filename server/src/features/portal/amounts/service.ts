import type { ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import type { PortalScope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** Price and hours as far as they are shown. Throws `not-found` where the project is not. */
export async function readAmounts(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<repository.AmountsRecord> {
  const amounts = await repository.findAmounts(scope, projectId);
  if (!amounts) throw new AppError('not-found', 'There is no such project in your portal.');
  return amounts;
}
