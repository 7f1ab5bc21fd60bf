import type { CalendarMonth } from '../calendar-date.ts';
import type { DealId, GoalId, ProjectId } from '../id.ts';
import type { DealHours } from './sources.ts';

/** A deal or an initiative that can be chosen: their ids never meet. */
export type CandidateId = DealId | ProjectId;

/** Where a choice of portfolio stands. */
export const choiceStates = ['draft', 'solved', 'decided'] as const;
export type ChoiceState = (typeof choiceStates)[number];

/** Where a choice stands: decided by a person, solved by a run, or still a draft. */
export function stateOfChoice(isDecided: boolean, hasResult: boolean): ChoiceState {
  if (isDecided) return 'decided';
  return hasResult ? 'solved' : 'draft';
}

/** The two yardsticks. One is made as great as can be, the other kept above a floor (IN-02). */
export const yardsticks = ['margin', 'contribution'] as const;
export type Yardstick = (typeof yardsticks)[number];

/** Longest choice in months. */
export const mostMonths = 36;

/** What a person aims at with a choice: horizon, yardstick, floors, reserve, weights. */
export type ChoiceAims = {
  readonly firstMonth: CalendarMonth;
  readonly monthCount: number;
  readonly dealHours: DealHours;
  readonly usualMonths: number;
  /** Months after its own month that a deal may start, unless its rule says otherwise. */
  readonly dealDelayMonths: number;
  readonly initiativeDelayMonths: number;
  readonly maximise: Yardstick;
  /** Points that the initiatives chosen bring at least, while margin is maximised; null for no floor. */
  readonly leastContribution: number | null;
  /** Margin that the deals chosen bring at least, while contribution is maximised. */
  readonly leastMarginMinor: number | null;
  /** Share of each role's capacity that client work leaves free in each month. */
  readonly reserveBasisPoints: number;
  /** Minutes that initiatives get at least over the whole choice, committed ones included. */
  readonly leastInitiativeMinutes: number | null;
  readonly leastInitiativeSpendMinor: number | null;
  /** What client work brings in at least in a month, committed projects included. */
  readonly cashFloors: readonly { readonly month: CalendarMonth; readonly leastMinor: number }[];
  readonly goalWeights: readonly { readonly goalId: GoalId; readonly weight: number }[];
};

/** What a person says of one candidate, beyond what is read of it. */
export type CandidateRule = {
  readonly candidateId: CandidateId;
  /** First and last month in which it may start; null for what is usual. */
  readonly firstMonth: CalendarMonth | null;
  readonly lastMonth: CalendarMonth | null;
  readonly isMandatory: boolean;
  /** Of candidates with the same name here at most one is chosen; empty for none. */
  readonly exclusiveGroup: string;
  /** Chosen only with all of these. */
  readonly requires: readonly CandidateId[];
  /** A person's decision that overrules the result; its reason is kept beside it. */
  readonly pin: Pinned | null;
};

/** Put in, in a month or whenever it fits; or kept out. */
export type Pinned =
  | { readonly side: 'in'; readonly month: CalendarMonth | null }
  | { readonly side: 'out' };

/** Something chosen, and the month in which it starts. */
export type Placement = { readonly candidateId: CandidateId; readonly month: CalendarMonth };
