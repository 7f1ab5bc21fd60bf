// Genetic search. Indices are within bounds by construction; each `as number` only says so.
import { type Random, seededRandom } from '../../random';
import { compareCost, emptyPlan, type Plan } from './cost';
import { latestFinishes } from './order';
import { orderSampler } from './sample';
import type { Search } from './search';

/** How the genetic search is set; chosen on the even parameter sets of PSPLIB (docs/scheduling.md). */
export type GeneticSettings = {
  readonly population: number;
  /** Length of the exchanged stretch, as shares of all activities. */
  readonly shortest: number;
  readonly longest: number;
  /** Chance that an activity changes places with its neighbour. */
  readonly mutation: number;
};

/** Settings for about so many schedules: the square root as population. */
export function geneticSettings(expectedSchedules: number): GeneticSettings {
  const population = Math.round(Math.min(4000, Math.max(10, Math.sqrt(expectedSchedules))));
  return { population, shortest: 0.1, longest: 0.5, mutation: 0.05 };
}

/**
 * A population of plans. Two of them are crossed in the order of their finishes, which is passed
 * backward and then forward again (so every child is justified on both sides); it takes its parent's
 * place when it is no worse. After V. Valls, F. Ballestín, S. Quintanilla (EJOR 185, 2008) and
 * D. Debels, M. Vanhoucke (Operations Research 55, 2007).
 */
export function geneticSearch(search: Search, settings: GeneticSettings, seed: number): void {
  const random = seededRandom(seed);
  const { compiled } = search;
  const plans = firstPlans(search, settings.population, random);
  const cross = crossover(compiled.size, settings, random);
  const mutate = mutator(search, settings.mutation, random);
  const order = new Int32Array(compiled.size);
  const justified = new Int32Array(compiled.size);
  let spare = emptyPlan(compiled.size);
  const byMakespan = compiled.isPlain;
  while (plans.length > 1) {
    for (let place = 0; place < plans.length; place += 1) {
      if (search.isOver()) return;
      const parent = plans[place] as Plan;
      const other = chosen(plans, random);
      if (random() < 0.5) cross(parent.order, other.order, order);
      else cross(other.order, parent.order, order);
      mutate(order);
      search.backward(order, parent, justified);
      const limit = byMakespan ? parent.makespan : Number.POSITIVE_INFINITY;
      if (!search.forward(justified, spare, limit) || compareCost(spare, parent) > 0) continue;
      plans[place] = spare;
      spare = parent;
    }
  }
}

/** Priority rules first, then samples round them; each passed forward, backward, forward. */
function firstPlans(search: Search, population: number, random: Random): Plan[] {
  const { compiled } = search;
  const sample = orderSampler(compiled, latestFinishes(compiled, 1));
  const order = new Int32Array(compiled.size);
  const plans: Plan[] = [];
  while (plans.length < population && (plans.length === 0 || !search.isOver())) {
    const plan = emptyPlan(compiled.size);
    sample(random, plans.length === 0 ? null : 2, order);
    search.forward(order, plan, Number.POSITIVE_INFINITY);
    plans.push(plan);
  }
  return plans;
}

function chosen(plans: readonly Plan[], random: Random): Plan {
  const one = plans[Math.floor(random() * plans.length)] as Plan;
  const two = plans[Math.floor(random() * plans.length)] as Plan;
  return compareCost(one, two) <= 0 ? one : two;
}

/** Keeps `outer` but for one stretch, whose activities follow the order of `inner`. */
function crossover(size: number, settings: GeneticSettings, random: Random) {
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

/** Neighbours change places unless one must come before the other. */
function mutator(search: Search, chance: number, random: Random) {
  const { size, directions } = search.compiled;
  const { at, from } = directions[1];
  const mustFollow = (first: number, second: number): boolean => {
    for (let row = at[second] as number; row < (at[second + 1] as number); row += 1)
      if (from[row] === first) return true;
    return false;
  };
  return (order: Int32Array): void => {
    for (let place = 0; place + 1 < size; place += 1) {
      if (random() >= chance) continue;
      const first = order[place] as number;
      const second = order[place + 1] as number;
      if (mustFollow(first, second)) continue;
      order[place] = second;
      order[place + 1] = first;
    }
  };
}
