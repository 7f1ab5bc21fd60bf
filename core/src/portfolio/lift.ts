import type { Candidate, Demand, PortfolioProblem } from './model.ts';

/**
 * The problem without one of its demands. Capacity is lifted by giving the role in that month as much as
 * all candidates together could use; what is kept there for initiatives stays the same, so that client
 * work may use more as well.
 */
export function lift(problem: PortfolioProblem, demand: Demand): PortfolioProblem {
  const { reserve, objective } = problem;
  switch (demand.kind) {
    case 'capacity':
      return { ...problem, capacityMinutes: withRoom(problem, demand) };
    case 'reserve': {
      const keptMinutes = replaced(problem, reserve.keptMinutes, { ...demand, minutes: 0 });
      return { ...problem, reserve: { ...reserve, keptMinutes } };
    }
    case 'committed':
      return { ...problem, candidates: problem.candidates.map((one) => released(one, demand.id)) };
    case 'mandatory':
      return { ...problem, mandatory: problem.mandatory.filter((id) => id !== demand.id) };
    case 'pin':
      return { ...problem, pins: others(problem.pins, demand.pin) };
    case 'exclusive':
      return { ...problem, exclusive: others(problem.exclusive, demand.group) };
    case 'requires':
      return { ...problem, requires: others(problem.requires, demand.requirement) };
    case 'client-cash':
      return { ...problem, clientCash: others(problem.clientCash, demand.floor) };
    case 'initiative-minutes': {
      const initiativeMinutes = others(reserve.initiativeMinutes, demand.floor);
      return { ...problem, reserve: { ...reserve, initiativeMinutes } };
    }
    case 'initiative-spend': {
      const initiativeSpend = others(reserve.initiativeSpend, demand.floor);
      return { ...problem, reserve: { ...reserve, initiativeSpend } };
    }
    case 'least-contribution':
    case 'least-margin':
      return {
        ...problem,
        objective:
          objective.maximise === 'margin'
            ? { ...objective, leastContribution: null }
            : { ...objective, leastMarginMinor: null },
      };
  }
}

type Slot = { readonly roleId: string; readonly month: number };

function withRoom(problem: PortfolioProblem, slot: Slot): number[][] {
  const effort = problem.candidates.flatMap((one) => one.effort);
  const all = effort.filter(({ roleId }) => roleId === slot.roleId);
  const minutes = all.reduce((sum, one) => sum + one.minutes.reduce((a, b) => a + b, 0), 0);
  const kept = problem.reserve.keptMinutes[problem.roles.indexOf(slot.roleId)]?.[slot.month] ?? 0;
  return replaced(problem, problem.capacityMinutes, { ...slot, minutes: minutes + kept });
}

function replaced(
  { roles }: PortfolioProblem,
  table: readonly (readonly number[])[],
  slot: Slot & { readonly minutes: number },
): number[][] {
  const role = roles.indexOf(slot.roleId);
  return table.map((line, at) =>
    line.map((minutes, month) => (at === role && month === slot.month ? slot.minutes : minutes)),
  );
}

function released(candidate: Candidate, id: string): Candidate {
  return candidate.id === id ? { ...candidate, committed: false } : candidate;
}

/** All but those equal to one: demands are plain values, which a message between threads copies. */
function others<T>(all: readonly T[], one: T): T[] {
  const text = JSON.stringify(one);
  return all.filter((other) => JSON.stringify(other) !== text);
}
