import type { BodyOf } from '@evenkeel/contract/endpoint';
import type { mixReviews } from '@evenkeel/contract/mix';
import { workSums } from '@evenkeel/core/balance/balance';
import { loadCells } from '@evenkeel/core/balance/cells';
import { coveredRange, quartersAround } from '@evenkeel/core/balance/mix';
import { cashMonths, type MixTargets, measuredMixes } from '@evenkeel/core/balance/mix-measures';
import {
  addMonths,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
} from '@evenkeel/core/calendar-date';
import type { Id, MixReviewId } from '@evenkeel/core/id';
import { AppError } from '../../platform/app-error.ts';
import { columnsOf } from '../../platform/db/columns.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { MixSeenRecord } from '../../schema/mix-tables.ts';
import { gather } from '../balance/service.ts';
import { listLoans } from '../ring-fence/loans/service.ts';
import { listWarnings } from '../starvation/service.ts';
import * as repository from './repository.ts';

export { canSeeMoney } from './policy.ts';

/** The mix as it stands, with what it is held against. */
export async function viewMix(scope: Scope) {
  const { version, targets } = await repository.findTargets(scope);
  return { version, targets, seen: await seeMix(scope, targets) };
}

export async function setTargets(
  scope: Scope,
  version: number,
  targets: Parameters<typeof repository.updateTargets>[2],
) {
  await repository.updateTargets(scope, version, targets);
  return repository.findTargets(scope);
}

/** Every review, the latest first. */
export function listReviews(scope: Scope): Promise<repository.ReviewRecord[]> {
  return repository.listReviews(scope);
}

/** A review with its decisions, and the one before it. */
export type WholeReview = {
  readonly review: repository.ReviewRecord;
  readonly before: repository.ReviewRecord | null;
  readonly decisions: readonly repository.DecisionRecord[];
};

export async function getReview(scope: Scope, id: MixReviewId): Promise<WholeReview> {
  const reviews = await repository.listReviews(scope);
  const place = reviews.findIndex((one) => one.id === id);
  const review = reviews[place];
  if (!review) throw new AppError('not-found', 'There is no such review.');
  const before = reviews[place + 1] ?? null;
  const ids = before ? [review.id, before.id] : [review.id];
  return { review, before, decisions: await repository.listDecisions(scope, ids) };
}

/** Holds a review: how the mix stands now is kept as it is. */
export async function holdReview(scope: Scope): Promise<WholeReview> {
  const { targets } = await repository.findTargets(scope);
  const id = await repository.insertReview(scope, await seeMix(scope, targets));
  return getReview(scope, id);
}

export async function updateReview(
  scope: Scope,
  key: { readonly id: MixReviewId; readonly version: number },
  change: BodyOf<typeof mixReviews.update>,
): Promise<WholeReview> {
  await repository.updateReview(scope, key, columnsOf(change));
  return getReview(scope, key.id);
}

export async function decide(
  scope: Scope,
  id: MixReviewId,
  { decision, ...rest }: BodyOf<typeof mixReviews.decide>,
): Promise<WholeReview> {
  await getReview(scope, id);
  await repository.insertDecision(scope, id, { decision, ...columnsOf(rest) });
  return getReview(scope, id);
}

export async function changeDecision(
  scope: Scope,
  key: { readonly id: Id<'mix-decision'>; readonly version: number },
  change: BodyOf<typeof mixReviews.changeDecision>,
): Promise<WholeReview> {
  return getReview(scope, await repository.updateDecision(scope, key, columnsOf(change)));
}

/** Cash is looked at from last month to the next three. */
const cashAhead = { from: -1, to: 3 } as const;

async function seeMix(scope: Scope, targets: MixTargets): Promise<MixSeenRecord> {
  const now = monthOf(scope.today);
  const view = {
    from: monthStart(addMonths(now, cashAhead.from)),
    to: monthEnd(addMonths(now, cashAhead.to)),
  };
  const covered = coveredRange({ today: scope.today, ...view });
  const { input } = await gather(scope, { ...covered, tentative: 'weighted' });
  const cells = loadCells(workSums(input).sums);
  return {
    quarters: quartersAround(scope.today).map((quarter) => ({
      ...quarter,
      measures: measuredMixes(cells, quarter, targets),
    })),
    cash: cashMonths(cells, monthsBetween(view.from, view.to), targets.cashFloorMinor),
    starving: (await listWarnings(scope, false)).map(({ warning }) => ({
      initiative: { id: warning.project_id, name: warning.name },
      dueOn: warning.found.target.dueOn,
      finishWeek: warning.found.forecast.finishWeek,
    })),
    overdueLoans: (await listLoans(scope))
      .filter(({ loan, standing }) => standing.state === 'overdue' && loan.measure === 'minutes')
      .map(({ loan, standing }) => ({
        reason: loan.reason,
        payBackOn: loan.payBackOn,
        outstandingMinutes: standing.outstanding,
      })),
  };
}
