import type { TaskId } from '../id.ts';
import { allocate } from '../money.ts';
import { type WaitSide, waitSides } from '../waits/wait-clock.ts';
import type { DelayReason } from './delay-reasons.ts';
import type { DelayCause } from './plan-difference.ts';

/** Whose the days of a slip are, in working days; `ours + theirs + neither` is the slip (B15). */
export type DelaySides = Readonly<Record<WaitSide, number>>;

/** Working minutes after the agreed day by who held the ball, of what one task of the client waits for. */
export type HeldLate = Readonly<Record<WaitSide, number>>;

/** What each side had: nothing. */
export const noSides: DelaySides = { ours: 0, theirs: 0, neither: 0 };

/**
 * Whose a cause is where no clock says more. Work added is ours: what the client agreed to add is part of
 * the plan with which they were told the date. The reserve in the told date is nobody's delay.
 */
const sideOfCause: Readonly<Record<DelayCause, WaitSide>> = {
  'client-input': 'theirs',
  scope: 'ours',
  estimate: 'ours',
  people: 'ours',
  dependency: 'ours',
  replanned: 'ours',
  reserve: 'neither',
};

/**
 * Whose the days of a slip are: each reason's days go to the side of its cause; those of late client
 * input to whoever held the ball after the agreed day, as the two-sided clock has it. A client who
 * answered and waited for us is not charged for that. Whole days, which add up to the slip exactly.
 * O(reasons).
 * @param held by the client's task; of a task that is missing or was never late all days are theirs.
 */
export function delaySides(
  reasons: readonly Pick<DelayReason, 'cause' | 'days' | 'taskId'>[],
  held: ReadonlyMap<TaskId, HeldLate>,
): DelaySides {
  const sums: Record<WaitSide, number> = { ...noSides };
  for (const { cause, days, taskId } of reasons) {
    const clock = cause === 'client-input' && taskId !== null ? held.get(taskId) : undefined;
    if (!clock || waitSides.every((side) => clock[side] === 0)) {
      sums[sideOfCause[cause]] += days;
      continue;
    }
    const parts = allocate(
      days,
      waitSides.map((side) => clock[side]),
    );
    waitSides.forEach((side, place) => {
      sums[side] += parts[place] ?? 0;
    });
  }
  return sums;
}

/** Whose the days of a notice are as it was drafted; of one from before that was kept, by its causes alone. */
export function keptSides(
  kept: DelaySides | null,
  reasons: readonly Pick<DelayReason, 'cause' | 'days'>[],
): DelaySides {
  return (
    kept ??
    delaySides(
      reasons.map((reason) => ({ ...reason, taskId: null })),
      new Map(),
    )
  );
}
