import type { dealReasons } from '@evenkeel/contract/deal-reasons';
import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { DealOutcome } from '@evenkeel/core/deals/pipeline';
import { AppError, invalid } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import * as repository from './repository.ts';

export type { ReasonId } from './repository.ts';
export { adoptTexts as adoptReasonTexts, insertReasons, listReasons } from './repository.ts';

export async function createReason(
  scope: Scope,
  body: BodyOf<typeof dealReasons.create>,
): Promise<repository.ReasonRecord> {
  const [id] = await repository.insertReasons(scope, [body]);
  if (!id) throw new Error('the reason was not written');
  return getReason(scope, id);
}

export async function updateReason(
  scope: Scope,
  id: repository.ReasonId,
  version: number,
  change: BodyOf<typeof dealReasons.update>,
): Promise<repository.ReasonRecord> {
  await repository.updateReason(scope, id, version, change);
  return getReason(scope, id);
}

export async function removeReason(scope: Scope, id: repository.ReasonId): Promise<void> {
  if (await repository.deleteReason(scope, id)) return;
  throw new AppError('not-found', 'There is no such reason.');
}

/** Refuses a reason that is none of the outcome. */
export async function checkReason(
  scope: Scope,
  id: repository.ReasonId | null | undefined,
  outcome: DealOutcome,
): Promise<void> {
  if (!id) return;
  const reason = await repository.findReason(scope, id);
  if (reason?.outcome === outcome) return;
  throw invalid(['reasonId'], 'unknown', `is no reason for a deal to be ${outcome}`);
}

async function getReason(scope: Scope, id: repository.ReasonId): Promise<repository.ReasonRecord> {
  const reason = await repository.findReason(scope, id);
  if (!reason) throw new AppError('not-found', 'There is no such reason.');
  return reason;
}
