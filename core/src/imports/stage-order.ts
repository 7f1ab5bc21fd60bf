import type { DealOutcome } from '../deals/pipeline.ts';

/** A stage as far as its place in the pipeline goes. `probability` in basis points. */
export type PlacedStage = {
  readonly id: string;
  readonly outcome: DealOutcome;
  readonly probability: number;
};

/**
 * The pipeline with new stages put in: an open one before the first that is likelier or no longer
 * open; one that ends a deal, at the end. The others keep their order.
 * @example placeStages([{ id: 'won', … }], [{ id: 'engaging', outcome: 'open', … }]) // engaging, won
 */
export function placeStages(
  present: readonly PlacedStage[],
  fresh: readonly PlacedStage[],
): PlacedStage[] {
  const placed = [...present];
  for (const stage of fresh) {
    const at = placed.findIndex(
      ({ outcome, probability }) => outcome !== 'open' || probability > stage.probability,
    );
    if (stage.outcome !== 'open' || at === -1) placed.push(stage);
    else placed.splice(at, 0, stage);
  }
  return placed;
}
