import { type ScopeState, type SoldDrift, soldDrift } from '@evenkeel/core/deals/hand-off-sold';
import type { CustomerGoalId, ProjectId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import * as repository from './repository.ts';

export { insertCarried } from './repository.ts';

/** What came over with a project, and how far delivery has moved from it. */
export type SoldWithDrift = repository.Carried & { readonly drift: SoldDrift };

export async function getSold(scope: Scope, projectId: ProjectId): Promise<SoldWithDrift> {
  const figures = await repository.readFigures(scope, projectId);
  if (!figures) throw new AppError('not-found', 'There is no such client project.');
  const carried = await repository.readCarried(scope, projectId);
  const price = integer(figures.price ?? 0);
  const drift = soldDrift({
    price,
    soldPrice: figures.sold_price === null ? price : integer(figures.sold_price),
    soldMinutes: integer(figures.sold_minutes),
    estimatedMinutes: integer(figures.estimated),
    loggedMinutes: integer(figures.logged),
    lines: carried.lines.map(({ state }) => ({ state, isSold: true })),
  });
  return { ...carried, drift };
}

/** Says which goals of its customer a client project serves; those of others are refused. */
export async function setCustomerGoals(
  scope: Scope,
  projectId: ProjectId,
  goalIds: readonly CustomerGoalId[],
): Promise<SoldWithDrift> {
  const project = await repository.findClientProject(scope, projectId);
  if (!project) throw new AppError('not-found', 'There is no such client project.');
  const goals = await repository.accountsOfGoals(scope, goalIds);
  for (const [index, id] of goalIds.entries()) {
    const goal = goals.find((one) => one.id === id);
    if (!goal) throw invalid(['customerGoalIds', index], 'unknown', 'there is no such goal');
    if (goal.account_id === project.account_id) continue;
    throw invalid(['customerGoalIds', index], 'elsewhere', 'is the goal of another account');
  }
  await repository.replaceCustomerGoals(scope, projectId, [...new Set(goalIds)]);
  return getSold(scope, projectId);
}

export async function setLineState(
  scope: Scope,
  line: { readonly id: repository.ScopeLineId; readonly version: number },
  state: ScopeState,
): Promise<SoldWithDrift> {
  const found = await repository.findLine(scope, line.id);
  if (!found) throw new AppError('not-found', 'There is no such line of scope.');
  await repository.setLineState(scope, line, state);
  return getSold(scope, found.project_id);
}
