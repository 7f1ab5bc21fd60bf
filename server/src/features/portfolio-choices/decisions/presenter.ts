import type { PortfolioDecisionView } from '@evenkeel/contract/portfolio-choices';
import type { DealId, ProjectId } from '@evenkeel/core/id';
import { moment, optionalMoment } from '../../../platform/db/values.ts';
import type { DecisionRecord } from './service.ts';

export function presentDecision(row: DecisionRecord): PortfolioDecisionView {
  // A check of the table: the one or the other.
  const subjectId = (row.deal_id ?? row.project_id) as DealId | ProjectId;
  return {
    id: row.id,
    choice: { id: row.choice_id, name: row.choice_name, number: row.choice_number },
    kind: row.deal_id === null ? 'initiative' : 'deal',
    subject: { id: subjectId, name: row.subject_name ?? '' },
    verdict: row.verdict,
    month: row.month,
    startOn: row.start_on,
    endOn: row.end_on,
    wasProposed: row.was_proposed,
    reason: row.reason,
    decidedBy: row.decided_by_name,
    decidedAt: moment(row.decided_at),
    takenBackAt: optionalMoment(row.taken_back_at),
    differs: row.taken_back_at === null ? differences(row) : [],
  };
}

/** What is no more as it was decided: a decision is to be held to, or to be taken back (BA-08). */
function differences(row: DecisionRecord): PortfolioDecisionView['differs'] {
  const found: ('start' | 'end' | 'state')[] = [];
  const isTaken = row.verdict === 'pursue' || row.verdict === 'start';
  if (isTaken && row.start_now !== row.start_on) found.push('start');
  if (isTaken && row.end_now !== row.end_on) found.push('end');
  if (row.verdict === 'shelve' && row.state_now !== 'shelved') found.push('state');
  if (
    row.verdict === 'start' &&
    !['approved', 'executing', 'completed'].includes(row.state_now ?? '')
  )
    found.push('state');
  return found;
}
