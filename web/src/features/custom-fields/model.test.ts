import { expect, test } from 'vitest';
import { choicesFrom } from './model.ts';

const before = [
  { id: 'c1', name: 'North' },
  { id: 'c2', name: 'South' },
];

test('choices keep their ids, whatever their order, and when they get another name', () => {
  expect(choicesFrom('South\nNorth\n', before)).toEqual([before[1], before[0]]);
  expect(choicesFrom('North\nSouth East', before)).toEqual([
    before[0],
    { id: 'c2', name: 'South East' },
  ]);
});

test('a new choice never takes the id of one that is there, and none stands twice', () => {
  expect(choicesFrom('North\nSouth\nWest\nWest', before)).toEqual([
    ...before,
    { id: 'c3', name: 'West' },
  ]);
  expect(choicesFrom('West', before)).toEqual([{ id: 'c3', name: 'West' }]);
});
