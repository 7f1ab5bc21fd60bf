import type { ChangeRequestId, ProjectId } from '@evenkeel/core/id';
import { AppError } from '../../../platform/app-error.ts';
import { asFirm, type PortalScope, type Scope } from '../../../platform/db/scope.ts';
import { createChange, decideChange, withdrawChange } from '../../change-requests/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

type Key = {
  readonly projectId: ProjectId;
  readonly changeId: ChangeRequestId;
  readonly version: number;
};

export async function listPortalChanges(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<repository.PortalChangeRecord[]> {
  await requirePortalProject(scope, projectId);
  return repository.listChanges(scope, projectId);
}

export async function createAsClient(
  scope: PortalScope,
  projectId: ProjectId,
  draft: { readonly name: string; readonly wanted: string },
): Promise<repository.PortalChangeRecord> {
  await requirePortalProject(scope, projectId);
  const made = await asFirm(scope, (firm) => createChange(firm, 'theirs', { projectId, ...draft }));
  return findChange(scope, { projectId, changeId: made.id });
}

export function decideAsClient(
  scope: PortalScope,
  key: Key,
  given: { readonly decision: 'accepted' | 'declined'; readonly reason: string },
): Promise<repository.PortalChangeRecord> {
  return onChange(scope, key, (firm, change) => decideChange(firm, change, given));
}

/** Whoever asked takes it back. */
export async function withdrawAsClient(
  scope: PortalScope,
  key: Key,
): Promise<repository.PortalChangeRecord> {
  const { is_mine: isMine } = await findChange(scope, key);
  if (!isMine) throw new AppError('not-allowed');
  return onChange(scope, key, withdrawChange);
}

async function onChange(
  scope: PortalScope,
  key: Key,
  work: (
    firm: Scope,
    change: { readonly id: ChangeRequestId; readonly version: number },
  ) => Promise<unknown>,
): Promise<repository.PortalChangeRecord> {
  await findChange(scope, key);
  await asFirm(scope, (firm) => work(firm, { id: key.changeId, version: key.version }));
  return findChange(scope, key);
}

async function findChange(
  scope: PortalScope,
  { projectId, changeId }: Pick<Key, 'projectId' | 'changeId'>,
): Promise<repository.PortalChangeRecord> {
  const change = (await listPortalChanges(scope, projectId)).find(({ id }) => id === changeId);
  if (!change) throw new AppError('not-found');
  return change;
}
