import type { timeStatements } from '@evenkeel/contract/effort';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { AccountId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

/** What was worked for an account on some days. */
export async function readStatement(
  scope: Scope,
  accountId: AccountId,
  asked: QueryOf<typeof timeStatements.get>,
) {
  if (asked.to < asked.from) throw invalid(['to'], 'too-early', 'is before the first day');
  const account = await repository.findAccount(scope, accountId);
  if (!account) throw new AppError('not-found', 'There is no such account.');
  const entries = await repository.listEntriesOf(scope, accountId, {
    from: asked.from,
    to: asked.to,
    onlyBillable: asked.billable === 'yes',
    projectIds: asked.projectId && asked.projectId.length > 0 ? asked.projectId : null,
  });
  if (entries.length > repository.mostEntries) {
    throw invalid(['from'], 'too-many', 'asks for more than 20,000 entries: choose fewer days');
  }
  return { account, from: asked.from, to: asked.to, entries };
}
