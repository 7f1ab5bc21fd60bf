import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import { generator } from './generate.ts';
import { orderDealer } from './parallel.ts';
import { anyProblem } from './random-problem.fixture.ts';
import { solve } from './solve.ts';

describe('parallel scheme (PM-09)', () => {
  it('deals every activity once, predecessors first, and the pass starts them in that order', () => {
    fc.assert(
      fc.property(anyProblem({ size: 12, isRich: false }), (problem) => {
        const result = compile(problem);
        if (!result.ok) throw new Error(JSON.stringify(result.faults));
        const { compiled } = result;
        for (const direction of compiled.directions) {
          const order = direction.topological.slice();
          const deal = orderDealer(compiled, direction);
          if (deal === null) return;
          deal(order);
          expect([...order].sort((a, b) => a - b)).toEqual([...order.keys()]);
          const times = {
            start: new Int32Array(compiled.size),
            finish: new Int32Array(compiled.size),
          };
          generator(compiled, direction)(order, times, Number.POSITIVE_INFINITY, null);
          const starts = [...order].map((index) => times.start[index] ?? 0);
          expect(starts).toEqual([...starts].sort((a, b) => a - b));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('counts each schedule begun in full', () => {
    fc.assert(
      fc.property(anyProblem({ size: 12, isRich: true }), (problem) => {
        const result = solve(problem, { seed: 1, maxSchedules: 60 });
        if (!result.ok) throw new Error(JSON.stringify(result.faults));
        const { schedules, work } = result.solution;
        expect(Number.isInteger(schedules)).toBe(true);
        expect(schedules).toBeLessThanOrEqual(61);
        expect(work).toBeLessThanOrEqual(schedules + 1e-6);
      }),
      { numRuns: 50 },
    );
  });
});
