/**
 * The two-sided clock (B15): who held the ball, and for how long.
 *
 * Minutes are minutes since 1970 on one clock; working time is asked of the caller, who knows the
 * calendar. A stretch counts for a side only while that side's working hours run: nights, weekends
 * and holidays count for neither, so that nobody is charged for a Sunday. The three parts sum to the
 * time that went by, exactly.
 */

/** Who holds the ball: whoever has to act next. `neither`: both agreed to let it rest. */
export const waitSides = ['ours', 'theirs', 'neither'] as const;
export type WaitSide = (typeof waitSides)[number];

/** From this minute on the ball lies with `holder`; `over`: nobody waits any more. */
export type Handover = { readonly at: number; readonly holder: WaitSide | 'over' };

/** Working minutes between two minutes, by the firm's calendar. At least 0, at most `to - from`. */
export type WorkingTime = (from: number, to: number) => number;

/** A stretch during which the ball lay on one side. `workMinutes` is what counts for that side. */
export type WaitStretch = {
  readonly holder: WaitSide;
  readonly from: number;
  readonly to: number;
  readonly workMinutes: number;
};

/** Whole minutes; `ours + theirs + neither === elapsed`. */
export type WaitSplit = Readonly<Record<WaitSide, number>> & { readonly elapsed: number };

/** Nothing waited for. */
export const noWait: WaitSplit = { ours: 0, theirs: 0, neither: 0, elapsed: 0 };

/**
 * The stretches of one wait up to `until`, in order. Handovers may come in any order and repeat a
 * holder; those at one minute count in the order given. What lies after `until` has not happened.
 * O(n log n) in the handovers.
 * @example stretchesOf([{ at: 0, holder: 'theirs' }, { at: 60, holder: 'over' }], 90, allTime)
 */
export function stretchesOf(
  handovers: readonly Handover[],
  until: number,
  working: WorkingTime,
): WaitStretch[] {
  const sorted = handovers.toSorted((a, b) => a.at - b.at);
  return sorted.flatMap(({ at: from, holder }, place) => {
    const to = Math.min(until, sorted[place + 1]?.at ?? until);
    if (holder === 'over' || to <= from) return [];
    return [stretch({ holder, from, to }, working)];
  });
}

/** The part of some stretches that lies after a minute: what came after the day that was agreed. */
export function stretchesAfter(
  stretches: readonly WaitStretch[],
  after: number,
  working: WorkingTime,
): WaitStretch[] {
  return stretches.flatMap((one) => {
    if (one.to <= after) return [];
    return one.from >= after ? [one] : [stretch({ ...one, from: after }, working)];
  });
}

/** How the time of some stretches is split; they may belong to several waits and overlap. */
export function splitOf(stretches: readonly WaitStretch[]): WaitSplit {
  const sums = { ours: 0, theirs: 0, neither: 0, elapsed: 0 };
  for (const { holder, from, to, workMinutes } of stretches) {
    sums[holder] += workMinutes;
    sums.elapsed += to - from;
    sums.neither += to - from - workMinutes;
  }
  return sums;
}

/**
 * Working minutes of some stretches by who held the ball; what rests by agreement counts for neither by
 * the hours that were worked meanwhile, nights and weekends for nobody. Unlike `splitOf` this is no
 * account of all the time, but says whose the working time was.
 */
export function heldMinutes(
  stretches: readonly WaitStretch[],
  working: WorkingTime,
): Readonly<Record<WaitSide, number>> {
  const sums = { ours: 0, theirs: 0, neither: 0 };
  for (const { holder, from, to, workMinutes } of stretches) {
    sums[holder] += holder === 'neither' ? Math.max(0, Math.round(working(from, to))) : workMinutes;
  }
  return sums;
}

/** Two splits together. */
export function addSplits(a: WaitSplit, b: WaitSplit): WaitSplit {
  return {
    ours: a.ours + b.ours,
    theirs: a.theirs + b.theirs,
    neither: a.neither + b.neither,
    elapsed: a.elapsed + b.elapsed,
  };
}

/** Who holds the ball now; null when the wait is over or has not begun. */
export function holderNow(handovers: readonly Handover[]): WaitSide | null {
  const last = handovers.toSorted((a, b) => a.at - b.at).at(-1);
  return !last || last.holder === 'over' ? null : last.holder;
}

function stretch(
  { holder, from, to }: Omit<WaitStretch, 'workMinutes'>,
  working: WorkingTime,
): WaitStretch {
  if (holder === 'neither') return { holder, from, to, workMinutes: 0 };
  const minutes = Math.round(working(from, to));
  return { holder, from, to, workMinutes: Math.max(0, Math.min(to - from, minutes)) };
}
