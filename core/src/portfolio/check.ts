import { type Issue, issue } from '../issue.ts';
import type { Candidate, Choice, Floor, PortfolioProblem } from './model.ts';

/** Both yardsticks of a choice, in exact whole numbers; never added to each other. */
export type PortfolioTotals = { readonly marginMinor: number; readonly contribution: number };

/** What a checker found: the rules a choice breaks (none: it may be made), and what it is worth. */
export type PortfolioCheck = {
  readonly violations: readonly Issue[];
  readonly totals: PortfolioTotals;
};

/** A taken candidate with the month it starts in. */
type Taken = { readonly candidate: Candidate; readonly start: number };

/**
 * Whether a choice keeps every rule of the problem. It shares no code with the solver: it reads the
 * problem's words month by month and sums in whole numbers without limit, so that a fault of the
 * solver, or a rounding, is seen. Complexity: roles × months × candidates taken.
 */
export function check(problem: PortfolioProblem, chosen: readonly Choice[]): PortfolioCheck {
  const taken: Taken[] = [];
  const violations: Issue[] = [];
  for (const [at, { id, start }] of chosen.entries()) {
    const candidate = problem.candidates.find((one) => one.id === id);
    if (!candidate) violations.push(broken(['chosen', at], 'unknown', `${id} is no candidate.`));
    else if (taken.some((one) => one.candidate.id === id))
      violations.push(broken(['chosen', at], 'twice', `${id} is taken twice.`));
    else if (!candidate.starts.includes(start))
      violations.push(broken(['chosen', at], 'start', `${id} may not start in month ${start}.`));
    else taken.push({ candidate, start });
  }
  violations.push(
    ...presence(problem, taken),
    ...together(problem, taken),
    ...roleMonths(problem, taken),
    ...floors(problem, taken),
    ...yardstick(problem, taken),
  );
  const totals = {
    marginMinor: Number(margin(taken)),
    contribution: Number(contribution(taken)),
  };
  return { violations, totals };
}

function presence({ candidates, mandatory, pins }: PortfolioProblem, taken: readonly Taken[]) {
  const startOf = (id: string) => taken.find((one) => one.candidate.id === id)?.start;
  const found: Issue[] = [];
  for (const { id, committed } of candidates)
    if (committed && startOf(id) === undefined)
      found.push(broken(['candidates'], 'committed', `${id} is committed but not taken.`));
  for (const [at, id] of mandatory.entries())
    if (startOf(id) === undefined)
      found.push(broken(['mandatory', at], 'mandatory', `${id} is mandatory but not taken.`));
  for (const [at, pin] of pins.entries()) {
    const start = startOf(pin.id);
    const isKept = pin.in
      ? start !== undefined && (pin.start === null || pin.start === start)
      : start === undefined;
    if (!isKept) found.push(broken(['pins', at], 'pin', `The pin of ${pin.id} is not kept.`));
  }
  return found;
}

function together({ exclusive, requires }: PortfolioProblem, taken: readonly Taken[]) {
  const found: Issue[] = [];
  for (const [at, { ids }] of exclusive.entries()) {
    const both = taken.filter((one) => ids.includes(one.candidate.id));
    if (both.length > 1)
      found.push(
        broken(
          ['exclusive', at],
          'exclusive',
          `${both.map((one) => one.candidate.id).join(', ')} exclude each other.`,
        ),
      );
  }
  for (const [at, { id, needs, lagMonths }] of requires.entries()) {
    const one = taken.find(({ candidate }) => candidate.id === id);
    const other = taken.find(({ candidate }) => candidate.id === needs);
    if (!one) continue;
    if (!other || (lagMonths !== null && one.start - other.start < lagMonths))
      found.push(broken(['requires', at], 'requires', `${id} requires ${needs}, in time.`));
  }
  return found;
}

function roleMonths(problem: PortfolioProblem, taken: readonly Taken[]): Issue[] {
  return problem.roles.flatMap((roleId, role) =>
    [...problem.months.keys()].flatMap((month) => {
      const capacity = BigInt(problem.capacityMinutes[role]?.[month] ?? 0);
      const free = capacity - BigInt(problem.reserve.keptMinutes[role]?.[month] ?? 0);
      const client = taken.filter(({ candidate }) => candidate.kind === 'client');
      const [all, ofClient] = [minutesOf(taken, roleId, month), minutesOf(client, roleId, month)];
      const over = broken(
        ['capacityMinutes', role, month],
        'capacity',
        `${all} of ${capacity} minutes of ${roleId}.`,
      );
      const inReserve = broken(
        ['reserve', 'keptMinutes', role, month],
        'reserve',
        `${ofClient} minutes of client work of ${roleId}, ${free} are free for it.`,
      );
      return [...(all > capacity ? [over] : []), ...(ofClient > free ? [inReserve] : [])];
    }),
  );
}

function minutesOf(taken: readonly Taken[], roleId: string, month: number): bigint {
  let sum = 0n;
  for (const { candidate, start } of taken) sum += minutesAt(candidate, roleId, month - start);
  return sum;
}

function minutesAt(candidate: Candidate, roleId: string, offset: number): bigint {
  for (const { roleId: own, minutes } of candidate.effort)
    if (own === roleId) return BigInt(minutes[offset] ?? 0);
  return 0n;
}

function floors({ clientCash, reserve, months }: PortfolioProblem, taken: readonly Taken[]) {
  const last = months.length - 1;
  const client = taken.filter(({ candidate }) => candidate.kind === 'client');
  const own = taken.filter(({ candidate }) => candidate.kind === 'initiative');
  const below = (
    list: readonly Floor[],
    path: Issue['path'],
    amountIn: (month: number) => bigint,
  ) =>
    list.flatMap(({ from, to, least }, at) => {
      let sum = 0n;
      for (let month = from; month <= Math.min(to, last); month += 1) sum += amountIn(month);
      return sum >= BigInt(least)
        ? []
        : [broken([...path, at], 'floor', `${sum} where at least ${least} is asked for.`)];
    });
  return [
    ...below(clientCash, ['clientCash'], (month) => cashAt(client, month)),
    ...below(reserve.initiativeMinutes, ['reserve', 'initiativeMinutes'], (month) =>
      effortAt(own, month),
    ),
    ...below(
      reserve.initiativeSpend,
      ['reserve', 'initiativeSpend'],
      (month) => -cashAt(own, month),
    ),
  ];
}

function cashAt(taken: readonly Taken[], month: number): bigint {
  let sum = 0n;
  for (const { candidate, start } of taken) sum += BigInt(candidate.cashMinor[month - start] ?? 0);
  return sum;
}

function effortAt(taken: readonly Taken[], month: number): bigint {
  let sum = 0n;
  for (const { candidate, start } of taken)
    for (const { minutes } of candidate.effort) sum += BigInt(minutes[month - start] ?? 0);
  return sum;
}

function yardstick({ objective }: PortfolioProblem, taken: readonly Taken[]): Issue[] {
  if (objective.maximise === 'margin') {
    const { leastContribution } = objective;
    return leastContribution === null || contribution(taken) >= BigInt(leastContribution)
      ? []
      : [
          broken(
            ['objective', 'leastContribution'],
            'least-contribution',
            `${contribution(taken)} points where at least ${leastContribution} are asked for.`,
          ),
        ];
  }
  const { leastMarginMinor } = objective;
  return leastMarginMinor === null || margin(taken) >= BigInt(leastMarginMinor)
    ? []
    : [
        broken(
          ['objective', 'leastMarginMinor'],
          'least-margin',
          `${margin(taken)} where at least ${leastMarginMinor} is asked for.`,
        ),
      ];
}

function margin(taken: readonly Taken[]): bigint {
  let sum = 0n;
  for (const { candidate } of taken)
    if (candidate.kind === 'client') sum += BigInt(candidate.marginMinor);
  return sum;
}

function contribution(taken: readonly Taken[]): bigint {
  let sum = 0n;
  for (const { candidate } of taken)
    if (candidate.kind === 'initiative') sum += BigInt(candidate.contribution);
  return sum;
}

function broken(path: Issue['path'], code: string, message: string): Issue {
  return issue(path, code, message);
}
