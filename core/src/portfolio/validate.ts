import { type Issue, issue } from '../issue.ts';
import type { Candidate, Floor, PortfolioProblem } from './model.ts';

type Path = Issue['path'];

/** What is wrong with a problem, empty when it can be solved. Complexity: linear in its size. */
export function validate(problem: PortfolioProblem): Issue[] {
  const ids = problem.candidates.map(({ id }) => id);
  return [
    ...doubles(problem.roles, ['roles'], 'role'),
    ...doubles(ids, ['candidates'], 'candidate'),
    ...tableIssues(problem, problem.capacityMinutes, ['capacityMinutes']),
    ...tableIssues(problem, problem.reserve.keptMinutes, ['reserve', 'keptMinutes']),
    ...keptIssues(problem),
    ...problem.candidates.flatMap((candidate, at) => candidateIssues(problem, candidate, at)),
    ...floorIssues(problem),
    ...referenceIssues(problem, new Set(ids)),
    ...pinIssues(problem),
    ...objectiveIssues(problem),
    ...sizeIssues(problem),
  ];
}

function doubles(ids: readonly string[], path: Path, noun: string): Issue[] {
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [issue([...path, at], 'double', `The ${noun} ${id} is listed twice: list it once.`)],
  );
}

function tableIssues(
  { roles, months }: PortfolioProblem,
  table: readonly (readonly number[])[],
  path: Path,
): Issue[] {
  if (table.length !== roles.length)
    return [
      issue(path, 'shape', `There are ${roles.length} roles but ${table.length} lines of minutes.`),
    ];
  return table.flatMap((line, role) =>
    line.length === months.length
      ? amountIssues(line, [...path, role], 0)
      : [
          issue(
            [...path, role],
            'shape',
            `There are ${months.length} months but ${line.length} amounts of minutes.`,
          ),
        ],
  );
}

function keptIssues({ capacityMinutes, reserve }: PortfolioProblem): Issue[] {
  return reserve.keptMinutes.flatMap((line, role) =>
    line.flatMap((kept, month) =>
      kept <= (capacityMinutes[role]?.[month] ?? kept)
        ? []
        : [
            issue(
              ['reserve', 'keptMinutes', role, month],
              'above-capacity',
              'More minutes are kept than the role has: keep at most its capacity.',
            ),
          ],
    ),
  );
}

function candidateIssues(problem: PortfolioProblem, candidate: Candidate, at: number): Issue[] {
  const path = ['candidates', at];
  const roleIds = candidate.effort.map(({ roleId }) => roleId);
  const [field, value] =
    candidate.kind === 'client'
      ? (['marginMinor', candidate.marginMinor] as const)
      : (['contribution', candidate.contribution] as const);
  return [
    ...amountIssues([value], [...path, field]).map((one) => ({ ...one, path: [...path, field] })),
    ...startIssues(problem, candidate.starts, [...path, 'starts']),
    ...doubles(roleIds, [...path, 'effort'], 'role'),
    ...roleIds.flatMap((roleId, row) =>
      problem.roles.includes(roleId)
        ? []
        : [
            issue(
              [...path, 'effort', row, 'roleId'],
              'unknown',
              `There is no role ${roleId} in this choice.`,
            ),
          ],
    ),
    ...candidate.effort.flatMap(({ minutes }, row) =>
      amountIssues(minutes, [...path, 'effort', row, 'minutes'], 0),
    ),
    ...amountIssues(candidate.cashMinor, [...path, 'cashMinor']),
  ];
}

function startIssues(problem: PortfolioProblem, starts: readonly number[], path: Path): Issue[] {
  if (starts.length === 0)
    return [issue(path, 'empty', 'A candidate needs a month that it may start in.')];
  return starts.flatMap((start, at) => {
    if (!isMonth(problem, start))
      return [issue([...path, at], 'month', 'Start in one of the months of this choice.')];
    return at > 0 && start <= (starts[at - 1] ?? 0)
      ? [issue([...path, at], 'order', 'Name each month once, the earlier first.')]
      : [];
  });
}

function floorIssues({ clientCash, reserve, months }: PortfolioProblem): Issue[] {
  const of = (floors: readonly Floor[], path: Path) =>
    floors.flatMap(({ from, to, least }, at) => [
      ...(isMonth({ months }, from) && isMonth({ months }, to) && from <= to
        ? []
        : [
            issue(
              [...path, at],
              'months',
              'A floor runs from one month of this choice to the same or a later one.',
            ),
          ]),
      ...amountIssues([least], [...path, at]).map((one) => ({
        ...one,
        path: [...path, at, 'least'],
      })),
    ]);
  return [
    ...of(clientCash, ['clientCash']),
    ...of(reserve.initiativeMinutes, ['reserve', 'initiativeMinutes']),
    ...of(reserve.initiativeSpend, ['reserve', 'initiativeSpend']),
  ];
}

function referenceIssues(problem: PortfolioProblem, known: ReadonlySet<string>): Issue[] {
  const unknown = (id: string, path: Path) =>
    known.has(id) ? [] : [issue(path, 'unknown', `There is no candidate ${id} in this choice.`)];
  return [
    ...problem.mandatory.flatMap((id, at) => unknown(id, ['mandatory', at])),
    ...problem.exclusive.flatMap(({ ids }, group) => [
      ...doubles(ids, ['exclusive', group, 'ids'], 'candidate'),
      ...ids.flatMap((id, at) => unknown(id, ['exclusive', group, 'ids', at])),
    ]),
    ...problem.requires.flatMap(({ id, needs, lagMonths }, at) => [
      ...unknown(id, ['requires', at, 'id']),
      ...unknown(needs, ['requires', at, 'needs']),
      ...(id === needs
        ? [issue(['requires', at, 'needs'], 'itself', 'A candidate cannot require itself.')]
        : []),
      ...(lagMonths === null || Number.isSafeInteger(lagMonths)
        ? []
        : [issue(['requires', at, 'lagMonths'], 'whole', 'Give a whole number of months.')]),
    ]),
    ...problem.pins.flatMap(({ id }, at) => unknown(id, ['pins', at, 'id'])),
  ];
}

function pinIssues({ pins, candidates }: PortfolioProblem): Issue[] {
  return pins.flatMap((pin, at) => {
    if (!pin.in || pin.start === null) return [];
    const candidate = candidates.find(({ id }) => id === pin.id);
    return !candidate || candidate.starts.includes(pin.start)
      ? []
      : [issue(['pins', at, 'start'], 'month', 'Pin it to a month that it may start in.')];
  });
}

function objectiveIssues({ objective }: PortfolioProblem): Issue[] {
  const [field, least] =
    objective.maximise === 'margin'
      ? (['leastContribution', objective.leastContribution] as const)
      : (['leastMarginMinor', objective.leastMarginMinor] as const);
  return least === null || Number.isSafeInteger(least)
    ? []
    : [issue(['objective', field], 'whole', 'Give a whole number.')];
}

/** Sums are made in doubles, which hold whole numbers up to 9.007e15. */
function sizeIssues({ candidates }: PortfolioProblem): Issue[] {
  const total = candidates.reduce((sum, candidate) => sum + greatestAmount(candidate), 0);
  return total <= Number.MAX_SAFE_INTEGER
    ? []
    : [issue(['candidates'], 'too-large', 'The amounts are too large to be summed exactly.')];
}

function greatestAmount(candidate: Candidate): number {
  const absolute = (amounts: readonly number[]) =>
    amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
  return Math.max(
    Math.abs(candidate.kind === 'client' ? candidate.marginMinor : candidate.contribution),
    absolute(candidate.cashMinor),
    absolute(candidate.effort.map(({ minutes }) => absolute(minutes))),
  );
}

function amountIssues(amounts: readonly number[], path: Path, least = -Infinity): Issue[] {
  return amounts.flatMap((amount, at) =>
    Number.isSafeInteger(amount) && amount >= least
      ? []
      : [
          issue(
            [...path, at],
            'whole',
            least === 0 ? 'Give a whole number, 0 or more.' : 'Give a whole number.',
          ),
        ],
  );
}

function isMonth({ months }: Pick<PortfolioProblem, 'months'>, month: number): boolean {
  return Number.isInteger(month) && month >= 0 && month < months.length;
}
