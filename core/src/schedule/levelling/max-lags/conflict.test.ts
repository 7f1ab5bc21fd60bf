import { expect, it } from 'vitest';
import { createBounds, decide, raise } from './bounds.ts';
import { analyse, createAnalysis } from './conflict.ts';

it('two tasks that push each other are not both left out of what a conflict teaches (PM-08)', () => {
  const [first, second, early, late] = [0, 2, 4, 6];
  const bounds = createBounds([
    [0, 9],
    [0, 9],
    [0, 1],
    [0, 1],
  ]);
  const because = (view: number, value: number) => ({
    kind: 'explained' as const,
    literals: [view, value],
  });
  decide(bounds, early, 1);
  raise(bounds, first, 1, because(early, 1));
  raise(bounds, second, 2, because(first, 1));
  raise(bounds, first, 3, because(second, 2));
  raise(bounds, second, 5, because(first, 3));
  decide(bounds, late, 1);

  const analysis = createAnalysis(8);
  const lesson = analyse(bounds, analysis, [first, 3, second, 5, late, 1]);

  // Not "never late": late only together with the first task's start from 3 on.
  expect(lesson).toEqual({ views: [late ^ 1, first ^ 1], values: [0, -2], level: 1, levels: 2 });
});
