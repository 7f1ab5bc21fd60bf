/**
 * Moves labels at the end of lines apart, so that none covers another, each as near to its line as
 * can be; order is kept. One pass down, one pass up: O(n log n).
 */
export function spreadLabels(
  wanted: readonly number[],
  distance: number,
  bounds: { readonly low: number; readonly high: number },
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let floor = bounds.low;
  for (const label of order) {
    label.y = Math.max(label.y, floor);
    floor = label.y + distance;
  }
  let ceiling = bounds.high;
  for (const label of [...order].reverse()) {
    label.y = Math.min(label.y, ceiling);
    ceiling = label.y - distance;
  }
  const placed = [...wanted];
  for (const label of order) placed[label.index] = label.y;
  return placed;
}
