import type { CalendarDate } from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';

/** What reaching a stage means for a deal. */
export const dealOutcomes = ['open', 'won', 'lost'] as const;
export type DealOutcome = (typeof dealOutcomes)[number];

/** Days without a move after which a deal of an open stage has gone quiet, unless its stage says others. */
export const usualQuietDays = 21;

/** A step of the pipeline. `probability` in basis points. */
export type Stage = {
  readonly id: string;
  readonly probability: number;
  readonly outcome: DealOutcome;
};

/** What moving a deal changes on it. */
export type StageMove<Reason> = {
  readonly stageSince: CalendarDate;
  readonly closeOn: CalendarDate | null;
  readonly lostReason: string | null;
  readonly reasonId: Reason | null;
};

/**
 * What moving a deal to a stage does to its dates and reasons: a decided deal gets today as close
 * date when it was still to close later or had none, one that opens again loses its reason.
 */
export function moveStage<Reason>(
  deal: {
    readonly closeOn: CalendarDate | null;
    readonly lostReason: string | null;
    readonly reasonId: Reason | null;
  },
  to: Pick<Stage, 'outcome'>,
  today: CalendarDate,
): StageMove<Reason> {
  const isDecided = to.outcome !== 'open';
  const closesLater = deal.closeOn === null || deal.closeOn > today;
  return {
    stageSince: today,
    closeOn: isDecided && closesLater ? today : deal.closeOn,
    lostReason: to.outcome === 'lost' ? deal.lostReason : null,
    reasonId: isDecided ? deal.reasonId : null,
  };
}

/** Weighted pipeline of one deal in minor units: value × probability (basis points), rounded. */
export function weightedValue(deal: { readonly value: number }, probability: number): number {
  return roundCommercially((deal.value * probability) / 10_000);
}

/** Whether the deal is ready to be handed off: won **and** its contract is signed (CR-06, B09). */
export function isReadyForHandOff(deal: {
  readonly outcome: DealOutcome;
  readonly contractSignedOn: CalendarDate | null;
}): boolean {
  return deal.outcome === 'won' && deal.contractSignedOn !== null;
}
