import { addDays, type CalendarDate, dayNumber } from '../calendar-date.ts';
import type { AllocationId, PersonId, ProjectId, RoleId, SkillId } from '../id.ts';
import { roundCommercially } from '../money.ts';
import { committedStates, type ProjectState } from '../projects/state.ts';

/** How sure an allocation is: only thought of, or agreed. */
export const allocationCertainties = ['tentative', 'confirmed'] as const;
/** How sure an allocation is. */
export type AllocationCertainty = (typeof allocationCertainties)[number];

/**
 * How much of a day an allocation takes: whole minutes of each working day (1 to 1,440), or a share of
 * what the person can work that day in basis points (1 to 10,000).
 */
export type AllocationEffort =
  | { readonly by: 'day'; readonly minutesPerDay: number }
  | { readonly by: 'share'; readonly basisPoints: number };

/** What an allocation takes of which days; both days included. */
export type AllocatedPeriod = {
  readonly startOn: CalendarDate;
  readonly endOn: CalendarDate;
  readonly effort: AllocationEffort;
};

/**
 * Planned hours of a person on a project of either kind. Without a person it is a placeholder: demand
 * for a role, with the skills that whoever fills it needs.
 */
export type Allocation = AllocatedPeriod & {
  readonly id: AllocationId;
  readonly projectId: ProjectId;
  readonly personId: PersonId | null;
  /** Never null of a placeholder; of a person, the role they are there in where it is not their own. */
  readonly roleId: RoleId | null;
  readonly skillIds: readonly SkillId[];
  readonly certainty: AllocationCertainty;
  readonly note: string;
  readonly version: number;
};

/** Minutes that somebody can work on the day with this `dayNumber`: a person, or of a placeholder the firm. */
export type DayCapacity = (day: number) => number;

/**
 * Minutes that an allocation takes on the day with this `dayNumber`: nothing outside of its period and
 * on days without capacity (days off, holidays, leave); else its minutes, or its share of the capacity
 * rounded commercially.
 * @example allocatedOn({ …, effort: { by: 'share', basisPoints: 5000 } }, () => 480, monday) // 240
 */
export function allocatedOn(
  { startOn, endOn, effort }: AllocatedPeriod,
  capacity: DayCapacity,
  day: number,
): number {
  if (day < dayNumber(startOn) || day > dayNumber(endOn)) return 0;
  return takenOf(effort, capacity(day));
}

/** Minutes that an allocation takes on the days from `first` to `last`, both `dayNumber`s and included. */
export function allocatedBetween(
  { startOn, endOn, effort }: AllocatedPeriod,
  capacity: DayCapacity,
  { first, last }: { readonly first: number; readonly last: number },
): number {
  const end = Math.min(last, dayNumber(endOn));
  let minutes = 0;
  for (let day = Math.max(first, dayNumber(startOn)); day <= end; day += 1)
    minutes += takenOf(effort, capacity(day));
  return minutes;
}

/** What an effort takes of a day with so much capacity. */
export function takenOf(effort: AllocationEffort, capacityMinutes: number): number {
  if (capacityMinutes <= 0) return 0;
  if (effort.by === 'day') return effort.minutesPerDay;
  return roundCommercially((capacityMinutes * effort.basisPoints) / 10_000);
}

/**
 * The two halves of a period, the second beginning on `day`; null where `day` would leave one of them
 * empty. Together they take what the whole took.
 */
export function splitPeriod<Period extends AllocatedPeriod>(
  period: Period,
  day: CalendarDate,
): readonly [Period, Period] | null {
  if (day <= period.startOn || day > period.endOn) return null;
  return [
    { ...period, endOn: addDays(day, -1) },
    { ...period, startOn: day },
  ];
}

/** A period cut by another: what lies before it, within it and after it, each null where it is empty. */
export function cutPeriod<Period extends AllocatedPeriod>(
  period: Period,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): {
  readonly before: Period | null;
  readonly within: Period | null;
  readonly after: Period | null;
} {
  const startOn = from > period.startOn ? from : period.startOn;
  const endOn = to < period.endOn ? to : period.endOn;
  if (startOn > endOn) return { before: period, within: null, after: null };
  return {
    before: startOn > period.startOn ? { ...period, endOn: addDays(startOn, -1) } : null,
    within: { ...period, startOn, endOn },
    after: endOn < period.endOn ? { ...period, startOn: addDays(endOn, 1) } : null,
  };
}

/**
 * What an allocation counts as while its project is in a state: confirmed hours need work that the firm
 * means to do, so those of a project not yet approved are tentative. Null: a project that is over,
 * shelved or rejected takes nobody's hours from today on; what was planned before stays as it was.
 */
export function standingCertainty(
  certainty: AllocationCertainty,
  state: ProjectState,
): AllocationCertainty | null {
  if (committedStates.some((committed) => committed === state)) return certainty;
  return isOpenState(state) ? 'tentative' : null;
}

/** Whether people can be allocated to a project in this state. */
export function isOpenState(state: ProjectState): boolean {
  return state !== 'completed' && state !== 'shelved' && state !== 'rejected';
}

/** An allocation that hangs on a project in some state. */
export type StandingAllocation = Allocation & { readonly projectState: ProjectState };

/**
 * Allocations as they count: each with the certainty that its project's state leaves it, and those of
 * projects that are over only up to yesterday. What is left of none is left out.
 */
export function standingAllocations(
  allocations: readonly StandingAllocation[],
  today: CalendarDate,
): Allocation[] {
  const yesterday = addDays(today, -1);
  return allocations.flatMap(({ projectState, ...allocation }) => {
    const certainty = standingCertainty(allocation.certainty, projectState);
    if (certainty !== null) return [{ ...allocation, certainty }];
    if (allocation.startOn > yesterday) return [];
    return [{ ...allocation, endOn: allocation.endOn < today ? allocation.endOn : yesterday }];
  });
}
