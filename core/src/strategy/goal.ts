import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';

/** What drives a goal (ST-18). */
export const goalDrivers = ['growth', 'differentiation', 'risk'] as const;
export type GoalDriver = (typeof goalDrivers)[number];

/** A goal in numbers (ST-27); null is not known. It may rise to its target or fall to it. */
export type NumericGoal = {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
};

/** How a goal stands against the straight line from its baseline to its target. */
export const goalStandings = ['reached', 'on-pace', 'behind', 'far-behind', 'unknown'] as const;
export type GoalStanding = (typeof goalStandings)[number];

/** Behind the line by more than this share of the whole way (basis points) is far behind. */
const farBehind = 2_000;

const daysInMonthOnAverage = 365.25 / 12;

/** Where a goal should be by today, where it is, and what it takes from here. */
export type GoalPace = {
  /** Share of the way done in basis points: below 0 when it moved away, above 10,000 beyond the target. */
  readonly progress: number | null;
  /** The value on the straight line today; null without dates or numbers. */
  readonly neededNow: number | null;
  /** The same as a share of the way, 0 to 10,000. */
  readonly neededProgress: number | null;
  /** Change needed in each month that is left; null when reached, unknown or out of time. */
  readonly neededPerMonth: number | null;
  readonly standing: GoalStanding;
};

/**
 * Share of the way from baseline to target, in basis points, for rising and falling goals alike:
 * below 0 when it moved away, above 10,000 beyond the target. Null when a number is missing or there
 * is no way to go.
 * @example goalProgress({ baseline: 20, target: 10, actual: 15 }) // 5000
 */
export function goalProgress({ baseline, target, actual }: NumericGoal): number | null {
  if (baseline === null || target === null || actual === null || baseline === target) return null;
  return roundCommercially(((actual - baseline) / (target - baseline)) * 10_000);
}

/** Whether the actual has come to the target or passed it, in the direction of the goal. */
export function isReached({ baseline, target, actual }: NumericGoal): boolean {
  if (baseline === null || target === null || actual === null || baseline === target) return false;
  return target > baseline ? actual >= target : actual <= target;
}

/**
 * How a goal stands today against the straight line from its baseline on `startOn` to its target on
 * the deadline.
 */
export function goalPace(
  goal: NumericGoal & { readonly startOn: CalendarDate; readonly deadline: CalendarDate | null },
  today: CalendarDate,
): GoalPace {
  const { baseline, target, actual, startOn, deadline } = goal;
  const progress = goalProgress(goal);
  const timeShare = deadline === null ? null : elapsedShare(startOn, deadline, today);
  const hasWay = baseline !== null && target !== null && baseline !== target;
  const needed = timeShare === null || !hasWay ? null : timeShare;
  return {
    progress,
    neededNow: needed === null || !hasWay ? null : baseline + (target - baseline) * needed,
    neededProgress: needed === null ? null : roundCommercially(needed * 10_000),
    neededPerMonth:
      deadline === null ||
      target === null ||
      actual === null ||
      progress === null ||
      isReached(goal)
        ? null
        : changePerMonth(target - actual, daysBetween(today, deadline)),
    standing: standingOf(goal, progress, needed),
  };
}

/** A field of a goal that is still to be filled, with what to do. */
export type GoalGap = { readonly field: GoalField; readonly message: string };
export const goalFields = [
  'measure',
  'baseline',
  'target',
  'deadline',
  'ownerId',
  'statedBy',
] as const;
export type GoalField = (typeof goalFields)[number];

/**
 * What a goal lacks to be an observable, measurable end result with a deadline (ST-16, ST-27), an
 * owner, and somebody who stated it (ST-17). Empty when it is complete.
 */
export function goalGaps(goal: {
  readonly measure: string;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly deadline: CalendarDate | null;
  readonly ownerId: string | null;
  readonly statedBy: string | null;
}): readonly GoalGap[] {
  const { baseline, target } = goal;
  const gaps: GoalGap[] = [];
  if (goal.measure.trim() === '') {
    gaps.push({
      field: 'measure',
      message: 'Say what is measured, so that the end can be observed.',
    });
  }
  if (baseline === null)
    gaps.push({ field: 'baseline', message: 'Say where it stands at the start.' });
  if (target === null) gaps.push({ field: 'target', message: 'Say what it should reach.' });
  if (baseline !== null && baseline === target) {
    gaps.push({
      field: 'target',
      message: 'The target is where it started; say what should change.',
    });
  }
  if (goal.deadline === null) gaps.push({ field: 'deadline', message: 'Say by when.' });
  if (goal.ownerId === null) gaps.push({ field: 'ownerId', message: 'Name who answers for it.' });
  if (goal.statedBy === null)
    gaps.push({ field: 'statedBy', message: 'Name who stated the goal.' });
  return gaps;
}

function standingOf(
  goal: NumericGoal,
  progress: number | null,
  needed: number | null,
): GoalStanding {
  if (isReached(goal)) return 'reached';
  if (progress === null || needed === null) return 'unknown';
  const behind = needed * 10_000 - progress;
  // Half a basis point is what rounding the progress may have taken.
  if (behind <= 0.5) return 'on-pace';
  return needed === 1 || behind > farBehind ? 'far-behind' : 'behind';
}

/** Share of the time that has passed, 0 to 1; all of it when the deadline is not after the start. */
function elapsedShare(startOn: CalendarDate, deadline: CalendarDate, today: CalendarDate): number {
  const whole = daysBetween(startOn, deadline);
  const passed = daysBetween(startOn, today);
  if (whole <= 0) return today >= deadline ? 1 : 0;
  return Math.min(1, Math.max(0, passed / whole));
}

function changePerMonth(change: number, daysLeft: number): number | null {
  return daysLeft <= 0 ? null : (change / daysLeft) * daysInMonthOnAverage;
}
