import { at } from '../column.ts';
import type { Minute } from '../model.ts';

/** Finishes over samples, earliest first. */
export type Finishes = Float64Array;

/**
 * The date kept in at least `share` of all samples (the nearest rank), 0 < share ≤ 1: P80 for 0.8.
 * NaN without samples.
 */
export function finishAt(finishes: Finishes, share: number): Minute {
  if (finishes.length === 0) return Number.NaN;
  const rank = Math.ceil(share * finishes.length - 1e-9);
  return at(finishes, Math.min(finishes.length - 1, Math.max(0, rank - 1)));
}

/** Share of samples that are done by `date`, 0 to 1. O(log n). */
export function chanceBy(finishes: Finishes, date: Minute): number {
  let [low, high] = [0, finishes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(finishes, middle) <= date) low = middle + 1;
    else high = middle;
  }
  return finishes.length === 0 ? 0 : low / finishes.length;
}

/** A stretch of days and how many samples end within. */
export type HistogramBar = {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly count: number;
};

/**
 * Samples by day of their finish in at most `most` bars of equally many days, from the first to the last:
 * single days or whole weeks, so that no bar holds fewer working days than another.
 * Days count since 1970; work that ends at midnight belongs to the day before.
 */
export function histogramOf(finishes: Finishes, most = 24): HistogramBar[] {
  if (finishes.length === 0) return [];
  const dayOf = (date: Minute) => Math.ceil(date / 1440) - 1;
  const first = dayOf(at(finishes, 0));
  const last = dayOf(at(finishes, finishes.length - 1));
  const least = Math.max(1, Math.ceil((last - first + 1) / most));
  const days = least === 1 ? 1 : 7 * Math.ceil(least / 7);
  const counts = new Array<number>(Math.ceil((last - first + 1) / days)).fill(0);
  for (const finish of finishes) {
    const bar = Math.floor((dayOf(finish) - first) / days);
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts.map((count, bar) => ({
    firstDay: first + bar * days,
    lastDay: first + (bar + 1) * days - 1,
    count,
  }));
}
