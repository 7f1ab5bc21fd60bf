import { expect, test } from 'vitest';
import { hasMovedWell } from './small-win.ts';

test.each([
  ['up', 5, 6, true],
  ['up', 6, 5, false],
  ['up', 5, 5, false],
  ['down', 9, 7, true],
  ['down', 7, 9, false],
  ['down', 7, 7, false],
] as const)(
  'a KPI that should go %s from %d to %d: %s (ST-11)',
  (direction, before, after, isWin) => {
    expect(hasMovedWell(direction, before, after)).toBe(isWin);
  },
);
