import type { CalendarMonth } from '../calendar-date.ts';
import type { PortfolioProblem } from './model.ts';

/**
 * The problems of a file of multidimensional knapsacks, as portfolios of one month: items are deals, and
 * each constraint is a role. Source: J. Beasley's OR-Library, files `mknapcb1.txt` to `mknapcb9.txt`
 * (P. Chu, J. Beasley 1998). Format: count; then for each problem its numbers of items and constraints
 * and a value (0: not known), the items' values, the constraints line by line, and their right sides.
 * Throws a RangeError when the file ends early.
 */
export function readMknap(text: string): PortfolioProblem[] {
  const numbers = text.trim().split(/\s+/).map(Number);
  let at = 0;
  const take = (count: number): number[] => {
    const taken = numbers.slice(at, at + count);
    if (taken.length < count || taken.some(Number.isNaN)) throw new RangeError('not a mknap file');
    at += count;
    return taken;
  };
  const [count = 0] = take(1);
  return Array.from({ length: count }, () => {
    const [items = 0, constraints = 0] = take(3);
    const values = take(items);
    const weights = Array.from({ length: constraints }, () => take(items));
    return portfolioOf(values, weights, take(constraints));
  });
}

function portfolioOf(
  values: readonly number[],
  weights: readonly (readonly number[])[],
  capacities: readonly number[],
): PortfolioProblem {
  const roles = weights.map((_, at) => `r${at}`);
  return {
    // The pattern of a month, YYYY-MM.
    months: ['2026-01' as CalendarMonth],
    roles,
    capacityMinutes: capacities.map((capacity) => [capacity]),
    candidates: values.map((marginMinor, item) => ({
      id: `i${item}`,
      kind: 'client',
      committed: false,
      marginMinor,
      starts: [0],
      effort: roles.map((roleId, role) => ({ roleId, minutes: [weights[role]?.[item] ?? 0] })),
      cashMinor: [],
    })),
    mandatory: [],
    exclusive: [],
    requires: [],
    reserve: { keptMinutes: roles.map(() => [0]), initiativeMinutes: [], initiativeSpend: [] },
    clientCash: [],
    pins: [],
    objective: { maximise: 'margin', leastContribution: null },
  };
}

/** Best values by name (`5.100-00`: constraints, items, number), of the first table of `mkcbres.txt`. */
export function readBestValues(text: string): Map<string, number> {
  const best = new Map<string, number>();
  for (const [, name = '', value] of text.matchAll(/^\s*(\d+\.\d+-\d+)\s+(\d+)\s*$/gm))
    if (!best.has(name)) best.set(name, Number(value));
  return best;
}
