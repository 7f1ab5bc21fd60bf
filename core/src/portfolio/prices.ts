import {
  hasChoice,
  type PortfolioSolution,
  type SearchOptions,
  type SearchResult,
  searched,
} from './exact.ts';
import type { PortfolioProblem } from './model.ts';
import { programOf } from './program.ts';

/** An amount between two proven ends, `least` = `most` when it is exact. */
export type Between = { readonly least: number; readonly most: number };

/** More of one role in one month. */
export type Extra = { readonly roleId: string; readonly month: number; readonly minutes: number };

/**
 * What more minutes of a role in a month are worth: the optimum with them less the optimum without, in
 * the yardstick that is maximised, found by solving again. The reserve stays as it is, so client work
 * may use them. Less minutes (negative) give what they cost, as a negative amount, and `-Infinity` when
 * no choice is left.
 */
export function priceOfMinutes(
  problem: PortfolioProblem,
  base: PortfolioSolution,
  input: { readonly extra: Extra; readonly options: SearchOptions },
): Between | null {
  const { roleId, month, minutes } = input.extra;
  const role = problem.roles.indexOf(roleId);
  const capacityMinutes = problem.capacityMinutes.map((line, at) =>
    at === role ? line.map((had, place) => (place === month ? had + minutes : had)) : line,
  );
  const changed = { ...problem, capacityMinutes };
  const start = minutes >= 0 ? base.chosen : null;
  const result = searched(changed, start, input.options);
  return difference(result, base);
}

/** Exact end points of `after − before`; `null` when the search was stopped with nothing. */
function difference(after: SearchResult, before: PortfolioSolution): Between | null {
  if (!hasChoice(after))
    return after.status === 'infeasible' ? { least: -Infinity, most: -Infinity } : null;
  return { least: after.value - before.bound, most: after.bound - before.value };
}

/** The price of more minutes of each role in each month: `prices[role][month]`. */
export function pricesOfMinutes(
  problem: PortfolioProblem,
  base: PortfolioSolution,
  input: { readonly minutes: number; readonly options: SearchOptions },
): (Between | null)[][] {
  const binds = new Set(
    programOf(problem).rows.map(({ demand }) =>
      demand?.kind === 'capacity' || demand?.kind === 'reserve'
        ? `${demand.roleId} ${demand.month}`
        : '',
    ),
  );
  return problem.roles.map((roleId) =>
    problem.months.map((_, month) => {
      // Where all candidates together find room, more room changes nothing.
      if (!binds.has(`${roleId} ${month}`)) return { least: 0, most: 0 };
      const extra = { roleId, month, minutes: input.minutes };
      const price = priceOfMinutes(problem, base, { extra, options: input.options });
      // More room never makes the best choice worse.
      return price && { ...price, least: Math.max(0, price.least) };
    }),
  );
}
