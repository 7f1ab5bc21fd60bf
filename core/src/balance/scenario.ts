import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { type Balance, balance, type WorkSums, workSums } from './balance.ts';
import { type MonthMoney, monthMoney } from './cash.ts';
import { changedSums } from './changed-sums.ts';
import type { Finish } from './finish.ts';
import { type GoalAtRisk, goalsAtRisk, type ScenarioGoal } from './goals-at-risk.ts';
import { type HoursChange, hoursChanges } from './hours-ahead.ts';
import type { BalanceInput, ShareTarget } from './input.ts';
import { figureRows, type LoadFilter, type LoadRow, type LoadSum } from './load.ts';
import { type ReserveOutlook, reserveOutlook } from './reserve-outlook.ts';
import { loadRows } from './rows.ts';
import { type ScenarioChange, withChanges } from './scenario-change.ts';

/** The firm as a scenario would make it: the balance, and what follows from it. */
export type ScenarioFigures = {
  /** What the share is judged by. */
  readonly target: ShareTarget;
  readonly balance: Balance;
  readonly money: readonly MonthMoney[];
  readonly finishes: readonly FinishInDays[];
  /** What it takes from initiatives or gives them, against today's plan. */
  readonly initiativeHours: readonly HoursChange[];
  readonly goalsAtRisk: readonly GoalAtRisk[];
  /** Ring-fences by month, with the work of the deals that are won. */
  readonly reserve: readonly ReserveOutlook[];
};

/** When a project is done, and how many calendar days later than as planned now. */
export type FinishInDays = Finish & {
  /** Negative when it comes earlier; null when either end is open, or the project is new. */
  readonly daysLater: number | null;
};

/** Today's plan, computed once, so that scenarios laid over it cost only what they change. */
export type LivePlan = {
  readonly input: BalanceInput;
  readonly work: WorkSums;
  readonly balance: Balance;
  readonly goals: readonly ScenarioGoal[];
};

/** The plan as it is. */
export function livePlan(input: BalanceInput, goals: readonly ScenarioGoal[]): LivePlan {
  const work = workSums(input);
  return { input, work, balance: balance(input, work), goals };
}

/**
 * What the firm looks like with changes laid over its plan, in their order. Without changes these are
 * the figures of the plan itself. Pure: neither the plan nor its input is touched.
 */
export function scenarioFigures(
  live: LivePlan,
  changes: readonly ScenarioChange[],
): ScenarioFigures {
  const input = withChanges(live.input, changes);
  const work = input === live.input ? live.work : changedSums(live.work, live.input, input);
  const after = input === live.input ? live.balance : balance(input, work);
  const hours = hoursChanges(live.balance, after);
  return {
    target: input.target,
    balance: after,
    money: monthMoney(input, work.sums),
    finishes: finishesInDays(live.balance, after),
    initiativeHours: hours,
    goalsAtRisk: goalsAtRisk(live.goals, { live: live.balance, after, hours }),
    reserve: reserveOutlook(input, wonWork(work.sums, changes)),
  };
}

/** Work of the deals that changes win: hours that nobody is allocated to yet. */
export function wonWork(
  sums: readonly LoadSum[],
  changes: readonly ScenarioChange[],
): readonly LoadSum[] {
  const won = new Set(
    changes.flatMap((change) => (change.kind === 'win-deal' ? [change.project.id] : [])),
  );
  if (won.size === 0) return [];
  return sums.filter(({ projectId, certainty }) => {
    return certainty === 'planned' && projectId !== null && won.has(projectId);
  });
}

/** The rows behind a figure of a scenario: the filter of the figure over the changed work (U19). */
export function scenarioRows(
  input: BalanceInput,
  changes: readonly ScenarioChange[],
  filter: LoadFilter & { readonly from: CalendarDate; readonly to: CalendarDate },
): LoadRow[] {
  return figureRows(loadRows(withChanges(input, changes), filter), filter);
}

function finishesInDays(before: Balance, after: Balance): FinishInDays[] {
  const earlier = new Map(before.finishes.map((finish) => [finish.projectId, finish]));
  return after.finishes.map((finish) => ({
    ...finish,
    daysLater: daysLater(earlier.get(finish.projectId), finish),
  }));
}

function daysLater(before: Finish | undefined, after: Finish): number | null {
  if (!before?.finishOn || !after.finishOn) return null;
  return daysBetween(before.finishOn, after.finishOn);
}
