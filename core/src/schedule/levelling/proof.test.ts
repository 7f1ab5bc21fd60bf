import { expect, it } from 'vitest';
import { randomInteger, seededRandom } from '../../random.ts';
import { check } from './check.ts';
import type { LevellingProblem } from './problem.ts';
import { solve } from './solve.ts';

/** Tasks of 1 to 9 slots in loose chains that ask for two of four scarce people each. */
function scarce(seed: number, size: number): LevellingProblem {
  const random = seededRandom(seed);
  const ids = Array.from({ length: size }, (_, index) => `t${index}`);
  const people = ['a', 'b', 'c', 'd'];
  return {
    activities: ids.map((id) => ({
      id,
      duration: randomInteger(random, 1, 9),
      demands: people
        .filter(() => random() < 0.6)
        .map((resource) => ({ resource, amount: randomInteger(random, 1, 9) })),
    })),
    links: ids.slice(2).map((to, index) => {
      const from = ids[randomInteger(random, 0, index)] ?? 't0';
      return { from, to, type: 'finishToStart' as const, lag: 0 };
    }),
    resources: people.map((id) => ({ id, capacity: 14 })),
  };
}

/** The same with time running backwards: its best plan is as long. */
function turned(problem: LevellingProblem): LevellingProblem {
  const links = problem.links.map((link) => ({ ...link, from: link.to, to: link.from }));
  return { ...problem, links };
}

function solved(problem: LevellingProblem, seed = 1) {
  const result = solve(problem, { seed, maxSchedules: 30_000 });
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect(check(problem, result.solution)).toEqual([]);
  return result.solution;
}

it('proves the best plan where the lower bounds fall short, forwards and backwards alike (PM-09)', () => {
  let proved = 0;
  for (let seed = 1; seed <= 8; seed += 1) {
    const [one, other] = [solved(scarce(seed, 16)), solved(turned(scarce(seed, 16)))];
    if (!one.isOptimal || !other.isOptimal) continue;
    expect(one.cost.makespan).toBe(other.cost.makespan);
    expect(one.makespanBound).toBe(one.cost.makespan);
    proved += 1;
  }
  expect(proved).toBeGreaterThanOrEqual(6);
});

it('with a proof begun it gives the same plan for the same seed and limit (PM-09)', () => {
  const problem = scarce(3, 30);
  expect(solved(problem, 5)).toEqual(solved(problem, 5));
  expect(solved(problem, 5).schedules).toBeLessThanOrEqual(30_000);
});
