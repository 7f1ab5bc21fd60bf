import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainer } from './explain.ts';
import type { LevellingProblem } from './problem.ts';
import { anyProblem } from './random-problem.fixture.ts';
import { solve } from './solve.ts';

describe('why an activity starts then (PM-09)', () => {
  it('names pin, release, predecessor, rest and who has the resource until when', () => {
    const problem: LevellingProblem = {
      activities: [
        { id: 'begun', duration: 2, demands: [{ resource: 'ann', amount: 1 }], pinned: 1 },
        { id: 'waits', duration: 2, demands: [{ resource: 'ann', amount: 1 }] },
        { id: 'after', duration: 1, demands: [] },
        { id: 'later', duration: 1, demands: [], release: 3 },
        { id: 'monday', duration: 1, demands: [], calendar: 'week' },
        { id: 'free', duration: 1, demands: [] },
      ],
      links: [{ from: 'waits', to: 'after', type: 'finishToStart', lag: 1 }],
      resources: [{ id: 'ann', capacity: 1 }],
      calendars: [{ id: 'week', pauses: [{ from: 0, to: 2 }] }],
    };
    const result = solve(problem, { seed: 1 });
    if (!result.ok) throw new Error('no plan');
    const why = explainer(problem, result.solution.activities);
    expect(why('begun')).toEqual({ kind: 'pinned', slot: 1 });
    expect(why('waits')).toEqual({
      kind: 'resource',
      resource: 'ann',
      slot: 2,
      capacity: 1,
      busyWith: [{ activity: 'begun', until: 3 }],
    });
    expect(why('after')).toEqual({
      kind: 'predecessor',
      links: [{ from: 'waits', type: 'finishToStart', lag: 1 }],
    });
    expect(why('later')).toEqual({ kind: 'release', slot: 3 });
    expect(why('monday')).toEqual({ kind: 'rest', calendar: 'week', from: 0, to: 2 });
    expect(why('free')).toEqual({ kind: 'first-slot' });
  });

  it('names a link whose finish would come too early, also where a pause lies between', () => {
    const problem = {
      activities: [
        { id: 'from', duration: 0, release: 3, demands: [] },
        { id: 'to', duration: 2, calendar: 'week', demands: [] },
      ],
      links: [{ from: 'from', to: 'to', type: 'startToFinish', lag: 0 }],
      resources: [],
      calendars: [{ id: 'week', pauses: [{ from: 2, to: 3 }] }],
    } as const;
    const result = solve(problem, { seed: 1, maxSchedules: 20 });
    if (!result.ok) throw new Error('no plan');
    expect(explainer(problem, result.solution.activities)('to')).toEqual({
      kind: 'predecessor',
      links: [{ from: 'from', type: 'startToFinish', lag: 0 }],
    });
  });

  it('finds a reason for every start of every plan of the solver', () => {
    fc.assert(
      fc.property(anyProblem({ size: 10, isRich: true }), (problem) => {
        const result = solve(problem, { seed: 1, maxSchedules: 20 });
        if (!result.ok) throw new Error('no plan');
        const why = explainer(problem, result.solution.activities);
        for (const { id } of problem.activities) expect(why(id).kind).not.toBe('by-choice');
      }),
      { numRuns: 200 },
    );
  });
});
