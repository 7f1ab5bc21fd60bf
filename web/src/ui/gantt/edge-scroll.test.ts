import { expect, test } from 'vitest';
import { edgeStep } from './edge-scroll.ts';

test('a drag scrolls near an edge, the faster the nearer, and not well inside', () => {
  const edges = { from: 100, to: 900 };
  expect(edgeStep(500, edges)).toBe(0);
  expect(edgeStep(141, edges)).toBe(0);
  expect(edgeStep(860, edges)).toBe(0);
  expect(edgeStep(880, edges)).toBe(11);
  expect(edgeStep(899, edges)).toBe(22);
  expect(edgeStep(2_000, edges)).toBe(22);
  expect(edgeStep(120, edges)).toBe(-11);
  expect(edgeStep(0, edges)).toBe(-22);
});
