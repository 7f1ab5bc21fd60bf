import type { BalanceInput } from '../balance/input.ts';
import type { CalendarDate, CalendarMonth } from '../calendar-date.ts';
import type { Capacities } from '../capacity/allocated.ts';
import type { Allocation } from '../capacity/allocation.ts';
import type { AccountId, DealId, GoalId, ProjectId, RoleId } from '../id.ts';
import type { CostItem } from '../strategy/initiative-cost.ts';

/** Whether an open deal takes its hours in full, or times the chance of winning it. */
export const dealHourMeasures = ['full', 'weighted'] as const;
export type DealHours = (typeof dealHourMeasures)[number];

/** What a choice says of how candidates are read. */
export type Reading = {
  readonly firstMonth: CalendarMonth;
  readonly monthCount: number;
  readonly dealHours: DealHours;
  /** Months that work without an end is taken to be. */
  readonly usualMonths: number;
  /** The weight of each goal, 0 to 100; `usualWeight` of one that is not named. */
  readonly goalWeights: ReadonlyMap<GoalId, number>;
};

/** The weight of a goal that nobody has given one. */
export const usualWeight = 10;

/** An open deal as it is read. Money in minor units, effort in minutes. */
export type DealSource = {
  readonly id: DealId;
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly account: { readonly id: AccountId; readonly name: string } | null;
  readonly stage: string;
  readonly probabilityBasisPoints: number;
  readonly valueMinor: number;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly demand: readonly { readonly roleId: RoleId; readonly minutes: number }[];
};

/** An open task of an initiative that is not yet approved. */
export type OpenTask = {
  readonly roleId: RoleId | null;
  readonly minutes: number;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
};

/** An initiative that is considered or proposed. */
export type InitiativeSource = {
  readonly id: ProjectId;
  readonly number: number;
  readonly version: number;
  readonly name: string;
  readonly state: 'considered' | 'proposed';
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly goals: readonly {
    readonly goalId: GoalId;
    readonly name: string;
    readonly strength: number;
  }[];
  readonly tasks: readonly OpenTask[];
  readonly costs: readonly CostItem[];
  readonly approvalGaps: readonly string[];
};

/** Everything that candidates, capacity and committed work are read from. */
export type PortfolioSources = {
  /** People, roles, rates, and the projects and tasks that are committed. */
  readonly balance: BalanceInput;
  /** As they count: see `standingAllocations`. */
  readonly allocations: readonly Allocation[];
  readonly capacities: Capacities;
  readonly deals: readonly DealSource[];
  readonly initiatives: readonly InitiativeSource[];
  /** Of committed client projects: what was agreed, and all that was logged on them so far. */
  readonly prices: ReadonlyMap<
    ProjectId,
    { readonly priceMinor: number; readonly loggedMinutes: number }
  >;
};
