import type { ProjectId } from '@evenkeel/core/id';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { hashOf, type Identity, newSecret } from '../../identity/service.ts';
import { requireProject } from '../service.ts';
import * as repository from './repository.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

export async function listLinks(scope: Scope, projectId: ProjectId) {
  await requireProject(scope, projectId);
  return {
    links: await repository.listLinks(scope, projectId),
    opened: await repository.listOpenings(scope),
  };
}

/** Makes a link; its secret is kept as a hash alone, so that it can be shown only now. */
export async function createLink(
  identity: Identity,
  scope: Scope,
  draft: {
    readonly projectId: ProjectId;
    readonly name: string;
    readonly language: PortalLanguage;
    readonly days: number;
  },
) {
  const project = await requireProject(scope, draft.projectId);
  if (project.portal_opened_at === null)
    throw new AppError('wrong-state', 'Open the portal of this project first.');
  const secret = newSecret();
  const id = await repository.insertLink(scope, {
    ...draft,
    expiresAt: new Date(scope.now.getTime() + draft.days * dayMilliseconds),
    hash: hashOf(secret),
  });
  const link = await repository.findLink(scope, id);
  if (!link) throw new Error('the link just written is not there');
  // Behind the hash a browser tells nobody: the secret reaches no log and no Referer header.
  return { address: `${identity.publicUrl}/shared#${secret}`, link };
}

export async function revokeLink(scope: Scope, id: repository.ShareLinkId): Promise<void> {
  if (await repository.revokeLink(scope, id)) return;
  throw new AppError('not-found', 'There is no such link.');
}
