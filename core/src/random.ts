/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/**
 * A small seeded generator, for samples and searches, never for secrets.
 * Source: mulberry32, T. Ettinger (2017), public domain; period 2³².
 * @param seed whole number, taken modulo 2³².
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number from `low` to `high`, both included. */
export function randomInteger(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** One of `choices`. Throws when there are none. */
export function randomChoice<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)];
  if (choice === undefined) throw new RangeError('no choices');
  return choice;
}
