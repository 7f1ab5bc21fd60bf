import type { LevellingProblem } from './problem.ts';

/**
 * Demands packed into 32-bit words, several resources in each, every field with a guard bit above it.
 * A profile word holds the free units with all guards set; an activity fits a slot when no guard
 * falls: `((free − amount) & guard) === guard`. One subtraction tests up to 16 resources (the
 * SIMD-within-a-register of L. Lamport, CACM 18, 1975).
 */
export type Needs = {
  readonly words: number;
  /** Guard bits of each word. */
  readonly guard: Int32Array;
  /** Where each resource lies: its word and its shift. */
  readonly wordOf: Int32Array;
  readonly shiftOf: Int32Array;
  /** Words that activity j needs: rows `at[j]` up to `at[j + 1]` of `word` and `amount`. */
  readonly at: Int32Array;
  readonly word: Int32Array;
  readonly amount: Int32Array;
};

/** Lays the resources into words in their order. Capacities up to 2³⁰. */
export function packNeeds(problem: LevellingProblem): Needs {
  const { wordOf, shiftOf, guards } = layOut(problem);
  const rows = new Map(problem.resources.map((resource, index) => [resource.id, index]));
  const at = new Int32Array(problem.activities.length + 1);
  const word: number[] = [];
  const amount: number[] = [];
  problem.activities.forEach((activity, index) => {
    const sums = new Map<number, number>();
    for (const demand of activity.demands) {
      const row = rows.get(demand.resource) ?? 0;
      const target = wordOf[row] ?? 0;
      const packed = (sums.get(target) ?? 0) + demand.amount * 2 ** (shiftOf[row] ?? 0);
      sums.set(target, packed);
    }
    for (const [target, packed] of activity.duration > 0 ? sums : []) {
      word.push(target);
      amount.push(packed);
    }
    at[index + 1] = word.length;
  });
  return {
    words: guards.length,
    guard: Int32Array.from(guards),
    wordOf,
    shiftOf,
    at,
    word: Int32Array.from(word),
    amount: Int32Array.from(amount),
  };
}

/** The word of free units, guards set, that has these capacities. */
export function packedCapacity(needs: Needs, word: number, capacities: readonly number[]): number {
  let packed = needs.guard[word] ?? 0;
  capacities.forEach((capacity, row) => {
    if (needs.wordOf[row] === word) packed += capacity * 2 ** (needs.shiftOf[row] ?? 0);
  });
  return packed | 0;
}

function layOut(problem: LevellingProblem) {
  const wordOf = new Int32Array(problem.resources.length);
  const shiftOf = new Int32Array(problem.resources.length);
  const guards: number[] = [];
  let used = 32;
  problem.resources.forEach((resource, row) => {
    const bits = 32 - Math.clz32(mostOf(resource)) + 1;
    if (used + bits > 32) {
      guards.push(0);
      used = 0;
    }
    const last = guards.length - 1;
    wordOf[row] = last;
    shiftOf[row] = used;
    guards[last] = ((guards[last] ?? 0) + 2 ** (used + bits - 1)) | 0;
    used += bits;
  });
  return { wordOf, shiftOf, guards };
}

/** The highest capacity a resource ever has. */
export function mostOf(resource: LevellingProblem['resources'][number]): number {
  return (resource.changes ?? []).reduce(
    (most, change) => Math.max(most, change.capacity),
    resource.capacity,
  );
}
