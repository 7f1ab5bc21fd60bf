import { describe, expect, test } from 'vitest';
import { nearestStage, orderedStages, pipelineIssues, probabilityOf } from './stages.ts';

const stage = (name: string, probability: number, outcome: 'open' | 'won' | 'lost' = 'open') => ({
  name,
  probability,
  outcome,
});
const stages = [
  stage('Qualified', 1500),
  stage('Proposal', 5500),
  stage('Won', 10_000, 'won'),
  stage('Lost', 0, 'lost'),
];

describe('the stages of a pipeline (CR-05)', () => {
  test('keep the order of the open ones and end with won and lost', () => {
    const dragged = [stages[3], stages[1], stages[2], stages[0]].flatMap((one) => one ?? []);
    expect(orderedStages(dragged).map(({ name }) => name)).toEqual([
      'Proposal',
      'Qualified',
      'Won',
      'Lost',
    ]);
  });

  test('that decide are certain or impossible, whatever was written', () => {
    expect(probabilityOf(stage('Won', 40, 'won'))).toBe(10_000);
    expect(probabilityOf(stage('Lost', 40, 'lost'))).toBe(0);
    expect(probabilityOf(stage('Open', 40))).toBe(40);
  });

  test('need an open one, one for won and one for lost', () => {
    expect(pipelineIssues(stages)).toEqual([]);
    expect(pipelineIssues(stages.slice(0, 2)).map(({ code }) => code)).toEqual([
      'no-won-stage',
      'no-lost-stage',
    ]);
    expect(pipelineIssues(stages.slice(2)).map(({ code }) => code)).toEqual(['no-open-stage']);
  });

  test.each([
    [stage('Scoped', 5000), 'Proposal'],
    [stage('Spotted', 3500), 'Qualified'],
    [stage('Signed', 10_000, 'won'), 'Won'],
  ])('of another pipeline take a deal at the nearest probability', (from, name) => {
    expect(nearestStage(from, stages)?.name).toBe(name);
  });

  test('without one of the outcome take no deal', () => {
    expect(nearestStage(stage('Won', 10_000, 'won'), stages.slice(0, 2))).toBeNull();
  });
});
