import type { dealParts } from '@evenkeel/contract/deal-parts';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import { lineAmount } from '@evenkeel/core/deals/lines';
import type { DealId } from '@evenkeel/core/id';
import { invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { type DealWithParts, getDeal, updateDeal } from '../service.ts';
import * as repository from './repository.ts';

/** The product of the first line becomes the deal's: lists and reports name one. */
export async function setLines(
  scope: Scope,
  id: DealId,
  { lines, setsValue }: BodyOf<typeof dealParts.setLines>,
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  const products = lines.map((line) => line.productId);
  await requireKnown(scope, { table: 'product', ids: products, list: 'lines', field: 'productId' });
  await repository.replaceLines(scope, id, lines);
  const product = products.find((productId) => productId !== null);
  const value = lines.reduce((sum, line) => sum + lineAmount(line), 0);
  return updateDeal(scope, id, deal.version, {
    ...(product ? { productId: product } : {}),
    ...(setsValue ? { value } : {}),
  });
}

export async function setStakeholders(
  scope: Scope,
  id: DealId,
  { stakeholders }: BodyOf<typeof dealParts.setStakeholders>,
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  const ids = stakeholders.map(({ contactId }) => contactId);
  const twice = ids.findIndex((contactId, index) => ids.indexOf(contactId) !== index);
  if (twice >= 0)
    throw invalid(['stakeholders', twice, 'contactId'], 'twice', 'stands there twice');
  await requireKnown(scope, { table: 'contact', ids, list: 'stakeholders', field: 'contactId' });
  await repository.replaceStakeholders(scope, id, stakeholders);
  return updateDeal(scope, id, deal.version, {});
}

export async function setCompetitors(
  scope: Scope,
  id: DealId,
  { competitors }: BodyOf<typeof dealParts.setCompetitors>,
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  await repository.replaceCompetitors(scope, id, competitors);
  return updateDeal(scope, id, deal.version, {});
}

export async function setServed(
  scope: Scope,
  id: DealId,
  served: BodyOf<typeof dealParts.setServed>,
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  const goalIds = [...new Set(served.customerGoalIds)];
  const initiativeIds = [...new Set(served.customerInitiativeIds)];
  await requireKnown(scope, { table: 'customer_goal', ids: goalIds, list: 'customerGoalIds' });
  await requireKnown(scope, {
    table: 'customer_initiative',
    ids: initiativeIds,
    list: 'customerInitiativeIds',
  });
  await repository.replaceServed(scope, id, { goalIds, initiativeIds });
  return updateDeal(scope, id, deal.version, {});
}

type Named = {
  readonly table: Parameters<typeof repository.knownIds>[1];
  readonly ids: readonly (string | null)[];
  readonly list: string;
  readonly field?: string;
};

/** Refuses the first id that names nothing here, at its place. */
async function requireKnown(scope: Scope, { table, ids, list, field }: Named): Promise<void> {
  const known = await repository.knownIds(
    scope,
    table,
    ids.flatMap((id) => id ?? []),
  );
  const index = ids.findIndex((id) => id !== null && !known.has(id));
  if (index < 0) return;
  throw invalid([list, index, ...(field ? [field] : [])], 'unknown', 'is not known here');
}
