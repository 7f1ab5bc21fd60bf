import type { Issue } from '../issue.ts';
import type { DealOutcome } from './pipeline.ts';

/** What a stage says about the deals in it. `probability` in basis points. */
export type StageFields = {
  readonly probability: number;
  readonly outcome: DealOutcome;
};

const rank: Record<DealOutcome, number> = { open: 0, won: 1, lost: 2 };

/**
 * Stages in the order in which a deal passes them: the open ones as given, then won, then lost. So a
 * board always ends with what is decided, however the stages were dragged.
 */
export function orderedStages<Stage extends Pick<StageFields, 'outcome'>>(
  stages: readonly Stage[],
): Stage[] {
  return [...stages].sort((a, b) => rank[a.outcome] - rank[b.outcome]);
}

/** The probability that a stage must have: won is certain, lost is none; open stages have their own. */
export function probabilityOf({ outcome, probability }: StageFields): number {
  if (outcome === 'won') return 10_000;
  return outcome === 'lost' ? 0 : probability;
}

/** What a pipeline lacks to carry deals to an end: one open stage, one for won, one for lost. */
export function pipelineIssues(stages: readonly Pick<StageFields, 'outcome'>[]): Issue[] {
  const words: Record<DealOutcome, string> = {
    open: 'A pipeline needs at least one open stage.',
    won: 'A pipeline needs a stage for deals that are won.',
    lost: 'A pipeline needs a stage for deals that are lost.',
  };
  return (['open', 'won', 'lost'] as const)
    .filter((outcome) => !stages.some((stage) => stage.outcome === outcome))
    .map((outcome) => ({
      path: ['outcome'],
      code: `no-${outcome}-stage`,
      message: words[outcome],
    }));
}

/**
 * Where a deal goes when it is taken from one pipeline to another: the stage of the same outcome whose
 * probability is nearest, the earlier of two. Null when there is none of that outcome.
 */
export function nearestStage<Stage extends StageFields>(
  from: StageFields,
  stages: readonly Stage[],
): Stage | null {
  const distance = (stage: Stage) => Math.abs(stage.probability - from.probability);
  return stages
    .filter(({ outcome }) => outcome === from.outcome)
    .reduce<Stage | null>(
      (best, stage) => (best === null || distance(stage) < distance(best) ? stage : best),
      null,
    );
}
