import { expect, it } from 'vitest';
import { type PlacedStage, placeStages } from './stage-order.ts';

const pipeline = [
  stage('qualified', 'open', 1500),
  stage('proposal', 'open', 5500),
  stage('won', 'won', 10_000),
  stage('lost', 'lost', 0),
];

it('puts new open stages where their chance belongs, before won and lost', () => {
  const fresh = [stage('engaging', 'open', 3000), stage('prospecting', 'open', 1000)];
  expect(placeStages(pipeline, fresh).map(({ id }) => id)).toEqual([
    'prospecting',
    'qualified',
    'engaging',
    'proposal',
    'won',
    'lost',
  ]);
});

it('puts the likeliest open stage right before the first that ends a deal', () => {
  const placed = placeStages(pipeline, [stage('signing', 'open', 9500)]);
  expect(placed.map(({ id }) => id)[2]).toBe('signing');
});

it('puts a stage that ends a deal at the end, and any stage into an empty pipeline', () => {
  expect(placeStages(pipeline, [stage('dropped', 'lost', 0)]).at(-1)?.id).toBe('dropped');
  expect(placeStages([], [stage('new', 'open', 1000)])).toHaveLength(1);
});

function stage(id: string, outcome: PlacedStage['outcome'], probability: number): PlacedStage {
  return { id, outcome, probability };
}
