import { dependencyTypes } from '@evenkeel/core/projects/dependency';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedRoute, linkEnds, routeOf, typeOfEnds } from './link-route.ts';

const before = { start: 10, finish: 20 };
const after = { start: 30, finish: 40 };

describe('the way of a link', () => {
  test('ties the ends that its kind names', () => {
    expect(linkEnds('finish-start', before, after)).toEqual({ from: 20, to: 30 });
    expect(linkEnds('start-finish', before, after)).toEqual({ from: 10, to: 40 });
    expect(typeOfEnds('start', 'finish')).toBe('start-finish');
  });

  test('goes straight down where there is room, and round where there is none', () => {
    const lines = { type: 'finish-start', fromY: 10, toY: 80, bend: 17 } as const;
    expect(routeOf({ ...lines, fromX: 100, toX: 200 })).toHaveLength(8);
    const round = routeOf({ ...lines, fromX: 200, toX: 100 });
    expect(round).toHaveLength(12);
    expect(round[5]).toBe(63);
  });

  test('turns in right angles only, from one end to the other, and comes in from outside', () => {
    const place = fc.integer({ min: 0, max: 2_000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...dependencyTypes),
        place,
        place,
        fc.boolean(),
        (type, fromX, toX, isUp) => {
          const [fromY, toY] = isUp ? [200, 20] : [20, 200];
          const route = routeOf({ type, fromX, fromY, toX, toY, bend: 17 });
          expect(route.slice(0, 2)).toEqual([fromX, fromY]);
          expect(route.slice(-2)).toEqual([toX, toY]);
          for (let at = 0; at + 3 < route.length; at += 2) {
            expect(route[at] === route[at + 2] || route[at + 1] === route[at + 3]).toBe(true);
          }
          const last = (route.at(-4) ?? 0) - toX;
          expect(Math.sign(last)).toBe(type.endsWith('start') ? -1 : 1);
        },
      ),
    );
  });

  test('meets what stands for a folded end from above or below', () => {
    const route = foldedRoute({ fromX: 5, fromY: 17, toX: 60, toY: 153, bend: 17 });
    expect(route.at(-2)).toBe(route.at(-4));
    expect(route.at(-1)).toBeLessThan(153);
  });
});
