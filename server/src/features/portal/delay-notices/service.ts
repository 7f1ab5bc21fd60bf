import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { portalDelayNotices } from '@evenkeel/contract/portal/delay-notices';
import type { DelayNoticeId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope } from '../../../platform/db/scope.ts';
import { acceptNotice, askForChange } from '../../delay-notices/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export type { SentNotice } from './repository.ts';

export async function listNotices(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<repository.SentNotice[]> {
  await requirePortalProject(scope, projectId);
  return repository.listNotices(scope, projectId);
}

/** The client's answer: the new date becomes the promise, or a wish for a change reaches the firm. */
export async function answerNotice(
  scope: PortalScope,
  key: { readonly projectId: ProjectId; readonly id: DelayNoticeId },
  { answer, words }: BodyOf<typeof portalDelayNotices.answer>,
): Promise<repository.SentNotice> {
  await findNotice(scope, key);
  await asFirm(scope, async (firm) => {
    if (answer === 'accept') await acceptNotice(firm, key.id);
    else await askForChange(firm, key.id, words ?? '');
  });
  return findNotice(scope, key);
}

async function findNotice(
  scope: PortalScope,
  { projectId, id }: { readonly projectId: ProjectId; readonly id: DelayNoticeId },
): Promise<repository.SentNotice> {
  await requirePortalProject(scope, projectId);
  const found = await repository.findNotice(scope, projectId, id);
  if (!found) throw new AppError('not-found', 'There is no such delay notice.');
  return found;
}
