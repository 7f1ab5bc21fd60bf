import { bindingDemand } from '../portfolio/binding.ts';
import type { PortfolioSolution, SearchOptions } from '../portfolio/exact.ts';
import { frontier } from '../portfolio/frontier.ts';
import { leastWorth } from '../portfolio/least-worth.ts';
import { leftOut } from '../portfolio/left-out.ts';
import type { PortfolioProblem } from '../portfolio/model.ts';
import { priceOfMinutes } from '../portfolio/prices.ts';
import { programOf } from '../portfolio/program.ts';
import type { CandidateId } from './choice.ts';
import type { ComputeOptions } from './compute.ts';
import type { ChoiceCandidate, PortfolioFacts } from './facts.ts';
import { placements } from './placements.ts';
import type { ChoiceInput } from './problem.ts';
import {
  type CandidateWorth,
  type ChoiceResult,
  type FrontierPoint,
  type MonthPrice,
  personMonthMinutes,
  type RunStep,
} from './result.ts';

/** What an explanation is made from. */
export type Explaining = {
  readonly input: ChoiceInput;
  readonly problem: PortfolioProblem;
  readonly options: ComputeOptions;
  readonly search: SearchOptions;
};

/** Searches for the binding demand, and points on the frontier, at most. */
const most = { bindingSearches: 12, frontierPoints: 7 } as const;

type Explanation = Pick<
  ChoiceResult,
  'leftOut' | 'binding' | 'worths' | 'monthPrices' | 'frontier' | 'isPartial'
>;

/**
 * Everything that is said of a choice beside what is in it, what matters most first: what the time does
 * not allow is left out.
 */
export function explain(base: PortfolioSolution, explaining: Explaining): Explanation {
  const { problem, input, options, search } = explaining;
  options.onProgress({ step: 'explaining', gapBasisPoints: null, done: 0, of: 1 });
  const chosen = new Set(base.chosen.map(({ id }) => id));
  const known = new Set(problem.candidates.map(({ id }) => id));
  const open = input.facts.candidates.filter(({ id }) => known.has(id));
  const binding = bindingDemand(problem, base, { limit: most.bindingSearches, options: search });
  const left = worthsOf(
    open.filter(({ id }) => !chosen.has(id)),
    'explaining',
    explaining,
  );
  const points = frontierOf(explaining);
  const monthPrices = pricesOf(base, explaining);
  const taken = worthsOf(
    open.filter(({ id }) => chosen.has(id)),
    'pricing',
    explaining,
  );
  return {
    leftOut: leftOutOf(base, problem, input.facts),
    binding,
    worths: [...left, ...taken],
    monthPrices,
    frontier: points,
    isPartial: options.isLate(),
  };
}

function leftOutOf(
  base: PortfolioSolution,
  problem: PortfolioProblem,
  facts: PortfolioFacts,
): ChoiceResult['leftOut'] {
  const reasons = new Map(leftOut(problem, base.chosen).map((one) => [one.id, one]));
  const chosen = new Set(base.chosen.map(({ id }) => id));
  return facts.candidates.flatMap(({ id: candidateId }): ChoiceResult['leftOut'] => {
    if (chosen.has(candidateId)) return [];
    const found = reasons.get(candidateId);
    const month = found?.reason === 'blocked' ? facts.months[found.start] : undefined;
    if (found?.reason === 'blocked' && month !== undefined)
      return [{ candidateId, reason: { kind: 'blocked', month, by: found.by } }];
    return [{ candidateId, reason: { kind: found ? 'fits' : 'no-start' } }];
  });
}

/** What candidates must bring to be worth taking, by solving with each and without it. */
function worthsOf(
  asked: readonly ChoiceCandidate[],
  step: RunStep,
  { problem, options, search }: Explaining,
): CandidateWorth[] {
  const found: CandidateWorth[] = [];
  for (const [done, candidate] of asked.entries()) {
    if (options.isLate() || options.shouldStop()) break;
    options.onProgress({ step, gapBasisPoints: null, done, of: asked.length });
    const worth = leastWorth(problem, candidate.id, search);
    if (worth.status !== 'unknown') found.push(worthOf(candidate, worth));
  }
  return found;
}

function worthOf(candidate: ChoiceCandidate, worth: ReturnType<typeof leastWorth>): CandidateWorth {
  const isFrom = worth.status === 'from';
  return {
    candidateId: candidate.id,
    status: worth.status,
    least: isFrom ? worth.least : null,
    leastValueMinor: isFrom ? leastValue(candidate, worth.least.most) : null,
    // Ids of candidates of this choice, as they were given to the engine.
    displaces: isFrom ? (worth.displaces as CandidateId[]) : [],
  };
}

/**
 * The value of a deal whose margin, `probability × (value − cost)`, is `margin`, rounded up: the least
 * price below which it costs more than it brings.
 */
function leastValue(candidate: ChoiceCandidate, margin: number): number | null {
  if (candidate.kind !== 'deal' || candidate.probabilityBasisPoints === 0) return null;
  const value = candidate.costMinor + (margin * 10_000) / candidate.probabilityBasisPoints;
  return Math.max(0, Math.ceil(value));
}

/** What one more person-month is worth, wherever hours could be short at all. */
function pricesOf(base: PortfolioSolution, { problem, input, options, search }: Explaining) {
  const slots = new Map<string, { readonly roleId: string; readonly month: number }>();
  for (const { demand } of programOf(problem).rows)
    if (demand?.kind === 'capacity' || demand?.kind === 'reserve')
      slots.set(`${demand.roleId} ${demand.month}`, demand);
  const prices: MonthPrice[] = [];
  for (const [done, { roleId, month }] of [...slots.values()].entries()) {
    if (options.isLate() || options.shouldStop()) break;
    options.onProgress({ step: 'pricing', gapBasisPoints: null, done, of: slots.size });
    const extra = { roleId, month, minutes: personMonthMinutes };
    const worth = priceOfMinutes(problem, base, { extra, options: search });
    const role = input.facts.roles.find(({ id }) => id === roleId);
    const named = input.facts.months[month];
    if (worth && worth.most > 0 && role && named)
      prices.push({
        roleId: role.id,
        month: named,
        worth: { least: Math.max(0, worth.least), most: worth.most },
      });
  }
  return prices;
}

function frontierOf({ problem, input, options, search }: Explaining): FrontierPoint[] {
  if (options.isLate()) return [];
  options.onProgress({ step: 'frontier', gapBasisPoints: null, done: 0, of: 1 });
  const found = frontier(problem, { points: most.frontierPoints, options: search });
  // A line of which nobody knows whether better portfolios lie above it says nothing.
  if (found.status !== 'optimal') return [];
  return found.points.map((point) => ({
    marginMinor: point.marginMinor,
    contribution: point.contribution,
    chosen: placements(point.chosen, input.facts),
  }));
}
