// Orders met before. Indices are within bounds by construction.

/** Orders remembered at most; then it begins anew, for a set has its limits. */
const most = 1_000_000;

/**
 * Remembers orders by a key of 53 bits (two multiplicative hashes, D. Knuth, 1973): an order that was
 * passed before gives the very plan again, so the pass can be spared. Two orders of one key are one in
 * about 10¹⁵ pairs, and then one child is not tried; no answer becomes wrong.
 */
export function orderMemory(): { readonly isNew: (order: Int32Array) => boolean } {
  const seen = new Set<number>();
  return {
    isNew(order) {
      if (seen.size >= most) seen.clear();
      const before = seen.size;
      seen.add(keyOf(order));
      return seen.size > before;
    },
  };
}

function keyOf(order: Int32Array): number {
  let high = 17;
  let low = 31;
  for (let place = 0; place < order.length; place += 1) {
    const index = order[place] as number;
    high = Math.imul(high ^ index, 0x9e3779b1);
    high ^= high >>> 15;
    low = Math.imul(low + index, 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 0) * 2 ** 21 + (low & (2 ** 21 - 1));
}
