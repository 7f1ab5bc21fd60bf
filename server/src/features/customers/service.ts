import type { customerGoalChange, customerGoalDraft } from '@evenkeel/contract/customers';
import {
  goalPrompts,
  makesCircle,
  type PromptReason,
  workByGoal,
} from '@evenkeel/core/customers/customer-aims';
import type { AccountId, CustomerGoalId, DealId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { createDeal } from '../deals/service.ts';
import { initiativesOf } from './initiatives/repository.ts';
import * as repository from './repository.ts';
import { readServingWork } from './serving/service.ts';

export { goalsOf, listGoals } from './repository.ts';

type Change = z.infer<typeof customerGoalChange>;

export async function getGoal(
  scope: Scope,
  id: CustomerGoalId,
): Promise<repository.CustomerGoalRecord> {
  const record = await repository.findGoal(scope, id);
  if (!record) throw new AppError('not-found', 'There is no such customer goal.');
  return record;
}

export async function createGoal(
  scope: Scope,
  draft: z.infer<typeof customerGoalDraft>,
): Promise<repository.CustomerGoalRecord> {
  const { productIds, templateIds, ...fields } = draft;
  await checkLadder(scope, draft.accountId, { goalId: null, servesId: draft.servesId });
  const id = await repository.insertGoal(scope, fields);
  await writeCapabilities(scope, id, { productIds, templateIds });
  return getGoal(scope, id);
}

export async function updateGoal(
  scope: Scope,
  id: CustomerGoalId,
  version: number,
  change: Change,
): Promise<repository.CustomerGoalRecord> {
  const { productIds, templateIds, ...fields } = change;
  const standing = await getGoal(scope, id);
  await checkLadder(scope, standing.account_id, { goalId: id, servesId: change.servesId });
  await repository.updateGoal(scope, id, version, fields);
  await writeCapabilities(scope, id, { productIds, templateIds });
  return getGoal(scope, id);
}

/** Opens a deal that serves a goal: with its name and the first product of ours that helps. */
export async function openDeal(
  scope: Scope,
  id: CustomerGoalId,
  name: string | undefined,
): Promise<{ readonly id: DealId; readonly name: string }> {
  const goal = await getGoal(scope, id);
  const { deal } = await createDeal(scope, {
    name: name ?? goal.name,
    accountId: goal.account_id,
    productId: goal.products[0]?.id ?? null,
    ownerId: scope.actor.personId,
  });
  await repository.linkDeal(scope, id, deal.id);
  return { id: deal.id, name: deal.name };
}

export async function removeGoal(scope: Scope, id: CustomerGoalId): Promise<void> {
  if (await repository.setGoalDeleted(scope, id, true)) return;
  throw new AppError('not-found', 'There is no such customer goal.');
}

export async function restoreGoal(
  scope: Scope,
  id: CustomerGoalId,
): Promise<repository.CustomerGoalRecord> {
  await repository.setGoalDeleted(scope, id, false);
  return getGoal(scope, id);
}

/** What an account, or every account, wants and runs, with the work that serves it and the prompts. */
export async function readAims(scope: Scope, accountId: AccountId | null) {
  const goals = await repository.goalsOf(scope, accountId);
  const initiatives = await initiativesOf(scope, accountId);
  const aims = {
    goals: goals.map(({ id, state, serves_id: servesId }) => ({ id, state, servesId })),
    initiatives: initiatives.map((initiative) => ({
      id: initiative.id,
      goalIds: initiative.goals.map(({ id }) => id),
    })),
    work: await readServingWork(scope, accountId),
  };
  const prompts = new Map<string, PromptReason>(
    goalPrompts(aims).map(({ goalId, reason }) => [goalId, reason]),
  );
  return { goals, initiatives, work: workByGoal(aims), prompts };
}

type Capabilities = Pick<Change, 'productIds' | 'templateIds'>;

async function writeCapabilities(
  scope: Scope,
  id: CustomerGoalId,
  { productIds, templateIds }: Capabilities,
): Promise<void> {
  if (productIds)
    await repository.replaceCapabilities(scope, id, { column: 'product_id', ids: productIds });
  if (templateIds)
    await repository.replaceCapabilities(scope, id, { column: 'template_id', ids: templateIds });
}

/** A goal serves another goal of the same account, and never, however far up, itself. */
async function checkLadder(
  scope: Scope,
  accountId: AccountId,
  {
    goalId,
    servesId,
  }: { goalId: CustomerGoalId | null; servesId: CustomerGoalId | null | undefined },
): Promise<void> {
  if (!servesId) return;
  const goals = await repository.goalsOf(scope, accountId);
  if (!goals.some(({ id }) => id === servesId))
    throw invalid(['servesId'], 'unknown', 'is no goal of this account');
  const ladder = goals.map(({ id, serves_id }) => ({ id, servesId: serves_id }));
  if (goalId && makesCircle(ladder, { goalId, servesId }))
    throw invalid(['servesId'], 'circle', 'already serves this goal; a ladder leads upwards only');
}
