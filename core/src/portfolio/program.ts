import type { MilpModel, MilpRow } from './milp.ts';
import type { Candidate, Choice, Demand, Objective, PortfolioProblem } from './model.ts';
import { type ProgramDraft, rowsOfDemand } from './program-rows.ts';

/** Column `j` is 1 when `columns[j]` is chosen; row `i` is there for the demand `rows[i].demand`. */
export type Program = Pick<MilpModel, 'values'> & {
  readonly columns: readonly Choice[];
  readonly rows: readonly ProgramRow[];
};

/** A row with its demand; `null`: that a candidate starts at most once. */
export type ProgramRow = MilpRow & { readonly demand: Demand | null };

/** All demands of a problem, those of single candidates first, capacity last. */
export function demandsOf(problem: PortfolioProblem): Demand[] {
  const committed = problem.candidates.filter((candidate) => candidate.committed);
  return [
    ...committed.map(({ id }) => ({ kind: 'committed', id }) as const),
    ...problem.mandatory.map((id) => ({ kind: 'mandatory', id }) as const),
    ...problem.pins.map((pin) => ({ kind: 'pin', pin }) as const),
    ...problem.exclusive.map((group) => ({ kind: 'exclusive', group }) as const),
    ...problem.requires.map((requirement) => ({ kind: 'requires', requirement }) as const),
    ...leastOf(problem.objective),
    ...problem.clientCash.map((floor) => ({ kind: 'client-cash', floor }) as const),
    ...problem.reserve.initiativeMinutes.map(
      (floor) => ({ kind: 'initiative-minutes', floor }) as const,
    ),
    ...problem.reserve.initiativeSpend.map(
      (floor) => ({ kind: 'initiative-spend', floor }) as const,
    ),
    ...slots(problem)
      .filter(({ role, month }) => (problem.reserve.keptMinutes[role]?.[month] ?? 0) > 0)
      .map(({ roleId, month }) => ({ kind: 'reserve', roleId, month }) as const),
    ...slots(problem).map(({ roleId, month }) => ({ kind: 'capacity', roleId, month }) as const),
  ];
}

/**
 * The problem as a program, with only the given demands in it. Rows that no choice can break are left
 * out, and each row is divided by the greatest divisor of its coefficients, rounded down: both leave
 * the set of whole points as it is.
 */
export function programOf(
  problem: PortfolioProblem,
  demands: readonly Demand[] = demandsOf(problem),
): Program {
  const draft = draftOf(problem);
  const once = [...draft.columnsOf.values()]
    .filter((own) => own.length > 1)
    .map((own) => ({ columns: own, coefficients: own.map(() => 1), upper: 1, demand: null }));
  const rows = rowsOf(draft, demands).filter((row) => canBreak(draft, row));
  return {
    columns: draft.columns,
    values: draft.columns.map(({ id }) => valueFor(draft.candidates.get(id), problem.objective)),
    rows: [...once, ...rows.map(reduced)],
  };
}

/** The columns, and the rows of all demands in the demands' own units. */
export function demandRows(problem: PortfolioProblem): Pick<Program, 'columns' | 'rows'> {
  const draft = draftOf(problem);
  return { columns: draft.columns, rows: rowsOf(draft, demandsOf(problem)) };
}

function rowsOf(draft: ProgramDraft, demands: readonly Demand[]): ProgramRow[] {
  return demands.flatMap((demand) =>
    rowsOfDemand(draft, demand).map((row) => ({ ...row, demand })),
  );
}

/** What a candidate adds to the objective: margin or contribution, nothing of the other kind. */
export function valueFor(candidate: Candidate | undefined, { maximise }: Objective): number {
  if (candidate?.kind === 'client') return maximise === 'margin' ? candidate.marginMinor : 0;
  if (candidate?.kind === 'initiative')
    return maximise === 'contribution' ? candidate.contribution : 0;
  return 0;
}

function draftOf(problem: PortfolioProblem): ProgramDraft {
  const columns = problem.candidates.flatMap(({ id, starts }) =>
    starts.map((start) => ({ id, start })),
  );
  const columnsOf = new Map<string, number[]>(problem.candidates.map(({ id }) => [id, []]));
  for (const [column, { id }] of columns.entries()) columnsOf.get(id)?.push(column);
  const candidates = new Map(problem.candidates.map((candidate) => [candidate.id, candidate]));
  return { problem, columns, columnsOf, candidates };
}

function leastOf(objective: Objective): Demand[] {
  if (objective.maximise === 'margin')
    return objective.leastContribution === null
      ? []
      : [{ kind: 'least-contribution', least: objective.leastContribution }];
  return objective.leastMarginMinor === null
    ? []
    : [{ kind: 'least-margin', least: objective.leastMarginMinor }];
}

function slots({ roles, months }: PortfolioProblem) {
  return roles.flatMap((roleId, role) => months.map((_, month) => ({ role, roleId, month })));
}

/** Whether the greatest sum of the row, each candidate at its greatest start, exceeds its upper. */
function canBreak(draft: ProgramDraft, row: MilpRow): boolean {
  const greatest = new Map<string, number>();
  for (const [at, column] of row.columns.entries()) {
    const id = draft.columns[column]?.id ?? '';
    greatest.set(id, Math.max(greatest.get(id) ?? 0, row.coefficients[at] ?? 0));
  }
  let sum = 0;
  for (const coefficient of greatest.values()) sum += coefficient;
  return sum > row.upper;
}

function reduced(row: ProgramRow): ProgramRow {
  const divisor = row.coefficients.reduce(greatestDivisor, 0);
  if (divisor <= 1) return row;
  return {
    ...row,
    coefficients: row.coefficients.map((coefficient) => coefficient / divisor),
    upper: Math.floor(row.upper / divisor),
  };
}

/** Euclid's algorithm on whole numbers, 0 or more. */
export function greatestDivisor(a: number, b: number): number {
  let [large, small] = [Math.abs(a), Math.abs(b)];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}
