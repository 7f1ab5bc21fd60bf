import type { CalendarDate } from '../calendar-date.ts';
import type { AllocatedFacts } from '../capacity/allocated.ts';
import type { PersonCapacity } from '../capacity/person-capacity.ts';
import type { DealId, PersonId, ProjectId, RoleId, TaskId, TeamId, TimeEntryId } from '../id.ts';
import type { ProjectKind } from '../projects/template.ts';
import type { ReserveEntry, RingFence } from './ring-fence.ts';

/**
 * Everything Balance is computed from, as plain arrays: gathered once, then only read.
 * The order of the arrays means nothing. Money is in minor units of `currency`, effort in minutes.
 */
export type BalanceInput = {
  readonly today: CalendarDate;
  /** First and last day of the view; whole months. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly currency: string;
  readonly target: ShareTarget;
  readonly tentativeMeasure: TentativeMeasure;
  readonly teams: readonly BalanceTeam[];
  readonly roles: readonly BalanceRole[];
  readonly people: readonly BalancePerson[];
  readonly rates: readonly DatedRate[];
  readonly projects: readonly BalanceProject[];
  readonly tasks: readonly BalanceTask[];
  /** Those of work that is open, in any order. */
  readonly allocations: readonly BalanceAllocation[];
  /** What a placeholder can work: the firm's own calendar. */
  readonly firmCapacity: PersonCapacity;
  /** What is held back for initiatives, where that is looked at. */
  readonly reserve: ReserveFacts;
  readonly logs: readonly TimeLog[];
  readonly deals: readonly BalanceDeal[];
};

/** The strategic share a firm aims at, and how far it may be off either way. */
export type ShareTarget = {
  readonly shareBasisPoints: number;
  readonly toleranceBasisPoints: number;
};

/** Whether the demand of open deals counts in full or times the chance of winning. */
export const tentativeMeasures = ['weighted', 'full'] as const;
export type TentativeMeasure = (typeof tentativeMeasures)[number];

/** A team. */
export type BalanceTeam = { readonly id: TeamId; readonly name: string };

/** A role with the firm's standard rates from the beginning; later ones are among the dated rates. */
export type BalanceRole = {
  readonly id: RoleId;
  readonly name: string;
  readonly costPerHourMinor: number;
  readonly billPerHourMinor: number;
};

/** A person, and how much they can work on each day, in which role and team. */
export type BalancePerson = {
  readonly id: PersonId;
  readonly name: string;
  readonly capacity: PersonCapacity;
};

/** A person's own rates, from a day until the next such day. */
export type PersonRate = {
  readonly personId: PersonId;
  readonly validFrom: CalendarDate;
  readonly costPerHourMinor: number;
  readonly billPerHourMinor: number;
};

/** A role's standard rates, from a day until the next such day. */
export type RoleRate = {
  readonly roleId: RoleId;
  readonly validFrom: CalendarDate;
  readonly costPerHourMinor: number;
  readonly billPerHourMinor: number;
};

/** Rates that count from a day on and leave every day before as it was. */
export type DatedRate = PersonRate | RoleRate;

/** A project of either kind. */
export type BalanceProject = {
  readonly id: ProjectId;
  readonly name: string;
  readonly kind: ProjectKind;
  /** Whether its remaining work is meant to be done: its state is one of `committedStates`. */
  readonly isCommitted: boolean;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly teamId: TeamId | null;
  /** Hours a week the firm promised to an initiative; 0 when none, and for client projects. */
  readonly promisedWeeklyMinutes: number;
  /** 1 goes first. */
  readonly priority: number;
};

/** A task; milestones are left out, for they take no time. */
export type BalanceTask = {
  readonly id: TaskId;
  readonly projectId: ProjectId;
  readonly name: string;
  readonly roleId: RoleId | null;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly estimateMinutes: number | null;
  /** All time ever logged on it, in the view or not. */
  readonly loggedMinutes: number;
  readonly isDone: boolean;
  /** Its hours then stand on the sub-tasks, never on itself, so that they are counted once. */
  readonly hasSubTasks: boolean;
  readonly assigneeIds: readonly PersonId[];
};

/** An allocation of a project that is open: confirmed hours count once the project is committed. */
export type BalanceAllocation = AllocatedFacts;

/** Ring-fences, and what their ledger says of the months that are looked at. */
export type ReserveFacts = {
  readonly policies: readonly (RingFence & { readonly name: string })[];
  /** Sums will do; of them only loans, returns and pay-backs matter here. */
  readonly entries: readonly ReserveEntry[];
};

/**
 * Time that one person logged on one project, billable or not: an entry for each place of the columns,
 * which are of one length. There may be a hundred thousand of them, and figures need no object each.
 */
export type TimeLog = {
  readonly personId: PersonId;
  readonly projectId: ProjectId;
  readonly isBillable: boolean;
  /** The day of each entry as its `dayNumber`, in any order. */
  readonly days: readonly number[];
  readonly minutes: readonly number[];
  /** Which entries they are; empty where only sums are asked for. */
  readonly entryIds: readonly TimeEntryId[];
};

/** An open deal with the hours it sells and the days on which they would be worked. */
export type BalanceDeal = {
  readonly id: DealId;
  readonly name: string;
  readonly probabilityBasisPoints: number;
  readonly startOn: CalendarDate | null;
  readonly endOn: CalendarDate | null;
  readonly valueMinor: number;
  readonly demand: readonly { readonly roleId: RoleId; readonly minutes: number }[];
};
