import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { contracts } from '@evenkeel/contract/quotes';
import type { ContractId, DealId } from '@evenkeel/core/id';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { integer } from '../../../platform/db/values.ts';
import { getDeal } from '../../deals/service.ts';
import * as repository from './repository.ts';

export async function contractOfDeal(
  scope: Scope,
  dealId: DealId,
): Promise<repository.ContractRecord | null> {
  await getDeal(scope, dealId);
  return (await repository.findContract(scope, { dealId })) ?? null;
}

/** What is not said comes from the deal: its value, its days of delivery and the quote that was agreed. */
export async function createContract(
  scope: Scope,
  dealId: DealId,
  body: BodyOf<typeof contracts.create>,
): Promise<repository.ContractRecord> {
  const { deal } = await getDeal(scope, dealId);
  const agreed = await repository.findQuoteOf(scope, dealId, null);
  const fields = {
    value: integer(deal.value),
    startOn: deal.delivery_start_on,
    endOn: deal.delivery_end_on,
    quoteId: agreed?.id ?? null,
    ...body,
  };
  await check(scope, dealId, fields);
  return getContract(scope, await repository.insertContract(scope, dealId, fields));
}

export async function updateContract(
  scope: Scope,
  { id, version }: { readonly id: ContractId; readonly version: number },
  change: BodyOf<typeof contracts.update>,
): Promise<repository.ContractRecord> {
  const old = await getContract(scope, id);
  await check(scope, old.deal_id, {
    startOn: change.startOn === undefined ? old.start_on : change.startOn,
    endOn: change.endOn === undefined ? old.end_on : change.endOn,
    quoteId: change.quoteId,
  });
  await repository.updateContract(scope, { id, version }, change);
  return getContract(scope, id);
}

export async function removeContract(scope: Scope, id: ContractId): Promise<void> {
  if (await repository.deleteContract(scope, id)) return;
  throw new AppError('not-found', 'There is no such contract.');
}

async function getContract(scope: Scope, id: ContractId): Promise<repository.ContractRecord> {
  const contract = await repository.findContract(scope, { id });
  if (!contract) throw new AppError('not-found', 'There is no such contract.');
  return contract;
}

async function check(
  scope: Scope,
  dealId: DealId,
  { startOn, endOn, quoteId }: repository.ContractFields,
): Promise<void> {
  if (startOn && endOn && endOn < startOn) {
    throw invalid(['endOn'], 'too-early', 'is before the start');
  }
  if (quoteId && !(await repository.findQuoteOf(scope, dealId, quoteId))) {
    throw invalid(['quoteId'], 'unknown', 'is no quote of this deal');
  }
}
