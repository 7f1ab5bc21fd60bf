import { type CalendarDate, type CalendarMonth, monthOf } from '../calendar-date.ts';
import { entryOf } from '../grouping.ts';
import { type DealOutcome, weightedValue } from './pipeline.ts';

/** An open deal in a stage of this probability or more counts as committed. Basis points. */
export const committedFrom = 7_500;

/** What a forecast knows of a deal. `value` in minor units, `probability` of its stage in basis points. */
export type ForecastDeal = {
  readonly value: number;
  readonly probability: number;
  readonly outcome: DealOutcome;
  readonly closeOn: CalendarDate | null;
};

/** When a deal is expected to close. */
export type ForecastPeriod = CalendarMonth | 'overdue' | 'undated';

/** Sums over deals that are expected to close in one period, in minor units. */
export type ForecastSums = {
  /** Open deals, and their value in full. */
  readonly openCount: number;
  readonly full: number;
  /** Σ value × probability of each open deal, each rounded to the minor unit. */
  readonly weighted: number;
  /** Value of the open deals in stages of `committedFrom` or more. */
  readonly committed: number;
  /** Deals won with a close in the period. */
  readonly wonCount: number;
  readonly won: number;
};

/** The sums of one period. */
export type ForecastRow = ForecastSums & { readonly period: ForecastPeriod };

/** No deals. */
export const noForecast: ForecastSums = {
  openCount: 0,
  full: 0,
  weighted: 0,
  committed: 0,
  wonCount: 0,
  won: 0,
};

/**
 * The period in which a deal counts: its close month; open deals whose close lies before today are
 * overdue, those without one undated. A lost deal counts nowhere.
 */
export function forecastPeriod(
  deal: Pick<ForecastDeal, 'outcome' | 'closeOn'>,
  today: CalendarDate,
): ForecastPeriod | null {
  if (deal.outcome === 'lost') return null;
  if (deal.closeOn === null) return deal.outcome === 'open' ? 'undated' : null;
  return deal.outcome === 'open' && deal.closeOn < today ? 'overdue' : monthOf(deal.closeOn);
}

/** Whether a deal counts as committed: open, in a stage of `committedFrom` or more. */
export function isCommitted(deal: Pick<ForecastDeal, 'outcome' | 'probability'>): boolean {
  return deal.outcome === 'open' && deal.probability >= committedFrom;
}

/** What one deal adds to the sums of its period. */
export function forecastOf(deal: ForecastDeal): ForecastSums {
  if (deal.outcome === 'lost') return noForecast;
  if (deal.outcome === 'won') return { ...noForecast, wonCount: 1, won: deal.value };
  return {
    ...noForecast,
    openCount: 1,
    full: deal.value,
    weighted: weightedValue(deal, deal.probability),
    committed: isCommitted(deal) ? deal.value : 0,
  };
}

/** Two sums together. */
export function addForecast(a: ForecastSums, b: ForecastSums): ForecastSums {
  return {
    openCount: a.openCount + b.openCount,
    full: a.full + b.full,
    weighted: a.weighted + b.weighted,
    committed: a.committed + b.committed,
    wonCount: a.wonCount + b.wonCount,
    won: a.won + b.won,
  };
}

/**
 * The forecast by close month: overdue first, then the months in order, undated last. Every deal that
 * is not lost counts in exactly one row, so that the rows add up to the whole.
 * Complexity: linear in deals.
 */
export function forecastByMonth(
  deals: readonly ForecastDeal[],
  today: CalendarDate,
): ForecastRow[] {
  const sums = new Map<ForecastPeriod, ForecastSums>();
  for (const deal of deals) {
    const period = forecastPeriod(deal, today);
    if (period === null) continue;
    sums.set(
      period,
      addForecast(
        entryOf(sums, period, () => noForecast),
        forecastOf(deal),
      ),
    );
  }
  return [...sums]
    .map(([period, row]) => ({ period, ...row }))
    .sort((a, b) => (sortText(a.period) < sortText(b.period) ? -1 : 1));
}

function sortText(period: ForecastPeriod): string {
  if (period === 'overdue') return '0';
  return period === 'undated' ? '9999-99' : period;
}
