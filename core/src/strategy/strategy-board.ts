import type { CalendarDate } from '../calendar-date.ts';
import { type ProjectState, projectStates } from '../projects/state.ts';
import type { BoardKind } from './analysis-board.ts';
import type { KpiStanding } from './kpi.ts';
import type { PlanScope, PlanState } from './plan.ts';

/** What the board needs to know of a plan to find the one that speaks for the firm. */
export type CandidatePlan = {
  readonly scope: PlanScope;
  readonly state: PlanState;
  readonly startsOn: CalendarDate;
};

const closedIsOver: Record<PlanState, number> = { approved: 2, draft: 1, closed: 0 };

/**
 * The plan whose words stand on the strategy board: the firm's own, approved before draft, and of
 * two alike the one that began last. A closed plan speaks for nobody.
 */
export function leadingPlan<Plan extends CandidatePlan>(plans: readonly Plan[]): Plan | undefined {
  return plans
    .filter(({ scope, state }) => scope === 'company' && closedIsOver[state] > 0)
    .toSorted(
      (a, b) => closedIsOver[b.state] - closedIsOver[a.state] || compare(b.startsOn, a.startsOn),
    )[0];
}

/**
 * Whether the insights of a kind of board are findings that something can follow from. The rows of a
 * strategy canvas are factors and those of a growth-share matrix offerings: each says little alone.
 */
export function holdsFindings(kind: BoardKind): boolean {
  return kind !== 'strategy-canvas' && kind !== 'growth-share';
}

const concerns: readonly KpiStanding[] = ['off-track', 'at-risk', 'unknown', 'on-track', 'reached'];

/** What is measured, those first that ask for something; alike ones keep their order. */
export function byConcern<Measured extends { readonly standing: KpiStanding }>(
  measured: readonly Measured[],
): readonly Measured[] {
  return measured.toSorted((a, b) => concerns.indexOf(a.standing) - concerns.indexOf(b.standing));
}

/** Reviews to come, the next first; what is never reviewed again is left out. */
export function upcomingReviews<Reviewed extends { readonly reviewOn: CalendarDate | null }>(
  reviewed: readonly Reviewed[],
): readonly (Reviewed & { readonly reviewOn: CalendarDate })[] {
  return reviewed
    .flatMap((one) => (one.reviewOn === null ? [] : [{ ...one, reviewOn: one.reviewOn }]))
    .toSorted((a, b) => compare(a.reviewOn, b.reviewOn));
}

/** Initiatives by state in the order of the funnel; what was put away is left out. */
export function byFunnel<Work extends { readonly state: ProjectState }>(
  initiatives: readonly Work[],
): readonly { readonly state: ProjectState; readonly rows: readonly Work[] }[] {
  return projectStates
    .filter((state) => state !== 'shelved' && state !== 'rejected')
    .map((state) => ({ state, rows: initiatives.filter((one) => one.state === state) }))
    .filter(({ rows }) => rows.length > 0);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
