import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../random.ts';
import { type MaxLagProblem, makespanOf, maxLagViolations } from './problem.ts';
import { leastMakespan, randomLags } from './random-lags.fixture.ts';
import { solveMaxLags } from './solve.ts';

const oneMachine = (
  durations: readonly number[],
  lags: MaxLagProblem['lags'] = [],
): MaxLagProblem => ({
  durations,
  demands: durations.map(() => [1]),
  capacities: [1],
  lags,
});

const atMost = (predecessor: number, successor: number, most: number) => ({
  predecessor: successor,
  successor: predecessor,
  lag: -most,
});

describe('links with minimum and maximum lags (PM-08)', () => {
  it('an empty problem ends at once', () => {
    expect(solveMaxLags(oneMachine([]))).toMatchObject({ outcome: 'optimal', makespan: 0 });
  });

  it('tasks on one machine follow each other, and that is proved', () => {
    const answer = solveMaxLags(oneMachine([2, 3, 4]));
    expect(answer).toMatchObject({ outcome: 'optimal', makespan: 9, lowerBound: 9 });
  });

  it('a task that may start at most 2 after another goes right behind it', () => {
    const problem = oneMachine(
      [5, 2, 2],
      [atMost(1, 2, 2), { predecessor: 1, successor: 2, lag: 2 }],
    );
    const answer = solveMaxLags(problem);
    if (answer.outcome !== 'optimal') throw new Error(answer.outcome);
    expect(answer.makespan).toBe(9);
    expect((answer.starts[2] ?? 0) - (answer.starts[1] ?? 0)).toBe(2);
  });

  it('links that ask in a circle for more than they allow are named', () => {
    const circle = [{ predecessor: 0, successor: 1, lag: 5 }, atMost(0, 1, 4)];
    expect(solveMaxLags(oneMachine([1, 1, 1], circle))).toEqual({
      outcome: 'infeasible',
      because: { kind: 'lags', tasks: expect.arrayContaining([0, 1]) },
      steps: 0,
    });
  });

  it('two tasks that must overlap and share one machine are named', () => {
    const overlap = [atMost(0, 1, 1), atMost(1, 0, 1)];
    expect(solveMaxLags(oneMachine([3, 3], overlap))).toMatchObject({
      outcome: 'infeasible',
      because: { kind: 'pair', tasks: [0, 1] },
    });
  });

  it('a task that asks more than there is of a resource is named', () => {
    const problem = { ...oneMachine([1, 1]), demands: [[1], [2]] };
    expect(solveMaxLags(problem)).toMatchObject({
      outcome: 'infeasible',
      because: { kind: 'demand', tasks: [1] },
    });
  });

  it('three tasks in the room of two are infeasible only by search, and that is proved', () => {
    const within = [0, 1, 2].flatMap((a) =>
      [0, 1, 2].filter((b) => b !== a).map((b) => atMost(a, b, 2)),
    );
    expect(solveMaxLags(oneMachine([2, 2, 2], within))).toMatchObject({
      outcome: 'infeasible',
      because: { kind: 'search' },
    });
  });

  it('finds the least end of 400 made-up problems, or that there is none, as trying all does', () => {
    let infeasible = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = seededRandom(seed);
      const problem = randomLags(random, 3 + (seed % 3), 2);
      const best = leastMakespan(problem, 26);
      const answer = solveMaxLags(problem, { seed });
      if (best === null) {
        infeasible += 1;
        expect(answer.outcome, `seed ${seed}`).toBe('infeasible');
        continue;
      }
      if (answer.outcome !== 'optimal') throw new Error(`seed ${seed}: ${answer.outcome}`);
      expect(answer.makespan, `seed ${seed}`).toBe(best);
      expect(makespanOf(problem, answer.starts)).toBe(best);
      expect(maxLagViolations(problem, answer.starts)).toEqual([]);
    }
    expect(infeasible).toBeGreaterThan(40);
  });

  it('with a limit it says what is not proved, breaks nothing, and repeats itself', () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const problem = randomLags(seededRandom(seed), 40, 3);
      const solve = () => solveMaxLags(problem, { maximumSteps: 3000, seed: 7 });
      const answer = solve();
      expect(solve()).toEqual(answer);
      if (answer.outcome === 'infeasible' || answer.outcome === 'unknown') continue;
      expect(maxLagViolations(problem, answer.starts)).toEqual([]);
      expect(answer.lowerBound).toBeLessThanOrEqual(answer.makespan);
    }
  });

  it('the checker finds each kind of break', () => {
    const problem = oneMachine([2, 2], [{ predecessor: 0, successor: 1, lag: 2 }]);
    expect(maxLagViolations(problem, [0, 1]).map(({ kind }) => kind)).toEqual(['lag', 'capacity']);
    expect(maxLagViolations(problem, [-1, 5]).map(({ kind }) => kind)).toEqual([
      'starts-before-zero',
    ]);
  });
});
