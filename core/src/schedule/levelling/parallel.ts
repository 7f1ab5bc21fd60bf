// The parallel scheme. Indices are within bounds by construction; each `as number` only says so.
import type { Compiled } from './compile.ts';
import type { Direction } from './direction.ts';

/**
 * Deals an order out anew as the parallel scheme would start it: time goes on from finish to finish,
 * and at each the first in the order that have room begin (J. Kelley, 1963; R. Kolisch, EJOR 90,
 * 1996). Nobody idles who could work, which makes better first plans than the serial scheme where
 * people are scarce, though the best plan may need a wait. The pass in the dealt order gives the very
 * starts of the scheme: together they are one schedule. Null where the fast pass does not apply.
 */
export function orderDealer(
  compiled: Compiled,
  direction: Direction,
): ((order: Int32Array) => void) | null {
  if (!compiled.isPlain) return null;
  const { size, duration } = compiled;
  const { guard, full, amounts } = plainNeeds(compiled, direction);
  const queue = createQueue(size, direction);
  const working = new Int32Array(size);
  const ends = new Int32Array(size);
  const sequence = new Int32Array(size);
  let crew = 0;
  let free = full;
  let now = 0;
  let count = 0;

  return (order) => {
    sequence.set(order);
    queue.begin(sequence);
    crew = 0;
    free = full;
    now = 0;
    count = 0;
    while (count < size) {
      while (startReady(order));
      if (count < size) goOn();
    }
  };

  /** Starts whom the queue holds and who has room; true when that lets more into the queue at once. */
  function startReady(order: Int32Array): boolean {
    let isMore = false;
    const { ranks } = queue;
    const waiting = queue.length();
    let kept = 0;
    for (let place = 0; place < waiting; place += 1) {
      const rank = ranks[place] as number;
      const index = sequence[rank] as number;
      const left = free - (amounts[index] as number);
      if ((left & guard) !== guard) {
        ranks[kept] = rank;
        kept += 1;
        continue;
      }
      order[count] = index;
      count += 1;
      free = left;
      working[crew] = index;
      ends[crew] = now + (duration[index] as number);
      crew += 1;
      if (duration[index] === 0) isMore = true;
    }
    queue.keep(kept);
    if (isMore) release();
    return isMore;
  }

  /** To the next finish. */
  function goOn(): void {
    now = leastOf(ends, crew);
    release();
  }

  /** Gives back what ends now, and queues whom that frees. */
  function release(): void {
    let kept = 0;
    for (let place = 0; place < crew; place += 1) {
      const index = working[place] as number;
      const end = ends[place] as number;
      if (end > now) {
        working[kept] = index;
        ends[kept] = end;
        kept += 1;
        continue;
      }
      free += amounts[index] as number;
      queue.finish(index);
    }
    crew = kept;
  }
}

function leastOf(values: Int32Array, length: number): number {
  let least = values[0] as number;
  for (let place = 1; place < length; place += 1)
    if ((values[place] as number) < least) least = values[place] as number;
  return least;
}

/** Ranks of those whose predecessors are done, first of the order first. */
function createQueue(size: number, direction: Direction) {
  const { at, from } = direction;
  const rows: number[][] = Array.from({ length: size }, () => []);
  for (let index = 0; index < size; index += 1)
    for (let row = at[index] as number; row < (at[index + 1] as number); row += 1)
      rows[from[row] as number]?.push(index);
  const successors = rows.map((row) => Int32Array.from(row));
  const waits = new Int32Array(size);
  const rankOf = new Int32Array(size);
  const ranks = new Int32Array(size);
  let length = 0;
  const insert = (rank: number): void => {
    let place = length;
    for (; place > 0 && (ranks[place - 1] as number) > rank; place -= 1)
      ranks[place] = ranks[place - 1] as number;
    ranks[place] = rank;
    length += 1;
  };
  return {
    ranks,
    length: () => length,
    keep(kept: number): void {
      length = kept;
    },
    begin(sequence: Int32Array): void {
      length = 0;
      for (let rank = 0; rank < size; rank += 1) {
        const index = sequence[rank] as number;
        rankOf[index] = rank;
        waits[index] = (at[index + 1] as number) - (at[index] as number);
        if (waits[index] === 0) insert(rank);
      }
    },
    finish(index: number): void {
      for (const next of successors[index] as Int32Array) {
        const left = (waits[next] as number) - 1;
        waits[next] = left;
        if (left === 0) insert(rankOf[next] as number);
      }
    },
  };
}

/** Guard, capacity and needs of a problem whose resources all lie in one word. */
export function plainNeeds({ size, needs }: Compiled, direction: Direction) {
  const amounts = new Int32Array(size);
  for (let index = 0; index < size; index += 1)
    if ((needs.at[index + 1] ?? 0) > (needs.at[index] ?? 0))
      amounts[index] = needs.amount[needs.at[index] ?? 0] ?? 0;
  return { guard: needs.guard[0] ?? 0, full: direction.profile[0] ?? 0, amounts };
}
