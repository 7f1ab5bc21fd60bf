// Children of orders. Indices are within bounds by construction; each `as number` only says so.
import type { Random } from '../../random.ts';
import type { Compiled } from './compile.ts';
import type { GeneticSettings } from './genetic-settings.ts';

/** Keeps `outer` but for one stretch, whose activities follow the order of `inner`. */
export function crossover(size: number, settings: GeneticSettings, random: Random) {
  const isWithin = new Uint8Array(size);
  const spread = settings.longest - settings.shortest;
  return (outer: Int32Array, inner: Int32Array, order: Int32Array): void => {
    const length = Math.max(1, Math.floor(size * (settings.shortest + random() * spread)));
    const begin = Math.floor(random() * (size + 1 - length));
    const end = begin + length;
    isWithin.fill(0);
    for (let place = begin; place < end; place += 1) isWithin[outer[place] as number] = 1;
    order.set(outer);
    let next = begin;
    for (let place = 0; place < size; place += 1) {
      const index = inner[place] as number;
      if (isWithin[index] === 0) continue;
      order[next] = index;
      next += 1;
    }
  };
}

/**
 * Takes an activity here and there out of the order and puts it in again some places off, stopping
 * where it would pass one that must come before or after it.
 */
export function mutator(compiled: Compiled, settings: GeneticSettings, random: Random) {
  const { size, directions } = compiled;
  const { at, from } = directions[1];
  const mustFollow = (first: number, second: number): boolean => {
    for (let row = at[second] as number, end = at[second + 1] as number; row < end; row += 1)
      if (from[row] === first) return true;
    return false;
  };
  const moveAhead = (order: Int32Array, place: number, to: number): void => {
    const index = order[place] as number;
    let next = place;
    for (; next > to && !mustFollow(order[next - 1] as number, index); next -= 1)
      order[next] = order[next - 1] as number;
    order[next] = index;
  };
  const moveBack = (order: Int32Array, place: number, to: number): void => {
    const index = order[place] as number;
    let next = place;
    for (; next < to && !mustFollow(index, order[next + 1] as number); next += 1)
      order[next] = order[next + 1] as number;
    order[next] = index;
  };
  // Places between two moves are drawn at once (geometric), not one coin for each place.
  const perMove = 1 / Math.log(1 - settings.mutation);
  const gap = () => Math.floor(Math.log(1 - random()) * perMove);
  return (order: Int32Array): void => {
    for (let place = gap(); place < size; place += 1 + gap()) {
      const to = place + Math.floor((random() * 2 - 1) * settings.reach);
      if (to < place) moveAhead(order, place, Math.max(0, to));
      else moveBack(order, place, Math.min(size - 1, to));
    }
  };
}
