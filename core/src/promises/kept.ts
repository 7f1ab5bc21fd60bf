import type { CalendarDate } from '../calendar-date.ts';
import type { PromiseContent, PromiseWhat } from './promise.ts';

/** How a promise stands. */
export const promiseStates = ['kept', 'broken', 'open'] as const;
/** How a promise stands. */
export type PromiseState = (typeof promiseStates)[number];

/** What decides how a promise stands: what was told, and what became of it. */
export type JudgedPromise = Pick<PromiseContent, 'day' | 'amount' | 'doneOn'> & {
  readonly what: PromiseWhat;
  /** What the work costs the client by now, in minor units; null where no amount is known. */
  readonly actualAmount: number | null;
  /** Whether the work is over, so that the amount is final. */
  readonly isClosed: boolean;
};

/**
 * A date is kept when it was done on the day or before, broken when it was done later or the day has
 * passed without. An amount is broken as soon as the client is to pay more, and kept when the work is
 * over and they are not. A deliverable is kept when it was handed over, by its day where one was told.
 */
export function promiseState(promise: JudgedPromise, today: CalendarDate): PromiseState {
  if (promise.what === 'amount') {
    const { amount, actualAmount, isClosed } = promise;
    if (amount !== null && actualAmount !== null && actualAmount > amount) return 'broken';
    return isClosed ? 'kept' : 'open';
  }
  const { day, doneOn } = promise;
  if (doneOn !== null) return day === null || doneOn <= day ? 'kept' : 'broken';
  return day !== null && today > day ? 'broken' : 'open';
}

/** Promises counted by how they stand, and the share kept. */
export type KeptRate = {
  readonly kept: number;
  readonly broken: number;
  readonly open: number;
  /** Basis points; null while nothing is due. */
  readonly rate: number | null;
};

/**
 * Promise-kept rate = kept / (kept + broken), in basis points; open promises do not count. A date that
 * the client agreed to move before it had passed counts by the new day.
 */
export function keptRate(states: readonly PromiseState[]): KeptRate {
  const count = (state: PromiseState) => states.filter((one) => one === state).length;
  const [kept, broken, open] = [count('kept'), count('broken'), count('open')];
  const due = kept + broken;
  return { kept, broken, open, rate: due === 0 ? null : Math.round((kept * 10_000) / due) };
}
