import type { Choice } from '../portfolio/model.ts';
import type { Placement } from './choice.ts';
import type { PortfolioFacts } from './facts.ts';

/** What is chosen beyond what is committed, in the order of the candidates. */
export function placements(chosen: readonly Choice[], facts: PortfolioFacts): Placement[] {
  const startOf = new Map(chosen.map(({ id, start }) => [id, start]));
  return facts.candidates.flatMap(({ id }) => {
    const start = startOf.get(id);
    const month = start === undefined ? undefined : facts.months[start];
    return month === undefined ? [] : [{ candidateId: id, month }];
  });
}
