import type { Matrix } from './matrix.ts';
import { fill } from './repair.ts';
import { fits, keepsRowsOf, put, type State, takeOut } from './state.ts';

// Places are within the packed arrays by their making, so reading one as a number holds.

/** A change: these columns out, those in; −1: none. */
type Move = { gain: number; out: number; out2: number; in: number; in2: number };

/** At most so many columns that fit are tried two by two in the place of one. */
const pairLimit = 60;

/**
 * Improves an allowed state to where no exchange of one for one, one for two, or two for one adds value;
 * each time the best exchange is made, then what fits is filled in.
 */
export function improve(matrix: Matrix, state: State): void {
  for (;;) {
    const chosen = chosenColumns(matrix, state);
    const move = oneOut(matrix, state, chosen) ?? twoOut(matrix, state, chosen);
    if (move === null) return;
    takeOut(matrix, state, move.out);
    if (move.out2 >= 0) takeOut(matrix, state, move.out2);
    put(matrix, state, move.in);
    if (move.in2 >= 0) put(matrix, state, move.in2);
    fill(matrix, state);
  }
}

/** The columns taken, the least valuable first. */
function chosenColumns({ value }: Matrix, { columnOf }: State): number[] {
  const chosen: number[] = [];
  for (const column of columnOf) if (column >= 0) chosen.push(column);
  return chosen.sort((a, b) => (value[a] as number) - (value[b] as number));
}

/** The best exchange of one for one or two; `null`: none gains. */
function oneOut(matrix: Matrix, state: State, chosen: readonly number[]): Move | null {
  const best: Move = { gain: 0, out: -1, out2: -1, in: -1, in2: -1 };
  for (const out of chosen) {
    takeOut(matrix, state, out);
    tryIn(matrix, state, best, out);
    put(matrix, state, out);
  }
  return best.gain > 0 ? best : null;
}

function tryIn(matrix: Matrix, state: State, best: Move, out: number): void {
  const { byValue, value, candidateOf } = matrix;
  const lost = value[out] as number;
  const room: number[] = [];
  for (let at = 0; at < byValue.length; at += 1) {
    const column = byValue[at] as number;
    const gain = (value[column] as number) - lost;
    // Two of a kind gain at most twice the first.
    if (gain + (value[column] as number) <= best.gain) break;
    if ((state.columnOf[candidateOf[column] as number] as number) >= 0) continue;
    if (column === out || !fits(matrix, state, column)) continue;
    if (gain > best.gain && isAllowed(matrix, state, [out, column]))
      Object.assign(best, { gain, out, out2: -1, in: column, in2: -1 });
    if (room.length < pairLimit) room.push(column);
  }
  for (let first = 0; first + 1 < room.length; first += 1)
    tryPair(matrix, state, best, { out, room, first });
}

function tryPair(
  matrix: Matrix,
  state: State,
  best: Move,
  {
    out,
    room,
    first,
  }: { readonly out: number; readonly room: readonly number[]; readonly first: number },
): void {
  const { value, candidateOf } = matrix;
  const one = room[first] as number;
  const rest = (value[one] as number) - (value[out] as number);
  if (rest + (value[room[first + 1] as number] as number) <= best.gain) return;
  put(matrix, state, one);
  for (let second = first + 1; second < room.length; second += 1) {
    const two = room[second] as number;
    const gain = rest + (value[two] as number);
    if (gain <= best.gain) break;
    if (candidateOf[two] === candidateOf[one] || !fits(matrix, state, two)) continue;
    if (isAllowed(matrix, state, [out, two]))
      Object.assign(best, { gain, out, out2: -1, in: one, in2: two });
  }
  takeOut(matrix, state, one);
}

/** Whether the rows of the column that goes out are kept when the other comes in. */
function isAllowed(
  matrix: Matrix,
  state: State,
  [out, column]: readonly [number, number],
): boolean {
  if (matrix.supports[out] === 0) return true;
  put(matrix, state, column);
  const isKept = keepsRowsOf(matrix, state, out);
  takeOut(matrix, state, column);
  return isKept;
}

/** The best exchange of two for one; `null`: none gains. */
function twoOut(matrix: Matrix, state: State, chosen: readonly number[]): Move | null {
  const { value, byValue } = matrix;
  const most = value[byValue[0] ?? 0] ?? 0;
  const best: Move = { gain: 0, out: -1, out2: -1, in: -1, in2: -1 };
  for (let first = 0; first < chosen.length; first += 1) {
    const out = chosen[first] as number;
    const next = chosen[first + 1];
    if (next === undefined || (value[out] as number) + (value[next] as number) + best.gain >= most)
      break;
    takeOut(matrix, state, out);
    trySecond(matrix, state, best, { chosen, first, most });
    put(matrix, state, out);
  }
  return best.gain > 0 ? best : null;
}

function trySecond(
  matrix: Matrix,
  state: State,
  best: Move,
  {
    chosen,
    first,
    most,
  }: { readonly chosen: readonly number[]; readonly first: number; readonly most: number },
): void {
  const { value } = matrix;
  const out = chosen[first] as number;
  for (let second = first + 1; second < chosen.length; second += 1) {
    const out2 = chosen[second] as number;
    const lost = (value[out] as number) + (value[out2] as number);
    if (lost + best.gain >= most) break;
    takeOut(matrix, state, out2);
    tryOne(matrix, state, best, [out, out2]);
    put(matrix, state, out2);
  }
}

function tryOne(
  matrix: Matrix,
  state: State,
  best: Move,
  [out, out2]: readonly [number, number],
): void {
  const { value, byValue, candidateOf } = matrix;
  const lost = (value[out] as number) + (value[out2] as number);
  for (let at = 0; at < byValue.length; at += 1) {
    const column = byValue[at] as number;
    const gain = (value[column] as number) - lost;
    if (gain <= best.gain) break;
    if ((state.columnOf[candidateOf[column] as number] as number) >= 0) continue;
    if (!fits(matrix, state, column)) continue;
    if (isAllowed(matrix, state, [out, column]) && isAllowed(matrix, state, [out2, column])) {
      Object.assign(best, { gain, out, out2, in: column, in2: -1 });
      break;
    }
  }
}
