/** Heights on the chart, in pixels. */
export type Measures = {
  readonly row: number;
  readonly barTop: number;
  readonly bar: number;
};

export const headHeight = 46;

/** At the foot of the chart, where the edit under way is said. */
export const footRoom = 64;

/** A finger needs higher rows than a mouse. */
export function measuresOf(isCoarse: boolean): Measures {
  return isCoarse ? { row: 44, barTop: 11, bar: 20 } : { row: 34, barTop: 8, bar: 16 };
}

/** Middle of the bar in a row, from the top of the sheet's rows. */
export function middleOf({ row, barTop, bar }: Measures, index: number): number {
  return index * row + barTop + bar / 2;
}
