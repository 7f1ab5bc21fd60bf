import type { dealReports } from '@evenkeel/contract/deal-reports';
import type { QueryOf } from '@evenkeel/contract/endpoint';
import { rateBook, rateOn } from '@evenkeel/core/balance/rates';
import { type ForecastRow, forecastByMonth } from '@evenkeel/core/deals/forecast';
import {
  type ContestKind,
  contestKinds,
  type DecidedDeal,
  type OutcomeRow,
  outcomesBy,
} from '@evenkeel/core/deals/outcomes';
import { entryOf } from '@evenkeel/core/grouping';
import type { DealId, Id } from '@evenkeel/core/id';
import { costOfMinutes } from '@evenkeel/core/money';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import { gather } from '../balance/service.ts';
import * as repository from './repository.ts';

export type Reason = { readonly id: Id<'deal-reason'>; readonly name: string };
export type Outcomes = {
  readonly won: readonly OutcomeRow<Reason | null>[];
  readonly lost: readonly OutcomeRow<Reason | null>[];
  readonly byContest: readonly OutcomeRow<ContestKind | null>[];
};

export async function forecast(
  scope: Scope,
  request: QueryOf<typeof dealReports.forecast>,
): Promise<ForecastRow[]> {
  const deals = await repository.listForecastDeals(scope, request);
  return forecastByMonth(
    deals.map((deal) => ({
      value: integer(deal.value),
      probability: deal.probability,
      outcome: deal.outcome,
      closeOn: deal.close_on,
    })),
    scope.today,
  );
}

/** Won and lost deals by reason and by mark; margins for those only who may see what hours cost. */
export async function outcomes(
  scope: Scope,
  request: QueryOf<typeof dealReports.outcomes>,
): Promise<Outcomes> {
  const rows = await repository.listDecidedDeals(scope, request);
  const costs = await costsOf(
    scope,
    rows.flatMap((row) => (row.outcome === 'won' && row.price !== null ? row.id : [])),
  );
  const reasons = new Map<string, Reason>();
  const deals = rows.map((row): DecidedDeal => {
    if (row.reason_id)
      reasons.set(row.reason_id, { id: row.reason_id, name: row.reason_name ?? '' });
    return {
      isWon: row.outcome === 'won',
      value: integer(row.value),
      reason: row.reason_id,
      contest: row.contest,
      margin:
        row.price === null || costs === null
          ? null
          : { price: integer(row.price), cost: costs.get(row.id) ?? 0 },
    };
  });
  const byReason = (isWon: boolean) =>
    outcomesBy(
      deals.filter((deal) => deal.isWon === isWon),
      ({ reason }) => reason,
    )
      .map((row) => ({ ...row, key: row.key === null ? null : (reasons.get(row.key) ?? null) }))
      .sort((a, b) => b.wonCount + b.lostCount - a.wonCount - a.lostCount);
  const marks = outcomesBy(deals, ({ contest }) => contest);
  return {
    won: byReason(true),
    lost: byReason(false),
    byContest: [...contestKinds, null].flatMap((kind) => marks.filter(({ key }) => key === kind)),
  };
}

/** What the hours logged for each deal have cost; null for those who may not see rates. */
async function costsOf(
  scope: Scope,
  dealIds: readonly DealId[],
): Promise<Map<DealId, number> | null> {
  const day = scope.today;
  const { input, showsMoney } = await gather(
    scope,
    { from: day, to: day, tentative: 'weighted' },
    { sources: [] },
  );
  if (!showsMoney) return null;
  const book = rateBook(input);
  const costs = new Map<DealId, number>();
  for (const work of await repository.listWork(scope, dealIds)) {
    const rate = rateOn(book, { personId: work.person_id, roleId: null }, work.on_date);
    const cost = costOfMinutes(integer(work.minutes), rate?.costPerHourMinor ?? 0);
    costs.set(work.deal_id, entryOf(costs, work.deal_id, () => 0) + cost);
  }
  return costs;
}
