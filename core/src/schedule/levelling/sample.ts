// Random orders that keep every arc. Indices are within bounds by construction.
import type { Random } from '../../random.ts';
import type { Compiled } from './compile.ts';

/**
 * Draws orders in which urgent activities tend to come first: each draw takes an activity whose
 * predecessors are all placed, with weight (most regret + 1) to the power of `bias` (regret-based
 * biased random sampling, A. Drexl, Management Science 37, 1991). No chance at `bias` null.
 */
export function orderSampler(compiled: Compiled, latest: Float64Array) {
  const { size, arcs } = compiled;
  const waits = new Int32Array(size);
  const ready = new Int32Array(size);
  const weights = new Float64Array(size);
  const successors = successorRows(size, arcs);
  const arriving = new Int32Array(size);
  for (const arc of arcs) arriving[arc.to] = (arriving[arc.to] as number) + 1;

  return (random: Random, bias: number | null, order: Int32Array): void => {
    waits.set(arriving);
    let open = 0;
    for (let index = 0; index < size; index += 1)
      if (waits[index] === 0) {
        ready[open] = index;
        open += 1;
      }
    for (let place = 0; place < size; place += 1) {
      const chosen = draw(random, bias, open);
      const index = ready[chosen] as number;
      open -= 1;
      ready[chosen] = ready[open] as number;
      order[place] = index;
      for (const next of successors[index] as Int32Array) {
        const left = (waits[next] as number) - 1;
        waits[next] = left;
        if (left !== 0) continue;
        ready[open] = next;
        open += 1;
      }
    }
  };

  function draw(random: Random, bias: number | null, open: number): number {
    let most = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < open; place += 1)
      most = Math.max(most, latest[ready[place] as number] as number);
    if (bias === null) return leastOf(open);
    let sum = 0;
    for (let place = 0; place < open; place += 1) {
      const regret = most - (latest[ready[place] as number] as number) + 1;
      const weight = bias === 2 ? regret * regret : regret ** bias;
      weights[place] = weight;
      sum += weight;
    }
    let rest = random() * sum;
    for (let place = 0; place < open - 1; place += 1) {
      rest -= weights[place] as number;
      if (rest < 0) return place;
    }
    return open - 1;
  }

  function leastOf(open: number): number {
    let best = 0;
    for (let place = 1; place < open; place += 1) {
      const here = ready[place] as number;
      const there = ready[best] as number;
      const gap = (latest[here] as number) - (latest[there] as number);
      if (gap < 0 || (gap === 0 && here < there)) best = place;
    }
    return best;
  }
}

function successorRows(size: number, arcs: Compiled['arcs']): Int32Array[] {
  const rows: number[][] = Array.from({ length: size }, () => []);
  for (const arc of arcs) rows[arc.from]?.push(arc.to);
  return rows.map((row) => Int32Array.from(row));
}
