import type { CalendarMonth } from '../calendar-date.ts';

/**
 * Which client work and which initiatives to take on, and when each starts.
 * All amounts are whole numbers: effort in minutes, money in minor units of one currency, contribution
 * in points of the firm's weights, sums within ±9.007e15. Months are named by their place in `months`.
 * Margin belongs to client work and contribution to initiatives: they are never added (IN-02).
 */
export type PortfolioProblem = {
  /** Consecutive months, the first is month 0. */
  readonly months: readonly CalendarMonth[];
  /** Ids of the roles that do the work. */
  readonly roles: readonly string[];
  /** Minutes that `roles[r]` can work in month `m`: `capacityMinutes[r][m]`, 0 or more. */
  readonly capacityMinutes: readonly (readonly number[])[];
  readonly candidates: readonly Candidate[];
  /** Ids of candidates that must be taken; committed ones need not be named. */
  readonly mandatory: readonly string[];
  readonly exclusive: readonly ExclusiveGroup[];
  readonly requires: readonly Requirement[];
  readonly reserve: Reserve;
  /** What client work must bring in at least, in minor units. */
  readonly clientCash: readonly Floor[];
  /** A person's decisions: they overrule the engine, never the rules above. */
  readonly pins: readonly Pin[];
  readonly objective: Objective;
};

/** A candidate: an open deal, a proposed initiative, or work already promised. */
export type Candidate = ClientCandidate | InitiativeCandidate;

/** Work for an account: an open deal, or a running client project when `committed`. */
export type ClientCandidate = CandidateWork & {
  readonly kind: 'client';
  /** Margin in minor units, for a deal already weighted by its probability. May be negative. */
  readonly marginMinor: number;
};

/** Own work: a proposed initiative, or a running one when `committed`. */
export type InitiativeCandidate = CandidateWork & {
  readonly kind: 'initiative';
  /** Goal contribution in points. May be negative: an initiative can hurt a goal. */
  readonly contribution: number;
};

/** What both kinds of candidate need and bring, month by month from their start. */
export type CandidateWork = {
  readonly id: string;
  /** Whether it is already promised, so that it is always taken. */
  readonly committed: boolean;
  /** Months it may start in, ascending, each once, at least one. */
  readonly starts: readonly number[];
  /** Effort by role; each role at most once. What falls after the last month is not counted. */
  readonly effort: readonly Effort[];
  /**
   * Money in (positive) and out (negative) in the first, second, … month of the work, minor units.
   * What falls after the last month is not counted.
   */
  readonly cashMinor: readonly number[];
};

/** Minutes of one role in the first, second, … month of the work, each 0 or more. */
export type Effort = { readonly roleId: string; readonly minutes: readonly number[] };

/** At most one of these candidates is taken. */
export type ExclusiveGroup = { readonly ids: readonly string[] };

/**
 * `id` is taken only if `needs` is taken. With `lagMonths` not null it also starts at least that many
 * months after `needs` starts (0 = the same month or later).
 */
export type Requirement = {
  readonly id: string;
  readonly needs: string;
  readonly lagMonths: number | null;
};

/** An amount that the months `from` to `to`, both included, must reach together. */
export type Floor = { readonly from: number; readonly to: number; readonly least: number };

/** What is set aside for initiatives. */
export type Reserve = {
  /** Minutes of `roles[r]` in month `m` that client work leaves free: 0 to the capacity there. */
  readonly keptMinutes: readonly (readonly number[])[];
  /** Minutes, over all roles, that the initiatives taken must use at least. */
  readonly initiativeMinutes: readonly Floor[];
  /** Minor units that the initiatives taken must spend at least (their cash, the other way round). */
  readonly initiativeSpend: readonly Floor[];
};

/** A candidate put in or kept out by a person; put in with a start, in that month. */
export type Pin =
  | { readonly id: string; readonly in: true; readonly start: number | null }
  | { readonly id: string; readonly in: false };

/** What is made as great as possible, and the least of the other yardstick (`null`: no floor). */
export type Objective =
  | { readonly maximise: 'margin'; readonly leastContribution: number | null }
  | { readonly maximise: 'contribution'; readonly leastMarginMinor: number | null };

/** A candidate that is taken, with the month it starts in. */
export type Choice = { readonly id: string; readonly start: number };

/** One demand of a problem, as named in conflicts and binding constraints. */
export type Demand =
  | { readonly kind: 'capacity' | 'reserve'; readonly roleId: string; readonly month: number }
  | { readonly kind: 'committed' | 'mandatory'; readonly id: string }
  | { readonly kind: 'pin'; readonly pin: Pin }
  | { readonly kind: 'exclusive'; readonly group: ExclusiveGroup }
  | { readonly kind: 'requires'; readonly requirement: Requirement }
  | {
      readonly kind: 'client-cash' | 'initiative-minutes' | 'initiative-spend';
      readonly floor: Floor;
    }
  | { readonly kind: 'least-contribution' | 'least-margin'; readonly least: number };
