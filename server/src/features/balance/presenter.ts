import type { BalanceView } from '@evenkeel/contract/balance';
import type { Balance } from '@evenkeel/core/balance/balance';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import type { Unknown } from '@evenkeel/core/balance/unknowns';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Gathered } from './service.ts';

/** How many of the things that cannot be counted are named. */
const mostExamples = 10;

export function presentBalance({
  input,
  target,
  figures,
}: Gathered & { figures: Balance }): BalanceView {
  const { keyFigures, finishes, unknowns } = figures;
  return {
    today: input.today,
    from: input.from,
    to: input.to,
    currency: input.currency,
    target,
    names: presentNames(input),
    keyFigures,
    cells: [...figures.cells],
    people: figures.people.map((load) => ({ ...load, projects: [...load.projects] })),
    roles: [...figures.roles],
    teams: [...figures.teams],
    months: [...figures.months],
    quarters: [...figures.quarters],
    initiatives: figures.initiatives.map((initiative) => ({
      ...initiative,
      weeks: [...initiative.weeks],
      months: [...initiative.months],
      culprits: [...initiative.culprits],
    })),
    finishes: [...finishes],
    unknowns: presentUnknowns(unknowns),
  };
}

export function presentNames(input: BalanceInput): BalanceView['names'] {
  const named = <I>({ id, name }: { id: I; name: string }) => ({ id, name });
  return {
    people: input.people.map(named),
    roles: input.roles.map(named),
    teams: input.teams.map(named),
    projects: input.projects.map((project) => ({ ...named(project), kind: project.kind })),
  };
}

function presentUnknowns(unknowns: readonly Unknown[]): BalanceView['unknowns'] {
  return [...groupedBy(unknowns, (unknown) => unknown.code)].map(([code, all]) => ({
    code,
    count: all.length,
    examples: all.slice(0, mostExamples).map(({ id, name }) => ({ id, name })),
  }));
}
