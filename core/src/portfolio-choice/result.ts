import type { CalendarMonth } from '../calendar-date.ts';
import type { RoleId } from '../id.ts';
import type { Demand } from '../portfolio/model.ts';
import type { Overload } from '../portfolio/overload.ts';
import type { CandidateId, Placement, Yardstick } from './choice.ts';
import type { CandidateKind, PortfolioFacts } from './facts.ts';

/** The steps of a run, in order. */
export const runSteps = ['choosing', 'explaining', 'frontier', 'pricing'] as const;
export type RunStep = (typeof runSteps)[number];

/** How far a run is. */
export type ChoiceProgress = {
  readonly step: RunStep;
  /** How much better the best can still be, as a share of the value in basis points. */
  readonly gapBasisPoints: number | null;
  readonly done: number;
  readonly of: number;
};

/** An amount between two proven ends; they are equal when it is exact. */
export type Between = { readonly least: number; readonly most: number };

/** A portfolio on the frontier: no other brings more of one yardstick and as much of the other. */
export type FrontierPoint = {
  readonly marginMinor: number;
  readonly contribution: number;
  readonly chosen: readonly Placement[];
};

/**
 * Why a candidate is not chosen. `no-start`: no month is open to it. `fits`: it would fit, and adds
 * nothing to what is maximised. `blocked`: it would break these demands, in the month named.
 */
export type LeftOutReason =
  | { readonly kind: 'no-start' | 'fits' }
  | {
      readonly kind: 'blocked';
      readonly month: CalendarMonth;
      readonly by: readonly { readonly demand: Demand; readonly short: number }[];
    };

/** What is known of a candidate's worth, found by solving with it and without it (B02). */
export type CandidateWorth = {
  readonly candidateId: CandidateId;
  /** As in the engine: `from` an amount on it is worth taking. */
  readonly status: 'from' | 'needed' | 'always' | 'never' | 'unknown';
  /** Margin of a deal or points of an initiative from which on it is worth taking; null unless `from`. */
  readonly least: Between | null;
  /** Value of a deal from which on it is worth taking, rounded up; null unless `from`. */
  readonly leastValueMinor: number | null;
  /** What the best choice without it takes, and the best one with it does not. */
  readonly displaces: readonly CandidateId[];
};

/** What one more person in a role for a month is worth, in the yardstick that is maximised. */
export type MonthPrice = {
  readonly roleId: RoleId;
  readonly month: CalendarMonth;
  readonly worth: Between;
};

/** What a run came to. */
export type ChoiceResult = {
  readonly maximised: Yardstick;
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly marginMinor: number;
  readonly contribution: number;
  /** Proven: no portfolio allowed has more of the yardstick. */
  readonly bound: number;
  /** (bound − value) ÷ value. */
  readonly gap: number;
  /** Deals and initiatives chosen, without what is committed. */
  readonly chosen: readonly Placement[];
  readonly leftOut: readonly {
    readonly candidateId: CandidateId;
    readonly reason: LeftOutReason;
  }[];
  /** The demand whose lifting alone would gain the most, and what it gains; null when none does. */
  readonly binding: { readonly demand: Demand; readonly gain: Between } | null;
  readonly worths: readonly CandidateWorth[];
  /** Where one more person-month is worth something. */
  readonly monthPrices: readonly MonthPrice[];
  readonly frontier: readonly FrontierPoint[];
  /** Demands that cannot be met together; without any one of them they can. */
  readonly conflict: readonly Demand[];
  /** Where more is committed than there is, before any choice. */
  readonly overloads: readonly Overload[];
  /** The time was over before everything was explained. */
  readonly isPartial: boolean;
};

/** Minutes of a person-month that is priced: 160 hours. */
export const personMonthMinutes = 9_600;

/** What a run came to, in figures. */
export type ChoiceOutcome = {
  readonly status: ChoiceResult['status'];
  readonly maximised: Yardstick;
  readonly deals: number;
  readonly dealsOpen: number;
  readonly initiatives: number;
  readonly initiativesOpen: number;
  readonly marginMinor: number;
  readonly contribution: number;
  readonly gapBasisPoints: number;
};

/** The figures of a result. */
export function outcomeOf(result: ChoiceResult, facts: PortfolioFacts): ChoiceOutcome {
  const chosen = new Set<string>(result.chosen.map(({ candidateId }) => candidateId));
  const count = (kind: CandidateKind, isChosen: boolean) =>
    facts.candidates.filter((one) => one.kind === kind && (!isChosen || chosen.has(one.id))).length;
  return {
    status: result.status,
    maximised: result.maximised,
    deals: count('deal', true),
    dealsOpen: count('deal', false),
    initiatives: count('initiative', true),
    initiativesOpen: count('initiative', false),
    marginMinor: result.marginMinor,
    contribution: result.contribution,
    // Rounded up, so that what is not proven never reads as proven.
    gapBasisPoints: Math.ceil(result.gap * 10_000),
  };
}
