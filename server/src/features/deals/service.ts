import type { dealChange, dealDraft, deals, demandLine } from '@evenkeel/contract/deals';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { isReadyForHandOff, moveStage } from '@evenkeel/core/deals/pipeline';
import type { DealId } from '@evenkeel/core/id';
import type { z } from 'zod';
import { AppError, invalid } from '../../platform/app-error.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { followDeal } from '../hand-offs/service.ts';
import { type Parts, readParts } from './parts/repository.ts';
import { findStage, firstStageId } from './pipelines/service.ts';
import { checkReason } from './reasons/service.ts';
import * as repository from './repository.ts';

export { listStages } from './pipelines/service.ts';
export { listDeals } from './repository.ts';

export type DealWithParts = {
  deal: repository.DealRecord;
  demand: Awaited<ReturnType<typeof repository.listDemand>>;
  parts: Parts;
  today: CalendarDate;
};

export async function getDeal(scope: Scope, id: DealId): Promise<DealWithParts> {
  const deal = await repository.findDeal(scope, id);
  if (!deal) throw new AppError('not-found', 'There is no such deal.');
  return {
    deal,
    demand: await repository.listDemand(scope, id),
    parts: await readParts(scope, id),
    today: scope.today,
  };
}

export async function createDeal(
  scope: Scope,
  draft: z.infer<typeof dealDraft>,
): Promise<DealWithParts> {
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
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  checkDates({
    deliveryStartOn:
      change.deliveryStartOn === undefined ? deal.delivery_start_on : change.deliveryStartOn,
    deliveryEndOn: change.deliveryEndOn === undefined ? deal.delivery_end_on : change.deliveryEndOn,
  });
  await repository.updateDeal(scope, id, version, change);
  await followDeal(scope, id, { wasReady: isReady(deal) });
  return getDeal(scope, id);
}

/** Moves a deal to another stage, with what that means for its dates and its hand-off. */
export async function moveDeal(
  scope: Scope,
  id: DealId,
  version: number,
  move: BodyOf<typeof deals.move>,
): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  const stage = await findStage(scope, move.stageId);
  if (!stage) throw invalid(['stageId'], 'unknown', 'there is no such stage');
  await checkReason(scope, move.reasonId, stage.outcome);
  const asked = {
    closeOn: deal.close_on,
    lostReason: move.lostReason ?? deal.lost_reason,
    reasonId: move.reasonId ?? (stage.outcome === deal.outcome ? deal.reason_id : null),
  };
  await repository.updateDeal(scope, id, version, {
    stageId: stage.id,
    ...moveStage(asked, stage, scope.today),
    ...(move.contractSignedOn === undefined ? {} : { contractSignedOn: move.contractSignedOn }),
  });
  await followDeal(scope, id, { wasReady: isReady(deal) });
  return getDeal(scope, id);
}

/** Proposes the hand-off of a won and signed deal that has none: imported, it was not proposed by itself. */
export async function proposeHandOff(scope: Scope, id: DealId): Promise<DealWithParts> {
  const { deal } = await getDeal(scope, id);
  if (!isReady(deal) || deal.deleted_at !== null) {
    throw new AppError('wrong-state', 'A hand-off needs a deal that is won and signed.');
  }
  await followDeal(scope, id);
  return getDeal(scope, id);
}

export async function setDemand(
  scope: Scope,
  id: DealId,
  lines: readonly z.infer<typeof demandLine>[],
): Promise<DealWithParts> {
  await getDeal(scope, id);
  const seen = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (seen.has(line.roleId))
      throw invalid(['lines', index, 'roleId'], 'twice', 'stands there twice');
    seen.add(line.roleId);
  }
  await repository.replaceDemand(scope, id, lines);
  await repository.touchDeal(scope, id);
  return getDeal(scope, id);
}

export async function removeDeal(scope: Scope, id: DealId): Promise<void> {
  if (!(await repository.setDealDeleted(scope, id, true))) {
    throw new AppError('not-found', 'There is no such deal.');
  }
  await followDeal(scope, id);
}

export async function restoreDeal(scope: Scope, id: DealId): Promise<DealWithParts> {
  await repository.setDealDeleted(scope, id, false);
  await followDeal(scope, id);
  return getDeal(scope, id);
}

/** Won and signed. */
function isReady(deal: repository.DealRecord): boolean {
  return isReadyForHandOff({
    outcome: deal.outcome,
    contractSignedOn: deal.contract_signed_on,
  });
}

function checkDates(
  fields: Pick<z.infer<typeof dealChange>, 'deliveryStartOn' | 'deliveryEndOn'>,
): void {
  const { deliveryStartOn: start, deliveryEndOn: end } = fields;
  if (start && end && end < start) {
    throw invalid(['deliveryEndOn'], 'too-early', 'is before the start of delivery');
  }
}
