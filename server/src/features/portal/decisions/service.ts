import type { DecisionId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { acknowledgeDecision as acknowledge } from '../../decisions/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export type { ShownDecision } from './repository.ts';

export async function listDecisions(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<repository.ShownDecision[]> {
  await requirePortalProject(scope, projectId);
  return repository.listDecisions(scope, projectId);
}

export async function acknowledgeDecision(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly id: DecisionId },
): Promise<repository.ShownDecision> {
  await findDecision(scope, key);
  await asFirm(scope, (firm) => acknowledge(firm, key.id, scope.actor.memberId));
  return findDecision(scope, key);
}

async function findDecision(
  scope: PortalScope,
  { projectId, id }: { readonly projectId: ProjectId; readonly id: DecisionId },
): Promise<repository.ShownDecision> {
  await requirePortalProject(scope, projectId);
  const found = await repository.findDecision(scope, projectId, id);
  if (!found) throw new AppError('not-found', 'There is no such decision.');
  return found;
}
