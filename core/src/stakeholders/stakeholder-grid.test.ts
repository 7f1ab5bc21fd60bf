import { expect, test } from 'vitest';
import { stakeholderParts } from '../deals/stakeholders.ts';
import {
  engagementFor,
  engagements,
  placeOf,
  stakeholderLevels,
  usualPlace,
} from './stakeholder-grid.ts';

test('each pair of influence and interest is one field of the grid, and back (CL-13)', () => {
  for (const engagement of engagements) {
    expect(engagementFor(placeOf(engagement))).toBe(engagement);
  }
  const fields = stakeholderLevels.flatMap((influence) =>
    stakeholderLevels.map((interest) => engagementFor({ influence, interest })),
  );
  expect(new Set(fields)).toEqual(new Set(engagements));
});

test('the part in the deal says where somebody is put at first (CL-13)', () => {
  expect(stakeholderParts.map((part) => engagementFor(usualPlace(part)))).toEqual([
    'manage-closely',
    'keep-satisfied',
    'monitor',
    'keep-informed',
    'keep-informed',
    'keep-satisfied',
  ]);
});
