import type { accountChange, accountDraft } from '@evenkeel/contract/accounts';
import type { AccountId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import * as repository from './repository.ts';

export { listAccounts } from './repository.ts';

export async function getAccount(scope: Scope, id: AccountId): Promise<repository.AccountRecord> {
  const record = await repository.findAccount(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such account.');
  return record;
}

export async function createAccount(
  scope: Scope,
  draft: z.infer<typeof accountDraft>,
): Promise<repository.AccountRecord> {
  return getAccount(scope, await repository.insertAccount(scope, draft));
}

export async function updateAccount(
  scope: Scope,
  id: AccountId,
  version: number,
  change: z.infer<typeof accountChange>,
): Promise<repository.AccountRecord> {
  if (change.parentId === id)
    throw invalid(['parentId'], 'circle', 'an account cannot be its own parent');
  await repository.updateAccount(scope, id, version, change);
  return getAccount(scope, id);
}

export async function removeAccount(scope: Scope, id: AccountId): Promise<void> {
  if (await repository.setAccountDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such account.');
}

export async function restoreAccount(
  scope: Scope,
  id: AccountId,
): Promise<repository.AccountRecord> {
  await repository.setAccountDeleted(scope, id, false);
  return getAccount(scope, id);
}
