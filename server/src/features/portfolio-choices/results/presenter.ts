import type { DemandView, PortfolioResultView } from '@evenkeel/contract/portfolio-results';
import type { Demand } from '@evenkeel/core/portfolio/model';
import type { CandidateId, Placement } from '@evenkeel/core/portfolio-choice/choice';
import { placedDates } from '@evenkeel/core/portfolio-choice/extent';
import type { ChoiceCandidate, PortfolioFacts } from '@evenkeel/core/portfolio-choice/facts';
import type { ChoiceResult, LeftOutReason } from '@evenkeel/core/portfolio-choice/result';
import type { KeptRun, RunRecord } from '../runs/service.ts';

type Setting = {
  readonly facts: PortfolioFacts;
  readonly candidates: ReadonlyMap<string, ChoiceCandidate>;
  readonly showsMoney: boolean;
};

/** The result of a run with the names of what it speaks of; null when it came to none. */
export function presentResult(
  { id, kept }: RunRecord & { readonly kept: KeptRun },
  showsMoney: boolean,
): PortfolioResultView | null {
  const { result, input } = kept;
  if (result === null) return null;
  const { facts } = input;
  const candidates = new Map<string, ChoiceCandidate>(facts.candidates.map((one) => [one.id, one]));
  const setting: Setting = { facts, candidates, showsMoney };
  const isMoney = result.maximised === 'margin';
  return {
    runId: id,
    maximised: result.maximised,
    status: result.status,
    marginMinor: showsMoney ? result.marginMinor : null,
    contribution: result.contribution,
    gapBasisPoints: Math.ceil(result.gap * 10_000),
    chosen: result.chosen.flatMap((placement) => presentPlacement(placement, setting)),
    leftOut: result.leftOut.flatMap(({ candidateId, reason }) => {
      const one = candidates.get(candidateId);
      if (!one) return [];
      return [
        { candidateId, kind: one.kind, name: one.name, reason: presentReason(reason, setting) },
      ];
    }),
    binding: result.binding && {
      demand: presentDemand(result.binding.demand, setting),
      gain: isMoney && !showsMoney ? null : result.binding.gain,
    },
    worths: result.worths.map((worth) => presentWorth(worth, setting)),
    monthPrices: isMoney && !showsMoney ? [] : [...result.monthPrices],
    frontier: frontierOf(result, showsMoney),
    conflict: result.conflict.map((demand) => presentDemand(demand, setting)),
    overloads: result.overloads.flatMap((overload) => {
      const role = facts.roles.find((one) => one.id === overload.roleId);
      const month = facts.months[overload.month];
      if (!role || !month || overload.kind !== 'capacity') return [];
      return [{ roleId: role.id, month, minutes: overload.minutes }];
    }),
    isPartial: result.isPartial,
  };
}

function presentPlacement(
  { candidateId, month }: Placement,
  { candidates }: Setting,
): PortfolioResultView['chosen'] {
  const one = candidates.get(candidateId);
  if (!one) return [];
  const days = placedDates(one, month);
  const isMoved = one.startOn !== days.startOn || one.endOn !== days.endOn;
  return [{ candidateId, kind: one.kind, name: one.name, month, ...days, isMoved }];
}

function presentWorth(
  worth: ChoiceResult['worths'][number],
  { candidates, showsMoney }: Setting,
): PortfolioResultView['worths'][number] {
  const { candidateId, status, least, displaces } = worth;
  const isDeal = candidates.get(candidateId)?.kind === 'deal';
  return {
    candidateId,
    status,
    leastMinor: isDeal && showsMoney ? least : null,
    leastPoints: isDeal ? null : least,
    leastValueMinor: showsMoney ? worth.leastValueMinor : null,
    displaces: displaces.flatMap((id) => {
      const one = candidates.get(id);
      return one ? [{ id, name: one.name, kind: one.kind }] : [];
    }),
  };
}

/** One result may lie between the points that were asked for: it is added where it belongs. */
function frontierOf(result: ChoiceResult, showsMoney: boolean): PortfolioResultView['frontier'] {
  const isResult = (point: { marginMinor: number; contribution: number }) =>
    point.marginMinor === result.marginMinor && point.contribution === result.contribution;
  const points = result.frontier.some(isResult)
    ? result.frontier
    : [...result.frontier, result].sort((a, b) => a.contribution - b.contribution);
  return points.map((point) => ({
    marginMinor: showsMoney ? point.marginMinor : null,
    contribution: point.contribution,
    isShown: isResult(point),
    chosen: point.chosen.map(({ candidateId, month }) => ({ candidateId, month })),
  }));
}

function presentReason(
  reason: LeftOutReason,
  setting: Setting,
): PortfolioResultView['leftOut'][number]['reason'] {
  if (reason.kind !== 'blocked') return { kind: reason.kind, month: null, by: [] };
  return {
    kind: reason.kind,
    month: reason.month,
    by: reason.by.map(({ demand, short }) => ({
      demand: presentDemand(demand, setting),
      short: isMoneyDemand(demand) && !setting.showsMoney ? null : short,
    })),
  };
}

function isMoneyDemand({ kind }: Demand): boolean {
  return kind === 'client-cash' || kind === 'least-margin' || kind === 'initiative-spend';
}

const nothing = { role: null, month: null, candidates: [], side: null, least: null } as const;

function presentDemand(demand: Demand, setting: Setting): DemandView {
  const { facts, showsMoney } = setting;
  const monthAt = (index: number | null) => (index === null ? null : (facts.months[index] ?? null));
  const { kind } = demand;
  switch (demand.kind) {
    case 'capacity':
    case 'reserve': {
      const role = facts.roles.find(({ id }) => id === demand.roleId);
      return {
        ...nothing,
        kind,
        role: role ? { id: role.id, name: role.name } : null,
        month: monthAt(demand.month),
        candidates: [],
      };
    }
    case 'committed':
    case 'mandatory':
      return { ...nothing, kind, candidates: named([demand.id], setting) };
    case 'pin':
      return {
        ...nothing,
        kind,
        side: demand.pin.in ? 'in' : 'out',
        month: demand.pin.in ? monthAt(demand.pin.start) : null,
        candidates: named([demand.pin.id], setting),
      };
    case 'exclusive':
      return { ...nothing, kind, candidates: named(demand.group.ids, setting) };
    case 'requires':
      return {
        ...nothing,
        kind,
        candidates: named([demand.requirement.id, demand.requirement.needs], setting),
      };
    case 'client-cash':
    case 'initiative-minutes':
    case 'initiative-spend': {
      const { from, to, least } = demand.floor;
      return {
        ...nothing,
        kind,
        month: from === to ? monthAt(from) : null,
        candidates: [],
        least: isMoneyDemand(demand) && !showsMoney ? null : least,
      };
    }
    case 'least-contribution':
    case 'least-margin':
      return {
        ...nothing,
        kind,
        candidates: [],
        least: isMoneyDemand(demand) && !showsMoney ? null : demand.least,
      };
  }
}

function named(ids: readonly string[], { candidates, facts }: Setting): DemandView['candidates'] {
  return ids.flatMap((id) => {
    const one = candidates.get(id) ?? facts.committed.find((work) => work.id === id);
    return one ? [{ id: one.id satisfies CandidateId, name: one.name }] : [];
  });
}
