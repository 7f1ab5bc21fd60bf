import type { CalendarDate } from '../calendar-date.ts';
import { roundCommercially } from '../money.ts';
import type { KpiPace, KpiPerspective, KpiStanding } from './kpi.ts';

/** What drives a goal (ST-18). */
export const goalDrivers = ['growth', 'differentiation', 'risk'] as const;
export type GoalDriver = (typeof goalDrivers)[number];

/** How a goal stands: as its KPIs do. */
export type GoalPace = Pick<KpiPace, 'progress' | 'neededProgress' | 'standing'>;

const wholeWay = 10_000;

/** From the best to the worst: a goal stands as the weakest of its KPIs. */
const fromBest: readonly KpiStanding[] = ['reached', 'on-track', 'at-risk', 'off-track'];

/**
 * How a goal stands by its KPIs (U25). One KPI speaks for itself. Of several, progress is the mean,
 * each held between none and all of its way, so that one beyond its target does not hide one behind;
 * the standing is that of the weakest. KPIs that nobody has measured say nothing.
 */
export function goalPace(kpis: readonly KpiPace[]): GoalPace {
  const known = kpis.filter((kpi) => kpi.standing !== 'unknown');
  const standing = fromBest.findLast((one) => known.some((kpi) => kpi.standing === one));
  const [only] = kpis;
  if (only && kpis.length === 1) {
    const { progress, neededProgress } = only;
    return { progress, neededProgress, standing: only.standing };
  }
  const measured = kpis.filter((kpi) => kpi.progress !== null);
  return {
    progress: meanOf(measured.map((kpi) => kpi.progress)),
    neededProgress: meanOf(measured.map((kpi) => kpi.neededProgress)),
    standing: standing ?? 'unknown',
  };
}

/** The perspective in which a goal's first KPI most likely stands, by what drives the goal. */
export function likelyPerspective(driver: GoalDriver): KpiPerspective {
  if (driver === 'growth') return 'financial';
  return driver === 'differentiation' ? 'customer' : 'internal-process';
}

/** A field of a goal that is still to be filled, with what to do. */
export type GoalGap = { readonly field: GoalField; readonly message: string };
export const goalFields = ['kpis', 'deadline', 'ownerId', 'statedBy'] as const;
export type GoalField = (typeof goalFields)[number];

/**
 * What a goal lacks to be an observable, measurable end result with a deadline (ST-16, ST-27), an
 * owner, and somebody who stated it (ST-17). Empty when it is complete.
 */
export function goalGaps(goal: {
  readonly kpis: readonly { readonly baseline: number | null; readonly target: number | null }[];
  readonly deadline: CalendarDate | null;
  readonly ownerId: string | null;
  readonly statedBy: string | null;
}): readonly GoalGap[] {
  const gaps: GoalGap[] = [];
  if (goal.kpis.length === 0) {
    gaps.push({ field: 'kpis', message: 'Add a KPI, so that the end can be observed.' });
  } else if (!goal.kpis.some((kpi) => kpi.baseline !== null && kpi.target !== null)) {
    gaps.push({ field: 'kpis', message: 'Give a KPI its baseline and its target.' });
  }
  if (goal.deadline === null) gaps.push({ field: 'deadline', message: 'Say by when.' });
  if (goal.ownerId === null) gaps.push({ field: 'ownerId', message: 'Name who answers for it.' });
  if (goal.statedBy === null)
    gaps.push({ field: 'statedBy', message: 'Name who stated the goal.' });
  return gaps;
}

function meanOf(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  if (known.length === 0) return null;
  const held = known.map((share) => Math.min(wholeWay, Math.max(0, share)));
  return roundCommercially(held.reduce((sum, share) => sum + share, 0) / held.length);
}
