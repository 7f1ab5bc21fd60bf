import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

const bounds = { low: 0, high: 100 };

test('labels far apart stay where their lines end', () => {
  expect(spreadLabels([10, 60], 14, bounds)).toEqual([10, 60]);
});

test('labels that would cover each other move apart and keep their order', () => {
  expect(spreadLabels([52, 50, 51], 14, bounds)).toEqual([78, 50, 64]);
});

test('nothing leaves the chart', () => {
  expect(spreadLabels([99, 98], 14, bounds)).toEqual([100, 86]);
  expect(spreadLabels([-5], 14, bounds)).toEqual([0]);
});
