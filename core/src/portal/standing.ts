import type { CalendarDate } from '../calendar-date.ts';

/**
 * How a project stands in the eyes of its client: against the days they were told, and nothing else.
 * What the firm thinks of its own project is never part of it (B11).
 */
export const portalStandings = ['not-started', 'on-track', 'late', 'completed'] as const;
/** How a project stands in the eyes of its client. */
export type PortalStanding = (typeof portalStandings)[number];

/** What the client sees of a milestone or task. */
export type VisibleStep = {
  readonly isMilestone: boolean;
  readonly isDone: boolean;
  /** The day that was told; null when none was. */
  readonly day: CalendarDate | null;
  readonly side: 'ours' | 'client';
};

/** Where a project stands, counted from visible steps. */
export type Standing = {
  readonly standing: PortalStanding;
  /** Steps on the firm's side whose day has passed. */
  readonly lateCount: number;
  readonly stepCount: number;
  readonly doneCount: number;
  /** Done of all, in basis points; null without steps. */
  readonly progress: number | null;
};

/**
 * Where a project stands for its client. Milestones count where there are any, else tasks. Late is
 * what the firm promised for a day before `today` and has not done; what waits for the client does
 * not count against the firm.
 */
export function standingOf(
  steps: readonly VisibleStep[],
  { isCompleted, today }: { readonly isCompleted: boolean; readonly today: CalendarDate },
): Standing {
  const milestones = steps.filter(({ isMilestone }) => isMilestone);
  const counted = milestones.length > 0 ? milestones : steps;
  const doneCount = counted.filter(({ isDone }) => isDone).length;
  const lateCount = steps.filter((step) => step.side === 'ours' && isLate(step, today)).length;
  const hasBegun = steps.some(({ isDone }) => isDone);
  return {
    standing: isCompleted ? 'completed' : runningStanding(lateCount, hasBegun),
    lateCount,
    stepCount: counted.length,
    doneCount,
    progress: counted.length === 0 ? null : Math.floor((doneCount * 10_000) / counted.length),
  };
}

/** Whether the day that was told has passed and it is not done. */
export function isLate(
  { isDone, day }: Pick<VisibleStep, 'isDone' | 'day'>,
  today: CalendarDate,
): boolean {
  return !isDone && day !== null && day < today;
}

function runningStanding(lateCount: number, hasBegun: boolean): PortalStanding {
  if (lateCount > 0) return 'late';
  return hasBegun ? 'on-track' : 'not-started';
}
