// Genetic search. Indices are within bounds by construction; each `as number` only says so.
import { type Random, seededRandom } from '../../random.ts';
import { compareCost, emptyPlan, type Plan } from './cost.ts';
import type { GeneticSettings } from './genetic-settings.ts';
import { latestFinishes } from './order.ts';
import { orderMemory } from './order-memory.ts';
import { orderDealer } from './parallel.ts';
import { createProver } from './proof.ts';
import { orderSampler } from './sample.ts';
import { copyPlan, type Search } from './search.ts';
import { crossover, mutator } from './variation.ts';

/**
 * A population of plans. Two of them are crossed in the order of their finishes, which is passed
 * backward and then forward again (so every child is justified on both sides); it takes its parent's
 * place when it is no worse. After V. Valls, F. Ballestín, S. Quintanilla (EJOR 185, 2008) and
 * D. Debels, M. Vanhoucke (Operations Research 55, 2007). A complete search beside it may prove the
 * best plan, or better it.
 */
export function geneticSearch(search: Search, settings: GeneticSettings, seed: number): void {
  const random = seededRandom(seed);
  const prover = settings.proof ? createProver(search, { ...settings.proof, seed }) : null;
  do evolve(search, settings, { random, prover });
  while (!search.isOver());
}

/** One population, until it has found nothing better for long. */
function evolve(
  search: Search,
  settings: GeneticSettings,
  { random, prover }: { readonly random: Random; readonly prover: ReturnType<typeof createProver> },
): void {
  const plans = firstPlans(search, settings, random);
  let best = plans.reduce((one, other) => (compareCost(one, other) <= 0 ? one : other));
  const breed = breeder(search, settings, random);
  let spare = emptyPlan(search.compiled.size);
  const patience = settings.patience * settings.population;
  for (let since = search.schedules; search.schedules - since < patience; ) {
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
    const found = prover?.turn();
    if (!found) continue;
    plans[Math.floor(random() * plans.length)] = found;
    best = found;
    since = search.schedules;
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
  const mutate = mutator(compiled, settings, random);
  const order = new Int32Array(compiled.size);
  const justified = new Int32Array(compiled.size);
  const memory = settings.remembers ? orderMemory() : null;
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
