import type {
  customerInitiativeChange,
  customerInitiativeDraft,
} from '@evenkeel/contract/customers';
import type { AccountId, CustomerGoalId, CustomerInitiativeId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { goalsOf } from '../service.ts';
import * as repository from './repository.ts';

export { initiativesOf, listInitiatives } from './repository.ts';

type Change = z.infer<typeof customerInitiativeChange>;

export async function getInitiative(
  scope: Scope,
  id: CustomerInitiativeId,
): Promise<repository.CustomerInitiativeRecord> {
  const record = await repository.findInitiative(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such customer initiative.');
  return record;
}

export async function createInitiative(
  scope: Scope,
  draft: z.infer<typeof customerInitiativeDraft>,
): Promise<repository.CustomerInitiativeRecord> {
  const { goals = [], ...fields } = draft;
  checkDates(fields.startOn ?? null, fields.endOn ?? null);
  await checkGoals(scope, draft.accountId, goals);
  const id = await repository.insertInitiative(scope, fields);
  await repository.replaceGoals(scope, id, goals);
  return getInitiative(scope, id);
}

export async function updateInitiative(
  scope: Scope,
  id: CustomerInitiativeId,
  version: number,
  change: Change,
): Promise<repository.CustomerInitiativeRecord> {
  const standing = await getInitiative(scope, id);
  const { goals, ...fields } = change;
  checkDates(
    change.startOn === undefined ? standing.start_on : change.startOn,
    change.endOn === undefined ? standing.end_on : change.endOn,
  );
  if (goals) await checkGoals(scope, standing.account_id, goals);
  await repository.updateInitiative(scope, id, version, fields);
  if (goals) await repository.replaceGoals(scope, id, goals);
  return getInitiative(scope, id);
}

export async function removeInitiative(scope: Scope, id: CustomerInitiativeId): Promise<void> {
  if (await repository.setInitiativeDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such customer initiative.');
}

export async function restoreInitiative(
  scope: Scope,
  id: CustomerInitiativeId,
): Promise<repository.CustomerInitiativeRecord> {
  await repository.setInitiativeDeleted(scope, id, false);
  return getInitiative(scope, id);
}

function checkDates(startOn: string | null, endOn: string | null): void {
  if (startOn && endOn && endOn < startOn)
    throw invalid(['endOn'], 'too-early', 'is before it starts');
}

/** An initiative of a customer serves goals of the same customer. */
async function checkGoals(
  scope: Scope,
  accountId: AccountId,
  goals: readonly { readonly goalId: CustomerGoalId }[],
): Promise<void> {
  if (goals.length === 0) return;
  const own = new Set((await goalsOf(scope, accountId)).map(({ id }) => id));
  const stray = goals.findIndex(({ goalId }) => !own.has(goalId));
  if (stray >= 0)
    throw invalid(['goals', stray, 'goalId'], 'unknown', 'is no goal of this account');
}
