import type { MixDecisionView, MixReviewRow, MixReviewView, MixSeen } from '@evenkeel/contract/mix';
import { referenceOf } from '../../platform/db/values.ts';
import type { MixSeenRecord } from '../../schema/mix-tables.ts';
import type { DecisionRecord, ReviewRecord } from './repository.ts';
import type { WholeReview } from './service.ts';

/** Who may not see money sees no cost and no cash. */
export function presentSeen(seen: MixSeenRecord, showsMoney: boolean): MixSeen {
  return {
    quarters: seen.quarters.map((quarter) => ({
      ...quarter,
      measures: quarter.measures.filter(({ measure }) => showsMoney || measure !== 'money'),
    })),
    cash: showsMoney ? [...seen.cash] : [],
    starving: [...seen.starving],
    overdueLoans: [...seen.overdueLoans],
  };
}

export function presentRow(review: ReviewRecord): MixReviewRow {
  return {
    id: review.id,
    version: review.version,
    heldOn: review.held_on,
    heldBy: { id: review.held_by, name: review.holder_name },
    summary: review.summary,
    nextReviewOn: review.next_review_on,
    decisionCount: Number(review.decision_count),
    openCount: Number(review.open_count),
  };
}

export function presentReview(
  { review, before, decisions }: WholeReview,
  showsMoney: boolean,
): MixReviewView {
  const of = (one: ReviewRecord) =>
    decisions.filter(({ review_id }) => review_id === one.id).map(presentDecision);
  return {
    ...presentRow(review),
    seen: presentSeen(review.seen, showsMoney),
    decisions: of(review),
    before: before && {
      review: presentRow(before),
      seen: presentSeen(before.seen, showsMoney),
      decisions: of(before),
    },
  };
}

function presentDecision(decision: DecisionRecord): MixDecisionView {
  return {
    id: decision.id,
    version: decision.version,
    decision: decision.decision,
    owner: referenceOf(decision.owner_id, decision.owner_name),
    dueOn: decision.due_on,
    outcome: decision.outcome,
    isClosed: decision.is_closed,
  };
}
