import type { Matrix } from './matrix.ts';
import { fits, put, type State, takeOut } from './state.ts';

// Places are within the packed arrays by their making, so reading one as a number holds.

/**
 * Makes a state allowed as far as it can, then full: takes out what breaks rows, the least worth first;
 * puts in what a broken row needs, the most worth first; then whatever fits and adds value.
 * Source: P. Chu, J. Beasley (1998), drop and add by pseudo-utility; the middle step is for floors.
 */
export function repair(matrix: Matrix, state: State): void {
  dropOver(matrix, state);
  support(matrix, state);
  fill(matrix, state);
}

/** Puts in every column that fits and adds value, the most worth first. */
export function fill(matrix: Matrix, state: State): void {
  const { byWorth, candidateOf, value } = matrix;
  for (let at = 0; at < byWorth.length; at += 1) {
    const column = byWorth[at] as number;
    if ((state.columnOf[candidateOf[column] as number] as number) >= 0) continue;
    if ((value[column] as number) > 0 && fits(matrix, state, column)) put(matrix, state, column);
  }
}

function dropOver(matrix: Matrix, state: State): void {
  const { byWorth, candidateOf, upper } = matrix;
  let broken = countBroken(upper, state.load);
  for (let at = byWorth.length - 1; at >= 0 && broken > 0; at -= 1) {
    const column = byWorth[at] as number;
    if (state.columnOf[candidateOf[column] as number] !== column) continue;
    if (!overloads(matrix, state, column)) continue;
    takeOut(matrix, state, column);
    broken = countBroken(upper, state.load);
  }
}

/** Whether a taken column adds to a row that is beyond its upper. */
function overloads({ starts, row, coefficient, upper }: Matrix, { load }: State, column: number) {
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at += 1) {
    const place = row[at] as number;
    if ((coefficient[at] as number) > 0 && (load[place] as number) > (upper[place] as number))
      return true;
  }
  return false;
}

function support(matrix: Matrix, state: State): void {
  const { byWorth, candidateOf, supports, upper } = matrix;
  if (countBroken(upper, state.load) === 0) return;
  for (let at = 0; at < byWorth.length; at += 1) {
    const column = byWorth[at] as number;
    if (supports[column] === 0) continue;
    if ((state.columnOf[candidateOf[column] as number] as number) >= 0) continue;
    if (!(mends(matrix, state, column) && fits(matrix, state, column))) continue;
    put(matrix, state, column);
  }
}

/** Whether a column gives to a row that is beyond its upper. */
function mends({ starts, row, coefficient, upper }: Matrix, { load }: State, column: number) {
  const end = starts[column + 1] as number;
  for (let at = starts[column] as number; at < end; at += 1) {
    const place = row[at] as number;
    if ((coefficient[at] as number) < 0 && (load[place] as number) > (upper[place] as number))
      return true;
  }
  return false;
}

function countBroken(upper: Float64Array, load: Float64Array): number {
  let count = 0;
  for (let row = 0; row < upper.length; row += 1)
    if ((load[row] as number) > (upper[row] as number)) count += 1;
  return count;
}
