/** What one person is booked with over time, in basis points: steps, the first from always, the last 0. */
export type Booking = {
  /** When each step begins. */
  readonly times: number[];
  /** Basis points booked from then on. */
  readonly shares: number[];
  /** The task that ends where the step begins, -1 for none. */
  readonly enders: number[];
};

/** All of somebody's time. */
export const wholeShare = 10_000;

/** A stretch of time, and how much of somebody it takes. */
export type Booked = { readonly start: number; readonly finish: number; readonly share: number };

/** When somebody who has too little time is free again, and whose end makes it so. */
export type Clash = { readonly until: number; readonly ender: number };

/** Nothing booked. */
export function emptyBooking(): Booking {
  return { times: [Number.NEGATIVE_INFINITY], shares: [0], enders: [-1] };
}

/**
 * The end of the last time in the stretch that is too full for it; null when there is room. No stretch
 * that begins before that end has room either. O(log steps + steps in the stretch).
 */
export function clashIn(booking: Booking, { start, finish, share }: Booked): Clash | null {
  const { times, shares, enders } = booking;
  const room = wholeShare - share;
  let clash: Clash | null = null;
  for (let step = stepAt(times, start); step < times.length; step += 1) {
    if ((times[step] ?? 0) >= finish) break;
    if ((shares[step] ?? 0) > room)
      clash = { until: times[step + 1] ?? Number.POSITIVE_INFINITY, ender: enders[step + 1] ?? -1 };
  }
  return clash;
}

/** Books a stretch, whether or not there is room. O(log steps + steps behind its start). */
export function book(booking: Booking, booked: Booked, task: number): void {
  const { start, finish, share } = booked;
  if (!(finish > start) || share === 0) return;
  const { times, shares, enders } = booking;
  const first = cut(booking, start);
  const last = cut(booking, finish);
  for (let step = first; step < last; step += 1) shares[step] = (shares[step] ?? 0) + share;
  enders[last] = task;
  // What goes on as before is one step again.
  for (const step of [last, first]) {
    if (step === 0 || shares[step] !== shares[step - 1]) continue;
    times.splice(step, 1);
    shares.splice(step, 1);
    enders.splice(step, 1);
  }
}

/** The step that begins at a time, made where there is none. */
function cut({ times, shares, enders }: Booking, time: number): number {
  const step = stepAt(times, time);
  if (times[step] === time) return step;
  times.splice(step + 1, 0, time);
  shares.splice(step + 1, 0, shares[step] ?? 0);
  enders.splice(step + 1, 0, -1);
  return step + 1;
}

/** The last step that has begun by then. */
function stepAt(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length - 1;
  // Most is booked behind what is booked already.
  if ((times[high] ?? 0) <= time) return high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
