import { addDays } from '@evenkeel/core/calendar-date';
import type { PersonId } from '@evenkeel/core/id';
import { sampleMixReview } from '@evenkeel/core/sample/mix-review';
import type { Scope } from '../../../platform/db/scope.ts';
import { changeDecision, decide, holdReview, updateReview } from '../../mix-reviews/service.ts';
import { type Ids, need } from '../ids.ts';

/** A review of the mix as it would have been held some weeks ago, with what came of its decisions. */
export async function insertMixReview(scope: Scope, ids: Ids): Promise<void> {
  const sample = sampleMixReview;
  const past: Scope = { ...scope, today: addDays(scope.today, -sample.daysAgo) };
  const { review } = await holdReview(past);
  for (const { decision, owner, dueInDays, outcome } of sample.decisions) {
    const whole = await decide(past, review.id, {
      decision,
      ownerId: need(ids, 'person', owner) as PersonId,
      dueOn: addDays(scope.today, dueInDays),
    });
    const made = whole.decisions.at(-1);
    if (made && outcome !== '')
      await changeDecision(
        scope,
        { id: made.id, version: made.version },
        { outcome, isClosed: true },
      );
  }
  await updateReview(
    scope,
    { id: review.id, version: review.version },
    { summary: sample.summary, nextReviewOn: addDays(scope.today, sample.nextInDays) },
  );
}
