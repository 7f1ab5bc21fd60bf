import { at } from '../column.ts';

/** Shapes kept: most likely values at so many places between the optimistic and the pessimistic. */
const shapes = 64;
/** Steps of the shares, and of the integral that each quantile is read from. */
const steps = 512;
const grid = 4096;

/**
 * Quantile of the beta-PERT distribution on 0 to 1 with its most likely value at `mode`: a beta
 * distribution with α = 1 + 4 × mode and β = 5 − 4 × mode. Read from a table by two-way interpolation;
 * error below 0.002 of the range within the middle 99 % of shares.
 * Source: D. G. Malcolm, J. H. Roseboom, C. E. Clark and W. Fazar (1959), PERT; D. Vose (2008), weight 4.
 */
export function betaPertQuantile(mode: number, share: number): number {
  table ??= makeTable();
  const row = Math.min(shapes - 1, Math.floor(mode * shapes));
  const column = Math.min(steps - 1, Math.floor(share * steps));
  const [down, along] = [mode * shapes - row, share * steps - column];
  const first = row * (steps + 1) + column;
  const second = first + steps + 1;
  const low = at(table, first) + along * (at(table, first + 1) - at(table, first));
  const high = at(table, second) + along * (at(table, second + 1) - at(table, second));
  return low + down * (high - low);
}

let table: Float64Array | null = null;

function makeTable(): Float64Array {
  const made = new Float64Array((shapes + 1) * (steps + 1));
  for (let row = 0; row <= shapes; row += 1) fillRow(made, row);
  return made;
}

/** Sums the density over a grid (midpoints), then reads off where each share is reached. */
function fillRow(made: Float64Array, row: number): void {
  const alpha = 1 + (4 * row) / shapes;
  const beta = 6 - alpha;
  const sums = new Float64Array(grid + 1);
  for (let i = 0; i < grid; i += 1) {
    const x = (i + 0.5) / grid;
    sums[i + 1] = at(sums, i) + x ** (alpha - 1) * (1 - x) ** (beta - 1);
  }
  const total = at(sums, grid);
  let cell = 0;
  for (let step = 0; step <= steps; step += 1) {
    const wanted = (step / steps) * total;
    while (cell < grid - 1 && at(sums, cell + 1) < wanted) cell += 1;
    const within = (wanted - at(sums, cell)) / (at(sums, cell + 1) - at(sums, cell));
    made[row * (steps + 1) + step] = (cell + Math.min(1, Math.max(0, within))) / grid;
  }
}
