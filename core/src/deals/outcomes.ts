import { entryOf } from '../grouping.ts';
import { roundCommercially } from '../money.ts';

/**
 * What wins a deal. Goal-led: the customer wants a result, and we shape the way with them. Initiative-led:
 * the customer has an initiative and compares offers, head to head (CR-14, B12).
 */
export const contestKinds = ['goal-led', 'initiative-led'] as const;
/** One of the two kinds of contest. */
export type ContestKind = (typeof contestKinds)[number];

/** What two offers for one initiative are compared by (CR-16). */
export const contestFields = ['feature', 'function', 'price', 'performance'] as const;
/** One of the things that offers are compared by. */
export type ContestField = (typeof contestFields)[number];
/** How we stand against a competitor in one of them. */
export const contestStandings = ['ahead', 'level', 'behind'] as const;
/** One of the standings. */
export type ContestStanding = (typeof contestStandings)[number];

/** A decided deal as the reports see it. Money in minor units; `margin` null while it has no project. */
export type DecidedDeal = {
  readonly isWon: boolean;
  readonly value: number;
  readonly reason: string | null;
  readonly contest: ContestKind | null;
  readonly margin: { readonly price: number; readonly cost: number } | null;
};

/** Won and lost deals of one group. */
export type OutcomeRow<Key> = {
  readonly key: Key;
  readonly wonCount: number;
  readonly wonValue: number;
  readonly lostCount: number;
  readonly lostValue: number;
  /** Won / (won + lost) by count, basis points; null without any. */
  readonly winRate: number | null;
  /** (price - cost) / price over the projects of the won deals, basis points; null without a price. */
  readonly marginShare: number | null;
};

/** Decided deals by what `keyOf` says of each: how many and how much was won and lost, rate and margin. */
export function outcomesBy<Key>(
  deals: readonly DecidedDeal[],
  keyOf: (deal: DecidedDeal) => Key,
): OutcomeRow<Key>[] {
  const groups = new Map<Key, DecidedDeal[]>();
  for (const deal of deals) entryOf(groups, keyOf(deal), () => []).push(deal);
  return [...groups].map(([key, own]) => ({ key, ...outcomesOf(own) }));
}

/** Decided deals taken together. */
export function outcomesOf(deals: readonly DecidedDeal[]): Omit<OutcomeRow<never>, 'key'> {
  const won = deals.filter(({ isWon }) => isWon);
  const lost = deals.filter(({ isWon }) => !isWon);
  const margins = won.flatMap(({ margin }) => margin ?? []);
  const price = sum(margins.map((margin) => margin.price));
  const cost = sum(margins.map((margin) => margin.cost));
  return {
    wonCount: won.length,
    wonValue: sum(won.map(({ value }) => value)),
    lostCount: lost.length,
    lostValue: sum(lost.map(({ value }) => value)),
    winRate: deals.length === 0 ? null : roundCommercially((won.length * 10_000) / deals.length),
    marginShare: price === 0 ? null : roundCommercially(((price - cost) * 10_000) / price),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
