import type { ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { acknowledge } from '../../agreements/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export type FoundPortalAgreement = Awaited<ReturnType<typeof repository.findAgreement>>;

export async function readPortalAgreement(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<FoundPortalAgreement> {
  await requirePortalProject(scope, projectId);
  return repository.findAgreement(scope, projectId);
}

export async function acknowledgeAsClient(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly agreementId: WorkingAgreementId },
): Promise<FoundPortalAgreement> {
  const found = await readPortalAgreement(scope, key.projectId);
  if (!found) throw new AppError('not-found');
  await asFirm(scope, (firm) => acknowledge(firm, key, 'theirs'));
  return repository.findAgreement(scope, key.projectId);
}
