import type { ClientDutyId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { answerDuty, type DutyAnswer } from '../../client-duties/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export async function listPortalDuties(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<repository.PortalDutyRecord[]> {
  await requirePortalProject(scope, projectId);
  return repository.listDuties(scope, projectId);
}

/** Whoever sees it may answer it, also for a colleague who was asked: it says who it was. */
export async function answer(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly dutyId: ClientDutyId },
  given: DutyAnswer,
): Promise<repository.PortalDutyRecord> {
  await findDuty(scope, key);
  await asFirm(scope, (firm) => answerDuty(firm, key.dutyId, given));
  return findDuty(scope, key);
}

async function findDuty(
  scope: PortalScope,
  { projectId, dutyId }: { readonly projectId: ProjectId; readonly dutyId: ClientDutyId },
): Promise<repository.PortalDutyRecord> {
  const duty = (await listPortalDuties(scope, projectId)).find(({ id }) => id === dutyId);
  if (!duty) throw new AppError('not-found');
  return duty;
}
