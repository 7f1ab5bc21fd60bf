/** Numbers by the place of a task, link or node. */
export type Column = Float64Array | Int32Array | Uint8Array;

/** The number at a place that the caller knows to lie within the column. */
export function at(column: Column, place: number): number {
  // Places come from the same network as the column, so there is a number at each.
  return column[place] as number;
}

/** Adds to the number at a place; returns what comes of it. */
export function bump(column: Column, place: number, by: number): number {
  const value = at(column, place) + by;
  column[place] = value;
  return value;
}
