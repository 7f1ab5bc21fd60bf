import { dateOrders, parseDate } from './date-order.ts';
import { isNumeric } from './number-format.ts';
import { readStageName } from './vocabulary.ts';

/** What the cells of a column look like. Shares are of the filled cells, 0 to 1. */
export type ColumnShape = {
  readonly filled: number;
  readonly distinct: number;
  readonly dates: number;
  readonly numbers: number;
  readonly emails: number;
  readonly websites: number;
  readonly outcomes: number;
  /** Cells of letters and digits mixed without a space, as keys of other programs are. */
  readonly keys: number;
};

/** Cells looked at, spread over the column. */
const sampleSize = 400;

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const websitePattern = /^(?:https?:\/\/|www\.)\S+\.\S{2,}$/i;
const keyPattern = /^(?=.*\d)(?=.*[a-z])[a-z\d_-]{4,40}$/i;

/** The shape of a column, from a spread sample of its cells. */
export function columnShape(cells: readonly string[]): ColumnShape {
  const sample = spreadSample(cells);
  const share = (test: (cell: string) => boolean) =>
    sample.length === 0 ? 0 : sample.filter(test).length / sample.length;
  return {
    filled: sample.length,
    distinct: new Set(sample).size,
    dates: share((cell) => dateOrders.some((order) => parseDate(cell, order) !== null)),
    numbers: share(isNumeric),
    emails: share((cell) => emailPattern.test(cell)),
    websites: share((cell) => websitePattern.test(cell)),
    outcomes: share((cell) => readStageName(cell).outcome !== 'open'),
    keys: share((cell) => keyPattern.test(cell)),
  };
}

function spreadSample(cells: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(cells.length / sampleSize));
  const sample: string[] = [];
  for (let at = 0; at < cells.length; at += step) {
    const cell = (cells[at] ?? '').trim();
    if (cell !== '') sample.push(cell);
  }
  return sample;
}
