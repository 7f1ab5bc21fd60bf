import type { MilpRow } from './milp.ts';
import type { Candidate, Choice, Demand, Floor, PortfolioProblem, Requirement } from './model.ts';

/** A problem with its columns, looked up by candidate. */
export type ProgramDraft = {
  readonly problem: PortfolioProblem;
  readonly columns: readonly Choice[];
  readonly columnsOf: ReadonlyMap<string, readonly number[]>;
  readonly candidates: ReadonlyMap<string, Candidate>;
};

/** What one column adds to the sum of a row. */
type Share = (candidate: Candidate, start: number) => number;

/** The rows that say one demand, as sums that are at most something. */
export function rowsOfDemand(draft: ProgramDraft, demand: Demand): MilpRow[] {
  switch (demand.kind) {
    case 'capacity':
    case 'reserve':
      return [capacityRow(draft, demand)];
    case 'committed':
    case 'mandatory':
      return [taken(draft, demand.id, () => true)];
    case 'pin':
      return [pinRow(draft, demand.pin)];
    case 'exclusive':
      return [
        countRow(
          demand.group.ids.flatMap((id) => draft.columnsOf.get(id) ?? []),
          1,
        ),
      ];
    case 'requires':
      return requirementRows(draft, demand.requirement);
    case 'client-cash':
    case 'initiative-minutes':
    case 'initiative-spend':
      return [floorRow(draft, demand.kind, demand.floor)];
    case 'least-contribution':
      return [
        atLeast(draft, demand.least, (one) => (one.kind === 'client' ? 0 : one.contribution)),
      ];
    case 'least-margin':
      return [atLeast(draft, demand.least, (one) => (one.kind === 'client' ? one.marginMinor : 0))];
  }
}

/** Minutes of a role that a candidate needs in a month when it starts in `start`. */
export function minutesIn(candidate: Candidate, start: number, roleId: string, month: number) {
  const effort = candidate.effort.find((one) => one.roleId === roleId);
  return effort?.minutes[month - start] ?? 0;
}

function capacityRow(
  draft: ProgramDraft,
  { kind, roleId, month }: Extract<Demand, { kind: 'capacity' | 'reserve' }>,
): MilpRow {
  const { roles, capacityMinutes, reserve } = draft.problem;
  const role = roles.indexOf(roleId);
  const capacity = capacityMinutes[role]?.[month] ?? 0;
  const kept = kind === 'reserve' ? (reserve.keptMinutes[role]?.[month] ?? 0) : 0;
  return atMost(draft, capacity - kept, (one, start) =>
    kind === 'reserve' && one.kind !== 'client' ? 0 : minutesIn(one, start, roleId, month),
  );
}

function floorRow(
  draft: ProgramDraft,
  kind: 'client-cash' | 'initiative-minutes' | 'initiative-spend',
  { from, to, least }: Floor,
): MilpRow {
  const between = (amounts: readonly number[], start: number) =>
    amounts.reduce(
      (sum, amount, offset) =>
        start + offset >= from && start + offset <= to ? sum + amount : sum,
      0,
    );
  return atLeast(draft, least, (one, start) => {
    if ((one.kind === 'client') !== (kind === 'client-cash')) return 0;
    if (kind === 'client-cash') return between(one.cashMinor, start);
    if (kind === 'initiative-spend') return 0 - between(one.cashMinor, start);
    return one.effort.reduce((sum, { minutes }) => sum + between(minutes, start), 0);
  });
}

function pinRow(draft: ProgramDraft, pin: Extract<Demand, { kind: 'pin' }>['pin']): MilpRow {
  if (!pin.in) return countRow(draft.columnsOf.get(pin.id) ?? [], 0);
  return taken(draft, pin.id, (start) => pin.start === null || pin.start === start);
}

function taken(draft: ProgramDraft, id: string, fits: (start: number) => boolean): MilpRow {
  const columns = startsOf(draft, id, fits);
  return { columns, coefficients: columns.map(() => -1), upper: -1 };
}

/**
 * For each start `s` of the one: it starts by `s` only if what it needs starts by `s - lag`. Summed over
 * all starts up to `s`, which is tighter than pair by pair. Rows of equal right side are kept once.
 */
function requirementRows(draft: ProgramDraft, requirement: Requirement): MilpRow[] {
  const { id, needs, lagMonths } = requirement;
  if (lagMonths === null) return [implied(draft, requirement, Infinity, Infinity)];
  const starts = draft.candidates.get(id)?.starts ?? [];
  const countBy = (month: number) =>
    startsOf(draft, needs, (start) => start <= month - lagMonths).length;
  return starts
    .filter((start, at) => {
      const next = starts[at + 1];
      return next === undefined || countBy(next) !== countBy(start);
    })
    .map((start) => implied(draft, { id, needs, lagMonths }, start, start - lagMonths));
}

function implied(
  draft: ProgramDraft,
  { id, needs }: Requirement,
  by: number,
  neededBy: number,
): MilpRow {
  const own = startsOf(draft, id, (start) => start <= by);
  const needed = startsOf(draft, needs, (start) => start <= neededBy);
  return {
    columns: [...own, ...needed],
    coefficients: [...own.map(() => 1), ...needed.map(() => -1)],
    upper: 0,
  };
}

function startsOf(draft: ProgramDraft, id: string, fits: (start: number) => boolean): number[] {
  return (draft.columnsOf.get(id) ?? []).filter((column) => {
    const choice = draft.columns[column];
    return choice !== undefined && fits(choice.start);
  });
}

function countRow(columns: readonly number[], upper: number): MilpRow {
  return { columns, coefficients: columns.map(() => 1), upper };
}

function atLeast(draft: ProgramDraft, least: number, share: Share): MilpRow {
  return atMost(draft, 0 - least, (candidate, start) => 0 - share(candidate, start));
}

function atMost(draft: ProgramDraft, upper: number, share: Share): MilpRow {
  const columns: number[] = [];
  const coefficients: number[] = [];
  for (const [column, { id, start }] of draft.columns.entries()) {
    const candidate = draft.candidates.get(id);
    const coefficient = candidate ? share(candidate, start) : 0;
    if (coefficient === 0) continue;
    columns.push(column);
    coefficients.push(coefficient);
  }
  return { columns, coefficients, upper };
}
