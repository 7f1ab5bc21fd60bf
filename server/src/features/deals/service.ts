import type { dealChange, dealDraft, deals, demandLine } from '@evenkeel/contract/deals';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import { moveStage } from '@evenkeel/core/deals/pipeline';
import type { DealId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { followDeal } from '../hand-offs/service.ts';
import { findStage, firstStageId } from './pipelines/service.ts';
import * as repository from './repository.ts';

export { listStages } from './pipelines/service.ts';
export { listDeals } from './repository.ts';

export type DealWithDemand = {
  deal: repository.DealRecord;
  demand: Awaited<ReturnType<typeof repository.listDemand>>;
};

export async function getDeal(scope: Scope, id: DealId): Promise<DealWithDemand> {
  const deal = await repository.findDeal(scope, id);
  if (!deal) throw new AppError('not-found', 'There is no such deal.');
  return { deal, demand: await repository.listDemand(scope, id) };
}

export async function createDeal(
  scope: Scope,
  draft: z.infer<typeof dealDraft>,
): Promise<DealWithDemand> {
  checkDates(draft);
  const stageId = draft.stageId ?? (await firstStageId(scope));
  const id = await repository.insertDeal(scope, { ...draft, stageId });
  await followDeal(scope, id);
  return getDeal(scope, id);
}

export async function updateDeal(
  scope: Scope,
  id: DealId,
  version: number,
  change: z.infer<typeof dealChange>,
): Promise<DealWithDemand> {
  const { deal } = await getDeal(scope, id);
  checkDates({
    deliveryStartOn:
      change.deliveryStartOn === undefined ? deal.delivery_start_on : change.deliveryStartOn,
    deliveryEndOn: change.deliveryEndOn === undefined ? deal.delivery_end_on : change.deliveryEndOn,
  });
  await repository.updateDeal(scope, id, version, change);
  await followDeal(scope, id);
  return getDeal(scope, id);
}

/** Moves a deal to another stage, with what that means for its dates and its hand-off. */
export async function moveDeal(
  scope: Scope,
  id: DealId,
  version: number,
  move: BodyOf<typeof deals.move>,
): Promise<DealWithDemand> {
  const { deal } = await getDeal(scope, id);
  const stage = await findStage(scope, move.stageId);
  if (!stage) throw invalid(['stageId'], 'unknown', 'there is no such stage');
  const asked = { closeOn: deal.close_on, lostReason: move.lostReason ?? deal.lost_reason };
  await repository.updateDeal(scope, id, version, {
    stageId: stage.id,
    ...moveStage(asked, stage, scope.today),
    ...(move.contractSignedOn === undefined ? {} : { contractSignedOn: move.contractSignedOn }),
  });
  await followDeal(scope, id);
  return getDeal(scope, id);
}

export async function setDemand(
  scope: Scope,
  id: DealId,
  lines: readonly z.infer<typeof demandLine>[],
): Promise<DealWithDemand> {
  await getDeal(scope, id);
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (seen.has(line.roleId))
      throw invalid(['lines', index, 'roleId'], 'twice', 'stands there twice');
    seen.add(line.roleId);
  }
  await repository.replaceDemand(scope, id, lines);
  return getDeal(scope, id);
}

export async function removeDeal(scope: Scope, id: DealId): Promise<void> {
  if (!(await repository.setDealDeleted(scope, id, true))) {
    throw new AppError('not-found', 'There is no such deal.');
  }
  await followDeal(scope, id);
}

export async function restoreDeal(scope: Scope, id: DealId): Promise<DealWithDemand> {
  await repository.setDealDeleted(scope, id, false);
  await followDeal(scope, id);
  return getDeal(scope, id);
}

function checkDates(
  fields: Pick<z.infer<typeof dealChange>, 'deliveryStartOn' | 'deliveryEndOn'>,
): void {
  const { deliveryStartOn: start, deliveryEndOn: end } = fields;
  if (start && end && end < start) {
    throw invalid(['deliveryEndOn'], 'too-early', 'is before the start of delivery');
  }
}
