// The thread that chooses: a file of its own in the build, started by `jobs.ts`.

import { type Highs, highsSolver } from '@evenkeel/core/portfolio/highs-solver';
import { computeChoice } from '@evenkeel/core/portfolio-choice/compute';
import type { ChoiceInput } from '@evenkeel/core/portfolio-choice/problem';
import type { ChoiceProgress } from '@evenkeel/core/portfolio-choice/result';
import { answerOrder, type ThreadTies } from '../../platform/jobs/thread-side.ts';

type Order = {
  readonly input: ChoiceInput;
  readonly seed: number;
  readonly seconds: number;
  readonly solverModule: string;
};

answerOrder(
  async ({ input, seed, seconds, solverModule }: Order, ties: ThreadTies<ChoiceProgress>) => {
    const begun = performance.now();
    // What the package `highs` gives, as far as it is used.
    const { default: loadHighs } = (await import(solverModule)) as {
      default: () => Promise<Highs>;
    };
    return computeChoice(input, {
      solver: highsSolver(await loadHighs()),
      seed,
      seconds,
      shouldStop: ties.shouldStop,
      // Explaining takes as long as choosing may, beside what choosing took.
      isLate: () => performance.now() > begun + 2 * seconds * 1_000,
      onProgress: ties.report,
    });
  },
);
