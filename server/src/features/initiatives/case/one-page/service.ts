import type { ProjectId } from '@evenkeel/core/id';
import { projectStates } from '@evenkeel/core/projects/state';
import { AppError } from '../../../../platform/app-error.ts';
import type { Scope } from '../../../../platform/db/scope.ts';
import { hasPermission } from '../../../../platform/http/permission.ts';
import { getInitiative, type Initiative, listInitiatives } from '../../service.ts';
import { type BenefitRecord, listBenefits } from '../repository.ts';

export type OnePage = {
  readonly initiative: Initiative;
  readonly benefits: readonly BenefitRecord[];
};

/** States in which a case is worth telling; what was put away is not. */
const told = projectStates.filter((state) => state !== 'shelved' && state !== 'rejected');

/** The one-page case; before it is published only those who write see it (ST-10). */
export async function getOnePage(scope: Scope, id: ProjectId): Promise<OnePage> {
  const initiative = await getInitiative(scope, id);
  const { record } = initiative;
  const isShown = record.is_case_published && record.deleted_at === null;
  if (!isShown && !hasPermission(scope.actor, 'write')) {
    throw new AppError('not-found', 'There is no published case of it.');
  }
  return { initiative, benefits: await listBenefits(scope, id) };
}

/** All cases that are published and still worth telling. */
export async function listPublished(scope: Scope): Promise<OnePage[]> {
  const request = { state: told, limit: 500, sort: 'priority' as const };
  const { rows } = await listInitiatives(scope, request);
  const published: OnePage[] = [];
  // One after the other, for they share the connection of the call.
  for (const { record } of rows) {
    if (record.is_case_published) published.push(await getOnePage(scope, record.id));
  }
  return published;
}
