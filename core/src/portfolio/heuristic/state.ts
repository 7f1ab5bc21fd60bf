import type { Matrix } from './matrix.ts';

// Places are within the packed arrays by their making, so reading one as a number holds.

/** A choice while it is searched: the column of each candidate (−1: not taken), and what it sums to. */
export type State = {
  readonly columnOf: Int32Array;
  readonly load: Float64Array;
  value: number;
};

/** The choice of nothing. */
export function emptyState(matrix: Matrix): State {
  return {
    columnOf: new Int32Array(matrix.candidates).fill(-1),
    load: new Float64Array(matrix.upper.length),
    value: 0,
  };
}

/** Sets a state to the given column of each candidate. */
export function setState(matrix: Matrix, state: State, columnOf: Int32Array): void {
  state.columnOf.fill(-1);
  state.load.fill(0);
  state.value = 0;
  for (const column of columnOf) if (column >= 0) put(matrix, state, column);
}

/** Takes a column; its candidate must not be taken yet. */
export function put(matrix: Matrix, state: State, column: number): void {
  state.columnOf[matrix.candidateOf[column] as number] = column;
  addTo(matrix, state, column, 1);
}

/** Takes a column out. */
export function takeOut(matrix: Matrix, state: State, column: number): void {
  state.columnOf[matrix.candidateOf[column] as number] = -1;
  addTo(matrix, state, column, -1);
}

/** Whether a column can be taken without any row going beyond its upper, or further beyond it. */
export function fits({ starts, row, coefficient, upper }: Matrix, state: State, column: number) {
  const { load } = state;
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at += 1) {
    const amount = coefficient[at] as number;
    const place = row[at] as number;
    if (amount > 0 && (load[place] as number) + amount > (upper[place] as number)) return false;
  }
  return true;
}

/** Whether the rows that a column is in are kept. */
export function keepsRowsOf({ starts, row, upper }: Matrix, { load }: State, column: number) {
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at += 1) {
    const place = row[at] as number;
    if ((load[place] as number) > (upper[place] as number)) return false;
  }
  return true;
}

/** By how much rows are broken, each as a share of its upper; 0: the choice is allowed. */
export function shortage({ upper }: Matrix, { load }: State): number {
  let sum = 0;
  for (let row = 0; row < upper.length; row += 1) {
    const over = (load[row] as number) - (upper[row] as number);
    if (over > 0) sum += over / Math.max(1, Math.abs(upper[row] as number));
  }
  return sum;
}

function addTo(matrix: Matrix, state: State, column: number, sign: 1 | -1): void {
  const { starts, row, coefficient, value } = matrix;
  const { load } = state;
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at += 1)
    load[row[at] as number] =
      (load[row[at] as number] as number) + sign * (coefficient[at] as number);
  state.value += sign * (value[column] as number);
}
