import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';
import { type KpiFrequency, nextActualOn } from './kpi-calendar.ts';

/** The four perspectives of a balanced scorecard (Kaplan and Norton, 1992). */
export const kpiPerspectives = [
  'financial',
  'customer',
  'internal-process',
  'learning-and-growth',
] as const;
export type KpiPerspective = (typeof kpiPerspectives)[number];

/** Which way is better: more of it, or less. */
export const kpiDirections = ['up', 'down'] as const;
export type KpiDirection = (typeof kpiDirections)[number];

/** How a KPI, or the goal it belongs to, stands against its line. */
export const kpiStandings = ['reached', 'on-track', 'at-risk', 'off-track', 'unknown'] as const;
export type KpiStanding = (typeof kpiStandings)[number];

/** A value on a day: an actual as it was measured, or an interim target. */
export type KpiPoint = { readonly on: CalendarDate; readonly value: number };

/** What a KPI is to do: from where to where, by when, and where it should be on the way. */
export type KpiPlan = {
  readonly baseline: number | null;
  readonly target: number | null;
  readonly direction: KpiDirection;
  readonly startOn: CalendarDate;
  readonly deadline: CalendarDate | null;
  /** In any order; those before the start or from the deadline on do not bend the line. */
  readonly interimTargets: readonly KpiPoint[];
};

/** Where a KPI should be, where it is, and what it takes from here. */
export type KpiPace = {
  /** Share of the way in basis points: below 0 when it moved away, above 10,000 beyond the target. */
  readonly progress: number | null;
  /** The value on the line today; null without dates or numbers. */
  readonly neededNow: number | null;
  /** The same as a share of the way in basis points. */
  readonly neededProgress: number | null;
  /** Change needed in each month that is left; null when reached, unknown or out of time. */
  readonly neededPerMonth: number | null;
  readonly standing: KpiStanding;
};

/** Behind the line by more than this share of the whole way is off track. */
const offTrackShare = 0.2;

const daysInMonthOnAverage = 365.25 / 12;

/**
 * Share of the way from baseline to target in basis points, rising and falling alike: below 0 when it
 * moved away, above 10,000 beyond the target. Null when a number is missing or there is no way to go.
 * @example kpiProgress({ baseline: 20, target: 10 }, 15) // 5000
 */
export function kpiProgress(
  { baseline, target }: Pick<KpiPlan, 'baseline' | 'target'>,
  value: number | null,
): number | null {
  if (baseline === null || target === null || value === null || baseline === target) return null;
  return roundCommercially(((value - baseline) / (target - baseline)) * 10_000);
}

/** Whether a value has come to the target or passed it, in the direction that is better. */
export function isReached(
  { target, direction }: Pick<KpiPlan, 'target' | 'direction'>,
  value: number | null,
): boolean {
  if (target === null || value === null) return false;
  return direction === 'up' ? value >= target : value <= target;
}

/** The points of the line from the baseline over the interim targets to the target, by day. */
export function kpiLine(plan: KpiPlan): readonly KpiPoint[] {
  const { baseline, target, startOn, deadline } = plan;
  if (baseline === null || target === null || deadline === null) return [];
  if (deadline <= startOn) return [{ on: deadline, value: target }];
  const between = plan.interimTargets
    .filter((point) => point.on > startOn && point.on < deadline)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return [{ on: startOn, value: baseline }, ...between, { on: deadline, value: target }];
}

/**
 * The value on the line on a day: straight between two points, the baseline before the start, the
 * target from the deadline on. Null where there is no line.
 */
export function valueOnLine(plan: KpiPlan, day: CalendarDate): number | null {
  const line = kpiLine(plan);
  const last = line.at(-1);
  if (!last) return null;
  if (day >= last.on) return last.value;
  const next = line.findIndex((point) => point.on > day);
  const [from, to] = [line[next - 1], line[next]];
  if (!from || !to) return plan.baseline;
  const share = daysBetween(from.on, day) / daysBetween(from.on, to.on);
  return from.value + (to.value - from.value) * share;
}

/**
 * How a KPI stands against its line. Its latest actual speaks for the day it was measured until the
 * next one is due; from then on it is held against the line of today, since silence is no progress.
 * - reached: at the target or beyond it
 * - on track: on the line or better
 * - at risk: behind it by up to a fifth of the whole way
 * - off track: further behind, or past the deadline without the target
 *
 * A KPI whose target is its baseline is to be held: it is on track while it holds, until the deadline.
 */
export function kpiPace(
  plan: KpiPlan & { readonly frequency: KpiFrequency },
  actual: KpiPoint | null,
  today: CalendarDate,
): KpiPace {
  const value = actual?.value ?? null;
  const neededNow = valueOnLine(plan, today);
  const progress = kpiProgress(plan, value);
  const { target, deadline } = plan;
  const asks = target !== null && value !== null && deadline !== null && !isReached(plan, value);
  return {
    progress,
    neededNow,
    neededProgress: kpiProgress(plan, neededNow),
    neededPerMonth: asks ? changePerMonth(target - value, daysBetween(today, deadline)) : null,
    standing: actual === null ? 'unknown' : standingOf(plan, actual, today),
  };
}

function standingOf(
  plan: KpiPlan & { readonly frequency: KpiFrequency },
  actual: KpiPoint,
  today: CalendarDate,
): KpiStanding {
  const isOver = plan.deadline !== null && today >= plan.deadline;
  const isHeld = plan.baseline !== null && plan.baseline === plan.target;
  if (isReached(plan, actual.value)) return isHeld && !isOver ? 'on-track' : 'reached';
  const next = nextActualOn(plan.frequency, { last: actual.on, startOn: plan.startOn });
  const needed = valueOnLine(plan, today > next ? today : actual.on);
  const { baseline, target } = plan;
  if (needed === null || baseline === null || target === null) return 'unknown';
  const behind = plan.direction === 'up' ? needed - actual.value : actual.value - needed;
  const way = Math.abs(target - baseline) || Math.abs(target) || 1;
  // What remains of floating point after the line was drawn.
  if (behind <= way * 1e-9) return 'on-track';
  return isOver || behind > way * offTrackShare ? 'off-track' : 'at-risk';
}

function changePerMonth(change: number, daysLeft: number): number | null {
  return daysLeft <= 0 ? null : (change / daysLeft) * daysInMonthOnAverage;
}
