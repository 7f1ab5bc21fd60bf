// Genetic search. Indices are within bounds by construction; each `as number` only says so.
import { type Random, seededRandom } from '../../random.ts';
import { compareCost, emptyPlan, type Plan } from './cost.ts';
import { latestFinishes } from './order.ts';
import { orderMemory } from './order-memory.ts';
import { orderDealer } from './parallel.ts';
import { orderSampler } from './sample.ts';
import { copyPlan, type Search } from './search.ts';

/** How the genetic search is set; chosen on the even parameter sets of PSPLIB (docs/scheduling.md). */
export type GeneticSettings = {
  readonly population: number;
  /** First plans drawn; the best of them become the population. */
  readonly samples: number;
  /** Chance that a child's order is dealt out by the parallel scheme before its backward pass. */
  readonly deal: number;
  /** No plan is twice in the population, none mates with itself, no order is passed forward twice. */
  readonly isDistinct: boolean;
  /** Length of the exchanged stretch, as shares of all activities. */
  readonly shortest: number;
  readonly longest: number;
  /** Chance that an activity is taken out and put in again, up to `reach` places off. */
  readonly mutation: number;
  readonly reach: number;
  /** A child whose backward pass is longer than its parent by more than this share is given up. */
  readonly slack: number;
  readonly leastSlack: number;
  /** Chance that the child keeps most of the other plan instead of the one it may replace. */
  readonly swap: number;
  /** The mate is the best of so many drawn. */
  readonly rivals: number;
  /** Begins anew after so many schedules for each plan without a better one. */
  readonly patience: number;
};

/**
 * Settings for about so many schedules of so many activities: few schedules must converge fast, many
 * must not, and small problems gain more by beginning anew than by a large population. Two to three
 * activities are moved in each child, however many there are.
 */
export function geneticSettings(expectedSchedules: number, size: number): GeneticSettings {
  const root = Math.sqrt(expectedSchedules);
  const most = size ** 2 / 34;
  const mutation = Math.min(0.1, 2.4 / Math.max(1, size));
  const base = { mutation, reach: 30, slack: 0.025, leastSlack: 3, patience: 150 };
  if (expectedSchedules < 20_000)
    return {
      ...base,
      population: sized(Math.min(most, 0.28 * root)),
      samples: Math.round(Math.min(40, Math.max(8, expectedSchedules / 25))),
      deal: 0.2,
      isDistinct: true,
      shortest: 0.3,
      longest: 0.7,
      swap: 0.35,
      rivals: expectedSchedules < 3000 ? 3 : 2,
    };
  const population = sized(Math.min(most, 0.4 * root));
  return {
    ...base,
    population,
    samples: population,
    deal: 0,
    isDistinct: false,
    shortest: 0.1,
    longest: 0.5,
    swap: 0.2,
    rivals: 1,
  };
}

function sized(population: number): number {
  return Math.round(Math.min(2000, Math.max(8, population)));
}

/**
 * A population of plans. Two of them are crossed in the order of their finishes, which is passed
 * backward and then forward again (so every child is justified on both sides); it takes its parent's
 * place when it is no worse. After V. Valls, F. Ballestín, S. Quintanilla (EJOR 185, 2008) and
 * D. Debels, M. Vanhoucke (Operations Research 55, 2007).
 */
export function geneticSearch(search: Search, settings: GeneticSettings, seed: number): void {
  const random = seededRandom(seed);
  do evolve(search, settings, random);
  while (!search.isOver());
}

/** One population, until it has found nothing better for long. */
function evolve(search: Search, settings: GeneticSettings, random: Random): void {
  const plans = firstPlans(search, settings, random);
  let best = plans.reduce((one, other) => (compareCost(one, other) <= 0 ? one : other));
  const breed = breeder(search, settings, random);
  let spare = emptyPlan(search.compiled.size);
  const patience = settings.patience * settings.population;
  for (let since = search.schedules; search.schedules - since < patience; )
    for (let place = 0; place < plans.length; place += 1) {
      if (search.isOver()) return;
      const parent = plans[place] as Plan;
      const isBetter = breed(parent, mate(plans, parent, settings, random), spare);
      if (!isBetter || isTwin(settings, plans, { parent, child: spare })) continue;
      plans[place] = spare;
      if (compareCost(spare, best) < 0) {
        best = spare;
        since = search.schedules;
      }
      spare = parent;
    }
}

function mate(
  plans: readonly Plan[],
  parent: Plan,
  { rivals, isDistinct }: GeneticSettings,
  random: Random,
): Plan {
  let best: Plan | null = null;
  for (let drawn = 0; drawn < rivals; drawn += 1) {
    const next = plans[Math.floor(random() * plans.length)] as Plan;
    if (isDistinct && next === parent) continue;
    if (best === null || compareCost(next, best) < 0) best = next;
  }
  return best ?? (plans[(plans.indexOf(parent) + 1) % plans.length] as Plan);
}

/** True when no plan may be twice and another than the parent has the child's starts. */
function isTwin(
  { isDistinct }: GeneticSettings,
  plans: readonly Plan[],
  { parent, child }: { readonly parent: Plan; readonly child: Plan },
): boolean {
  if (!isDistinct) return false;
  return plans.some(
    (plan) =>
      plan !== parent &&
      compareCost(plan, child) === 0 &&
      plan.start.every((start, index) => start === child.start[index]),
  );
}

/** Makes the child of two plans; false when it is worse than the parent, and then void. */
function breeder(search: Search, settings: GeneticSettings, random: Random) {
  const { compiled } = search;
  const cross = crossover(compiled.size, settings, random);
  const mutate = mutator(search, settings, random);
  const order = new Int32Array(compiled.size);
  const justified = new Int32Array(compiled.size);
  const memory = settings.isDistinct ? orderMemory() : null;
  const deal = settings.deal > 0 ? orderDealer(compiled, compiled.directions[1]) : null;
  return (parent: Plan, other: Plan, child: Plan): boolean => {
    if (random() < settings.swap) cross(other.order, parent.order, order);
    else cross(parent.order, other.order, order);
    mutate(order);
    if (deal !== null && random() < settings.deal) deal(order);
    const slack = Math.max(settings.leastSlack, settings.slack * parent.makespan);
    const step = { order, from: parent, out: justified, limit: parent.makespan + slack };
    if (!search.backward(step)) return false;
    if (memory !== null && !memory.isNew(justified)) return false;
    const limit = compiled.isPlain ? parent.makespan : Number.POSITIVE_INFINITY;
    return search.forward(justified, child, limit) && compareCost(child, parent) <= 0;
  };
}

/**
 * The plan of the priority rule, forward and backward, then samples round it, all by the parallel
 * scheme where it applies; the best of them, each passed backward and forward again.
 */
function firstPlans(search: Search, settings: GeneticSettings, random: Random): Plan[] {
  const { compiled } = search;
  const sample = orderSampler(compiled, latestFinishes(compiled, 1));
  const [ahead, back] = compiled.directions;
  const dealAhead = orderDealer(compiled, ahead);
  const justify = justifier(search);
  const order = new Int32Array(compiled.size);
  const first = emptyPlan(compiled.size);
  sample(random, null, order);
  dealAhead?.(order);
  search.forward(order, first, Number.POSITIVE_INFINITY);
  const plans = [justify(first)];
  const dealBack = orderDealer(compiled, back);
  if (dealBack !== null && !search.isOver()) {
    const turned = emptyPlan(compiled.size);
    copyPlan(first, turned);
    dealBack(turned.order);
    plans.push(justify(turned));
  }
  while (plans.length < settings.samples && !search.isOver()) {
    const plan = emptyPlan(compiled.size);
    sample(random, 2, order);
    dealAhead?.(order);
    search.forward(order, plan, Number.POSITIVE_INFINITY);
    plans.push(plan);
  }
  const best = plans.sort(compareCost).slice(0, settings.population);
  return best.map((plan) => (search.isOver() ? plan : justify(plan)));
}

/** Passes a plan backward and forward; gives the better of the two. */
function justifier(search: Search): (plan: Plan) => Plan {
  const justified = new Int32Array(search.compiled.size);
  return (plan) => {
    if (search.isOver()) return plan;
    const child = emptyPlan(search.compiled.size);
    const limit = Number.POSITIVE_INFINITY;
    search.backward({ order: plan.order, from: plan, out: justified, limit });
    if (search.isOver()) return plan;
    search.forward(justified, child, limit);
    return compareCost(child, plan) <= 0 ? child : plan;
  };
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

/**
 * Takes an activity here and there out of the order and puts it in again some places off, stopping
 * where it would pass one that must come before or after it.
 */
function mutator(search: Search, settings: GeneticSettings, random: Random) {
  const { size, directions } = search.compiled;
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
