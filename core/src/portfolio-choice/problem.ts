import { groupedBy } from '../grouping.ts';
import type { RoleId } from '../id.ts';
import type { Candidate, Objective, PortfolioProblem, Reserve } from '../portfolio/model.ts';
import { acceptOverload } from '../portfolio/overload.ts';
import type { CandidateRule, ChoiceAims } from './choice.ts';
import type { ChoiceCandidate, CommittedWork, PortfolioFacts } from './facts.ts';
import { monthsApart } from './month-grid.ts';
import { startsOf } from './starts.ts';

/** What a choice is computed from: the facts, what is aimed at, and what is said of single candidates. */
export type ChoiceInput = {
  readonly facts: PortfolioFacts;
  readonly aims: ChoiceAims;
  readonly rules: readonly CandidateRule[];
};

/**
 * The problem that the engine solves. Where more is committed already than a role can work, its
 * capacity counts as what is committed: the overload is not the choice's to cure, and nothing more
 * fits there. What has no month to start in is no candidate.
 */
export function portfolioProblem(input: ChoiceInput): PortfolioProblem {
  return acceptOverload(rawProblem(input)).problem;
}

/** The same with capacity as it is, which more may be committed of than there is. */
export function rawProblem({ facts, aims, rules }: ChoiceInput): PortfolioProblem {
  const ruleOf = new Map(rules.map((rule) => [rule.candidateId, rule]));
  const open = facts.candidates.flatMap((candidate) => {
    const starts = startsOf(candidate, { facts, aims, rule: ruleOf.get(candidate.id) });
    return starts.length === 0 ? [] : [asCandidate(candidate, starts)];
  });
  const candidates = [...facts.committed.map(asCommitted), ...open];
  const ids = new Set(open.map(({ id }) => id));
  const among = rules.filter((rule) => ids.has(rule.candidateId));
  return {
    months: facts.months,
    roles: facts.roles.map(({ id }) => id),
    capacityMinutes: facts.roles.map(({ minutes }) => minutes),
    candidates,
    mandatory: among.filter((rule) => rule.isMandatory).map((rule) => rule.candidateId),
    exclusive: exclusiveGroups(among),
    requires: among.flatMap((rule) =>
      rule.requires
        .filter((needs) => ids.has(needs))
        .map((needs) => ({ id: rule.candidateId, needs, lagMonths: null })),
    ),
    reserve: reserveOf(facts, aims),
    clientCash: cashFloorsOf(facts, aims),
    pins: among.flatMap(({ candidateId: id, pin }) =>
      pin === null ? [] : [pinOf(id, pin, facts)],
    ),
    objective: objectiveOf(aims),
  };
}

function asCandidate(candidate: ChoiceCandidate, starts: readonly number[]): Candidate {
  const work = {
    id: candidate.id,
    committed: false,
    starts,
    effort: candidate.hours,
    cashMinor: candidate.cashMinor,
  };
  return candidate.kind === 'deal'
    ? { ...work, kind: 'client', marginMinor: candidate.marginMinor }
    : { ...work, kind: 'initiative', contribution: candidate.contribution };
}

/** Committed work brings no margin and no contribution here: both are the same whatever is chosen. */
function asCommitted(work: CommittedWork): Candidate {
  const shared = {
    id: work.id,
    committed: true,
    starts: [0],
    effort: work.hours,
    cashMinor: work.incomeMinor,
  };
  return work.kind === 'client'
    ? { ...shared, kind: 'client', marginMinor: 0 }
    : { ...shared, kind: 'initiative', contribution: 0 };
}

/** Minutes of a role in a month that committed work takes. */
export function minutesOf(
  works: readonly Pick<CommittedWork, 'hours'>[],
  roleId: RoleId,
  month: number,
): number {
  let sum = 0;
  for (const { hours } of works)
    for (const row of hours) if (row.roleId === roleId) sum += row.minutes[month] ?? 0;
  return sum;
}

function reserveOf({ roles, months }: PortfolioFacts, aims: ChoiceAims): Reserve {
  const whole = (least: number | null) =>
    least === null ? [] : [{ from: 0, to: months.length - 1, least }];
  return {
    keptMinutes: roles.map((role) =>
      role.minutes.map((minutes) => Math.floor((minutes * aims.reserveBasisPoints) / 10_000)),
    ),
    initiativeMinutes: whole(aims.leastInitiativeMinutes),
    initiativeSpend: whole(aims.leastInitiativeSpendMinor),
  };
}

function cashFloorsOf(facts: PortfolioFacts, aims: ChoiceAims): PortfolioProblem['clientCash'] {
  return aims.cashFloors.flatMap(({ month, leastMinor }) => {
    const index = facts.months.indexOf(month);
    return index < 0 || leastMinor === 0 ? [] : [{ from: index, to: index, least: leastMinor }];
  });
}

function exclusiveGroups(rules: readonly CandidateRule[]): PortfolioProblem['exclusive'] {
  const named = rules.filter((rule) => rule.exclusiveGroup !== '');
  return [...groupedBy(named, (rule) => rule.exclusiveGroup).values()]
    .filter((group) => group.length > 1)
    .map((group) => ({ ids: group.map((rule) => rule.candidateId) }));
}

function pinOf(
  id: string,
  pin: NonNullable<CandidateRule['pin']>,
  { months }: PortfolioFacts,
): PortfolioProblem['pins'][number] {
  if (pin.side === 'out') return { id, in: false };
  const [first] = months;
  const start = pin.month === null || first === undefined ? null : monthsApart(first, pin.month);
  return { id, in: true, start };
}

function objectiveOf(aims: ChoiceAims): Objective {
  return aims.maximise === 'margin'
    ? { maximise: 'margin', leastContribution: aims.leastContribution }
    : { maximise: 'contribution', leastMarginMinor: aims.leastMarginMinor };
}
