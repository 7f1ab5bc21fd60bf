import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkStrengths, matrixTotal, unserved } from './goal-matrix.ts';
import { ladderGraph, liveOrphans } from './ladder-records.ts';

const link = (projectId: string, goalId: string, strength: number) => ({
  projectId,
  goalId,
  strength,
});

test('a goal that is only hurt has no initiative, and an initiative that only hurts has no goal (ST-40)', () => {
  const links = [
    link('care', 'recurring', 2),
    link('tool', 'recurring', -1),
    link('tool', 'lead', 0),
  ];
  expect(unserved({ projectIds: ['care', 'tool'], goalIds: ['recurring', 'lead'], links })).toEqual(
    {
      goalIds: ['lead'],
      projectIds: ['tool'],
    },
  );
  expect(matrixTotal(links)).toEqual({ sum: 1, helps: 1, hurts: 1 });
});

test('the sums of the rows are those of the columns', () => {
  const cell = fc.record({
    project: fc.integer({ min: 0, max: 4 }),
    goal: fc.integer({ min: 0, max: 4 }),
    strength: fc.constantFrom(...linkStrengths),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const links = cells.map((one) => link(`p${one.project}`, `g${one.goal}`, one.strength));
      const by = (key: 'projectId' | 'goalId', letter: string) =>
        [0, 1, 2, 3, 4].reduce(
          (sum, index) =>
            sum + matrixTotal(links.filter((one) => one[key] === `${letter}${index}`)).sum,
          0,
        );
      expect(by('projectId', 'p')).toBe(by('goalId', 'g'));
    }),
  );
});

test('a link counts as a ladder, a shelved initiative is no orphan, and what is gone leads nowhere (B05)', () => {
  const records = {
    initiatives: [
      { id: 'linked', name: 'Linked', state: 'executing' },
      { id: 'stray', name: 'Stray', state: 'considered' },
      { id: 'shelved', name: 'Shelved', state: 'shelved' },
    ],
    goals: [{ id: 'goal', name: 'Goal' }],
    answers: [],
    rungs: [{ fromProjectId: 'stray', fromAnswerId: null, toAnswerId: null, toGoalId: 'deleted' }],
    links: [{ projectId: 'linked', goalId: 'goal' }],
  };
  expect(liveOrphans(records).map(({ id }) => id)).toEqual(['stray']);
  expect(ladderGraph(records).steps).toEqual([{ from: 'linked', to: 'goal' }]);
});
