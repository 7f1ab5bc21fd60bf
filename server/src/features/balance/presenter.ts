import type { AmountsView, BalanceView, MixView } from '@evenkeel/contract/balance';
import type { ReserveOutlookView } from '@evenkeel/contract/ring-fences';
import type { BalanceInput } from '@evenkeel/core/balance/input';
import type { Amounts } from '@evenkeel/core/balance/load';
import type { Mix } from '@evenkeel/core/balance/mix';
import type { ReserveOutlook } from '@evenkeel/core/balance/reserve-outlook';
import type { Unknown } from '@evenkeel/core/balance/unknowns';
import { groupedBy } from '@evenkeel/core/grouping';
import type { BalanceFound } from './service.ts';

/** How many of the things that cannot be counted are named. */
const mostExamples = 10;

export function presentBalance(found: BalanceFound): BalanceView {
  const { input, figures, showsMoney } = found;
  const { keyFigures } = figures;
  return {
    today: input.today,
    from: input.from,
    to: input.to,
    currency: input.currency,
    target: found.target,
    names: presentNames(input),
    keyFigures: {
      ...keyFigures,
      client: presentAmounts(keyFigures.client, showsMoney),
      initiative: presentAmounts(keyFigures.initiative, showsMoney),
    },
    cells: figures.cells.map((cell) => ({ ...cell, ...presentAmounts(cell, showsMoney) })),
    people: figures.people.map((load) => ({ ...load, projects: [...load.projects] })),
    roles: [...figures.roles],
    teams: [...figures.teams],
    months: figures.months.map((mix) => ({ ...mix, ...presentMix(mix, showsMoney) })),
    quarters: figures.quarters.map((mix) => ({ ...mix, ...presentMix(mix, showsMoney) })),
    initiatives: figures.initiatives.map((initiative) => ({
      ...initiative,
      weeks: [...initiative.weeks],
      months: [...initiative.months],
      culprits: [...initiative.culprits],
    })),
    finishes: [...figures.finishes],
    unknowns: presentUnknowns(figures.unknowns),
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

export function presentAmounts(amounts: Amounts, showsMoney: boolean): AmountsView {
  const { minutes, costMinor, billMinor } = amounts;
  return showsMoney
    ? { minutes, costMinor, billMinor }
    : { minutes, costMinor: null, billMinor: null };
}

export function presentMix(mix: Mix, showsMoney: boolean): MixView {
  const { clientMinutes, initiativeMinutes, shareByMinutes, verdict } = mix;
  const { clientCostMinor, initiativeCostMinor, shareByCost } = mix;
  return {
    clientMinutes,
    initiativeMinutes,
    shareByMinutes,
    verdict,
    ...(showsMoney
      ? { clientCostMinor, initiativeCostMinor, shareByCost }
      : { clientCostMinor: null, initiativeCostMinor: null, shareByCost: null }),
  };
}

/** Months of ring-fences with what they are called. */
export function presentOutlook(
  outlook: readonly ReserveOutlook[],
  { reserve }: BalanceInput,
): ReserveOutlookView[] {
  const nameOf = new Map(reserve.policies.map(({ id, name }) => [id, name]));
  return outlook.map(({ policyId, ...figures }) => ({
    ringFence: { id: policyId, name: nameOf.get(policyId) ?? '' },
    ...figures,
  }));
}

function presentUnknowns(unknowns: readonly Unknown[]): BalanceView['unknowns'] {
  return [...groupedBy(unknowns, (unknown) => unknown.code)].map(([code, all]) => ({
    code,
    count: all.length,
    examples: all.slice(0, mostExamples).map(({ id, name }) => ({ id, name })),
  }));
}
