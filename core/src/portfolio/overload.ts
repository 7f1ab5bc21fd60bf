import type { Choice, PortfolioProblem } from './model.ts';

/** Minutes of committed work beyond what is free for it: a role's month is overfull before any choice. */
export type Overload = {
  readonly kind: 'capacity' | 'reserve';
  readonly roleId: string;
  readonly month: number;
  readonly minutes: number;
};

/**
 * Takes overload by committed work as a fact. Where committed work, each at its first start, needs more
 * than a role has in a month, capacity is raised to just that, so nothing is added there; where committed
 * client work reaches into the reserve, less is kept. Without this such a problem has no solution.
 */
export function acceptOverload(problem: PortfolioProblem): {
  readonly problem: PortfolioProblem;
  readonly overloads: readonly Overload[];
} {
  const overloads: Overload[] = [];
  const capacityMinutes = problem.capacityMinutes.map((line) => [...line]);
  const keptMinutes = problem.reserve.keptMinutes.map((line) => [...line]);
  for (const [role, roleId] of problem.roles.entries())
    for (const month of problem.months.keys()) {
      const { all, client } = committedMinutes(problem, roleId, month);
      const capacity = capacityMinutes[role]?.[month] ?? 0;
      const kept = keptMinutes[role]?.[month] ?? 0;
      const raised = Math.max(capacity, all);
      const left = Math.min(kept, raised - client);
      if (raised > capacity)
        overloads.push({ kind: 'capacity', roleId, month, minutes: raised - capacity });
      if (left < kept) overloads.push({ kind: 'reserve', roleId, month, minutes: kept - left });
      capacityMinutes[role]?.splice(month, 1, raised);
      keptMinutes[role]?.splice(month, 1, left);
    }
  const reserve = { ...problem.reserve, keptMinutes };
  return { problem: { ...problem, capacityMinutes, reserve }, overloads };
}

/** The starts up to `latest` at which work of so many months ends within the problem's months. */
export function startsThatEnd(
  problem: Pick<PortfolioProblem, 'months'>,
  work: { readonly lengthMonths: number; readonly earliest: number; readonly latest: number },
): number[] {
  const last = Math.min(work.latest, problem.months.length - Math.max(1, work.lengthMonths));
  const first = Math.max(0, work.earliest);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** The committed candidates at their first start: what is done whatever is chosen. */
export function committedChoices({ candidates }: PortfolioProblem): Choice[] {
  return candidates
    .filter(({ committed }) => committed)
    .map(({ id, starts }) => ({ id, start: starts[0] ?? 0 }));
}

function committedMinutes({ candidates }: PortfolioProblem, roleId: string, month: number) {
  let [all, client] = [0, 0];
  for (const { committed, effort, starts, kind } of candidates) {
    if (!committed) continue;
    const own = effort.find((one) => one.roleId === roleId);
    const minutes = own?.minutes[month - (starts[0] ?? 0)] ?? 0;
    all += minutes;
    if (kind === 'client') client += minutes;
  }
  return { all, client };
}
