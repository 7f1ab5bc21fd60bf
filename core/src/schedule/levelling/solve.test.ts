import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import type { LevellingProblem } from './problem.ts';
import { anyProblem } from './random-problem.fixture.ts';
import { solve } from './solve.ts';

function solved(problem: LevellingProblem, maxSchedules: number, seed = 1) {
  const result = solve(problem, { seed, maxSchedules });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.solution;
}

describe('levelling (PM-09)', () => {
  it('never breaks a link, release, pin, calendar or capacity', () => {
    fc.assert(
      fc.property(anyProblem({ size: 12, isRich: true }), fc.integer(), (problem, seed) => {
        const solution = solved(problem, 60, seed);
        expect(check(problem, solution)).toEqual([]);
        expect(solution.makespanBound).toBeLessThanOrEqual(solution.cost.makespan);
        expect(solution.latenessBound).toBeLessThanOrEqual(solution.cost.lateness);
      }),
      { numRuns: 400 },
    );
  });

  it('finds the shortest plan of tiny problems, as trying all starts does', () => {
    fc.assert(
      fc.property(anyProblem({ size: 5, isRich: false }), (problem) => {
        expect(solved(problem, 400).cost.makespan).toBe(shortest(problem));
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same plan for the same seed and limit, in whatever order the input comes', () => {
    fc.assert(
      fc.property(anyProblem({ size: 10, isRich: true }), fc.integer(), (problem, seed) => {
        const once = solved(problem, 100, seed);
        expect(solved(problem, 100, seed)).toEqual(once);
        const turned = {
          ...problem,
          activities: [...problem.activities].reverse(),
          links: [...problem.links].reverse(),
          resources: [...problem.resources].reverse(),
        };
        const again = solved(turned, 100, seed);
        const byId = [...again.activities].sort((a, b) => a.id.localeCompare(b.id));
        expect(byId).toEqual([...once.activities].sort((a, b) => a.id.localeCompare(b.id)));
      }),
      { numRuns: 100 },
    );
  });

  it('stops when told, with the best plan so far, and tells each improvement', () => {
    const problem = twentyOnOne();
    let asked = 0;
    const seen: number[] = [];
    const result = solve(problem, {
      seed: 3,
      shouldStop: () => {
        asked += 1;
        return asked > 3;
      },
      onImprovement: ({ cost }) => seen.push(cost.makespan),
    });
    expect(result.ok && result.solution.cost.makespan).toBe(seen.at(-1));
    expect(asked).toBeLessThanOrEqual(4);
  });

  it('puts due dates before makespan, and makespan before today’s plan', () => {
    const problem: LevellingProblem = {
      activities: [
        { id: 'long', duration: 5, demands: [{ resource: 'ann', amount: 1 }], current: 0 },
        { id: 'next', duration: 3, demands: [] },
        {
          id: 'due',
          duration: 2,
          demands: [{ resource: 'ann', amount: 1 }],
          due: { slot: 2, weight: 1 },
        },
      ],
      links: [{ from: 'long', to: 'next', type: 'finishToStart', lag: 0 }],
      resources: [{ id: 'ann', capacity: 1 }],
    };
    expect(solved(problem, 100).cost).toEqual({ lateness: 0, makespan: 10, change: 2 });
  });

  it('names what makes a problem unanswerable', () => {
    const base = twentyOnOne();
    const round = {
      ...base,
      links: [
        { from: 'a1', to: 'a2', type: 'finishToStart', lag: 0 },
        { from: 'a2', to: 'a1', type: 'startToStart', lag: 0 },
      ],
    } as const;
    expect(solve(round, { seed: 1 })).toEqual({
      ok: false,
      faults: [{ reason: 'cycle', ids: ['a2', 'a1'] }],
    });
    const scarce = { ...base, resources: [{ id: 'ann', capacity: 0 }] };
    expect(solve(scarce, { seed: 1 })).toMatchObject({
      ok: false,
      faults: [{ reason: 'never-enough', resource: 'ann' }],
    });
    const leaves = {
      ...base,
      resources: [{ id: 'ann', capacity: 1, changes: [{ from: 4, capacity: 0 }] }],
    };
    expect(solve(leaves, { seed: 1 })).toMatchObject({
      ok: false,
      faults: [{ reason: 'never-enough' }],
    });
  });
});

function twentyOnOne(): LevellingProblem {
  return {
    activities: Array.from({ length: 20 }, (_, at) => ({
      id: `a${at}`,
      duration: 1 + (at % 3),
      demands: [{ resource: 'ann', amount: 1 }],
      current: 30 - at,
    })),
    links: [],
    resources: [{ id: 'ann', capacity: 1 }],
  };
}

/** The optimum by trying every start, in order of activities; links lead from lower to higher. */
function shortest(problem: LevellingProblem): number {
  const { activities, links, resources } = problem;
  let best = activities.reduce((sum, activity) => sum + activity.duration, 0);
  const starts: number[] = [];
  const fits = (at: number, start: number): boolean => {
    const activity = activities[at];
    if (!activity) return false;
    const usedBy = (slot: number, resource: string): number =>
      activities
        .slice(0, at + 1)
        .filter((other, before) => {
          const begin = before === at ? start : (starts[before] ?? 0);
          return begin <= slot && slot < begin + other.duration;
        })
        .flatMap((other) => other.demands.filter((demand) => demand.resource === resource))
        .reduce((sum, demand) => sum + demand.amount, 0);
    for (let slot = start; slot < start + activity.duration; slot += 1)
      if (resources.some(({ id, capacity }) => usedBy(slot, id) > capacity)) return false;
    return true;
  };
  const readyAt = (id: string): number =>
    links
      .filter((link) => link.to === id)
      .map((link) => activities.findIndex((activity) => activity.id === link.from))
      .map((from) => (starts[from] ?? 0) + (activities[from]?.duration ?? 0))
      .reduce((most, ready) => Math.max(most, ready), 0);
  const visit = (at: number, end: number): void => {
    const activity = activities[at];
    if (!activity) {
      best = Math.min(best, end);
      return;
    }
    for (let start = readyAt(activity.id); start + activity.duration <= best; start += 1) {
      if (!fits(at, start)) continue;
      starts[at] = start;
      visit(at + 1, Math.max(end, start + activity.duration));
    }
  };
  visit(0, 0);
  return best;
}
