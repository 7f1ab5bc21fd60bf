import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import type { AccountId, DealId, GoalId, ProjectId, RoleId } from '../id.ts';
import type { ProjectKind } from '../projects/template.ts';

/** What can be chosen: an open deal, or an initiative that is considered or proposed. */
export const candidateKinds = ['deal', 'initiative'] as const;
export type CandidateKind = (typeof candidateKinds)[number];

/** What is not known of a candidate, so that its figures say less than they seem to. */
export const candidateGaps = [
  /** No start: it may begin in any month, and is as long as such work is by default. */
  'no-start',
  /** No end: it is as long as such work is by default. */
  'no-end',
  /** Hours of a role without a cost rate: they cost nothing in the model. */
  'no-rate',
  /** A deal without a value. */
  'no-value',
  /** An initiative that no goal is linked to. */
  'no-goal',
] as const;
export type CandidateGap = (typeof candidateGaps)[number];

/** Where the hours of an initiative were read. */
export const hourSources = ['deal', 'tasks', 'costs', 'none'] as const;
export type HourSource = (typeof hourSources)[number];

/** Minutes of one role, by month; what the first month is, the holder says. */
export type RoleMinutes = { readonly roleId: RoleId; readonly minutes: readonly number[] };

/** What a goal adds to the contribution of an initiative: `weight × strength`. */
export type GoalPart = {
  readonly goalId: GoalId;
  readonly name: string;
  /** From strongly hurts (-2) to strongly helps (2). */
  readonly strength: number;
  /** What the firm gives the goal in this choice, 0 to 100. */
  readonly weight: number;
};

type Candidate = {
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  /** Calendar months that its work touches. */
  readonly length: number;
  /** The month its dates say; null without dates. */
  readonly naturalMonth: CalendarMonth | null;
  /** By month of its own: the first is the one in which it starts. */
  readonly hours: readonly RoleMinutes[];
  readonly hourSource: HourSource;
  /** At the cost rates of its roles; initiatives with their own spending. Minor units. */
  readonly costMinor: number;
  /** Expected income of a deal, or spending of an initiative as a negative, by month of its own. */
  readonly cashMinor: readonly number[];
  readonly gaps: readonly CandidateGap[];
};

/** An open deal as it can be chosen. */
export type DealCandidate = Candidate & {
  readonly kind: 'deal';
  readonly id: DealId;
  readonly account: { readonly id: AccountId; readonly name: string } | null;
  readonly stage: string;
  readonly valueMinor: number;
  readonly probabilityBasisPoints: number;
  /** `probability × (value − cost)`, rounded. */
  readonly marginMinor: number;
};

/** An initiative as it can be chosen. */
export type InitiativeCandidate = Candidate & {
  readonly kind: 'initiative';
  readonly id: ProjectId;
  readonly state: 'considered' | 'proposed';
  /** Money that it spends on other things than people's time. */
  readonly spendingMinor: number;
  readonly goals: readonly GoalPart[];
  /** Sum of `weight × strength` over its goals; below zero when it hurts more than it helps. */
  readonly contribution: number;
  /** What it lacks to be approved, in words; empty when nothing stands in the way. */
  readonly approvalGaps: readonly string[];
};

/** What can be chosen. Margin and contribution are never added up (IN-02). */
export type ChoiceCandidate = DealCandidate | InitiativeCandidate;

/** Work that is committed already, by month of the choice: it is served before anything else. */
export type CommittedWork = {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly hours: readonly RoleMinutes[];
  /** Income of a client project still to come, spread as its hours are. */
  readonly incomeMinor: readonly number[];
};

/** A role with what its people can work in each month. */
export type RoleCapacity = {
  readonly id: RoleId;
  readonly name: string;
  readonly minutes: readonly number[];
};

/** Why something open is no candidate: it starts after the last month, or nobody said what hours it takes. */
export const asideReasons = ['starts-after', 'no-hours'] as const;
export type AsideReason = (typeof asideReasons)[number];

/** Something that is open and yet no candidate, and why. */
export type LeftAside = {
  readonly kind: CandidateKind;
  readonly id: DealId | ProjectId;
  readonly name: string;
  readonly why: AsideReason;
};

/**
 * Everything a choice of portfolio is computed from: plain JSON, so that it can be kept with the result
 * and compared with what is so later. Months run from the first of the choice.
 */
export type PortfolioFacts = {
  readonly today: CalendarDate;
  readonly months: readonly CalendarMonth[];
  readonly roles: readonly RoleCapacity[];
  readonly committed: readonly CommittedWork[];
  readonly candidates: readonly ChoiceCandidate[];
  readonly aside: readonly LeftAside[];
};
