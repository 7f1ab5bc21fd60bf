import type { ScheduleTask } from './model.ts';

/** One person's part in a task: minutes of work at so much of the person's time (1 for all of it). */
export type EffortShare = {
  readonly resourceId: string;
  readonly units: number;
  readonly workMinutes: number;
};

/** What of a task hangs together: work = duration × units, for each assignment. */
export type Effort = {
  readonly type: NonNullable<ScheduleTask['type']>;
  /** Total work stays when people come or go. Always so for fixed work. */
  readonly isEffortDriven: boolean;
  readonly durationMinutes: number;
  readonly shares: readonly EffortShare[];
};

/**
 * A change of one of the three. Which of the others gives way:
 *
 * | Kept | units change | duration changes | work changes |
 * |---|---|---|---|
 * | fixed units | duration | work | duration |
 * | fixed work | duration | units | duration |
 * | fixed duration | work | work | units |
 *
 * Source: Microsoft, "Change the task type for more accurate scheduling".
 */
export type EffortChange =
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'units'; readonly resourceId: string; readonly units: number }
  | { readonly kind: 'work'; readonly resourceId: string; readonly minutes: number }
  | { readonly kind: 'add'; readonly resourceId: string; readonly units: number }
  | { readonly kind: 'remove'; readonly resourceId: string };

/** The task after a change. Units that would be nothing (or less) leave it as it was. */
export function changedEffort(effort: Effort, change: EffortChange): Effort {
  switch (change.kind) {
    case 'duration':
      return withDuration(effort, change.minutes);
    case 'units':
      return change.units > 0 ? withUnits(effort, change.resourceId, change.units) : effort;
    case 'work':
      return withWork(effort, change.resourceId, Math.max(0, change.minutes));
    case 'add':
      return change.units > 0 ? withAdded(effort, change) : effort;
    case 'remove':
      return withRemoved(effort, change.resourceId);
  }
}

function withDuration(effort: Effort, minutes: number): Effort {
  if (minutes < 0) return effort;
  if (effort.type === 'fixedWork' && minutes > 0)
    return {
      ...effort,
      durationMinutes: minutes,
      shares: effort.shares.map((share) => ({ ...share, units: share.workMinutes / minutes })),
    };
  return {
    ...effort,
    durationMinutes: minutes,
    shares: effort.shares.map((share) => ({ ...share, workMinutes: minutes * share.units })),
  };
}

function withUnits(effort: Effort, resourceId: string, units: number): Effort {
  const isFixed = effort.type === 'fixedDuration';
  const shares = effort.shares.map((share) => {
    if (share.resourceId !== resourceId) return share;
    return {
      ...share,
      units,
      workMinutes: isFixed ? effort.durationMinutes * units : share.workMinutes,
    };
  });
  return isFixed ? { ...effort, shares } : { ...effort, shares, durationMinutes: longest(shares) };
}

function withWork(effort: Effort, resourceId: string, minutes: number): Effort {
  const isFixed = effort.type === 'fixedDuration' && effort.durationMinutes > 0;
  const shares = effort.shares.map((share) => {
    if (share.resourceId !== resourceId) return share;
    const units = isFixed ? minutes / effort.durationMinutes : share.units;
    return { ...share, units, workMinutes: minutes };
  });
  return isFixed ? { ...effort, shares } : { ...effort, shares, durationMinutes: longest(shares) };
}

/**
 * The first person brings the work that the duration means; after that, work is shared anew in
 * proportion to units where it drives the task, else everybody new brings more of it.
 */
function withAdded(
  effort: Effort,
  added: { readonly resourceId: string; readonly units: number },
): Effort {
  if (effort.shares.some(({ resourceId }) => resourceId === added.resourceId)) return effort;
  const { resourceId, units } = added;
  const workMinutes = effort.durationMinutes * units;
  const shares = [...effort.shares, { resourceId, units, workMinutes }];
  if (effort.shares.length === 0 || !isDriven(effort)) return { ...effort, shares };
  return shared(effort, shares, totalOf(effort.shares));
}

function withRemoved(effort: Effort, resourceId: string): Effort {
  const shares = effort.shares.filter((share) => share.resourceId !== resourceId);
  if (shares.length === effort.shares.length) return effort;
  if (shares.length === 0 || !isDriven(effort)) return { ...effort, shares };
  return shared(effort, shares, totalOf(effort.shares));
}

/** `total` work spread over people in proportion to their units; duration or units follow. */
function shared(effort: Effort, shares: readonly EffortShare[], total: number): Effort {
  const allUnits = shares.reduce((sum, { units }) => sum + units, 0);
  const spread = shares.map((share) => ({
    ...share,
    workMinutes: (total * share.units) / allUnits,
  }));
  if (effort.type !== 'fixedDuration' || effort.durationMinutes === 0)
    return { ...effort, shares: spread, durationMinutes: longest(spread) };
  const atUnits = spread.map((share) => ({
    ...share,
    units: share.workMinutes / effort.durationMinutes,
  }));
  return { ...effort, shares: atUnits };
}

function isDriven({ type, isEffortDriven }: Effort): boolean {
  return type === 'fixedWork' || isEffortDriven;
}

function totalOf(shares: readonly EffortShare[]): number {
  return shares.reduce((sum, { workMinutes }) => sum + workMinutes, 0);
}

function longest(shares: readonly EffortShare[]): number {
  return shares.reduce((most, { workMinutes, units }) => Math.max(most, workMinutes / units), 0);
}
