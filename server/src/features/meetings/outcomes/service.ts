import type { AgendaItemId, MeetingId } from '@evenkeel/core/id';
import { clockIn } from '@evenkeel/core/meetings/zoned-time';
import { AppError } from '../../../platform/app-error.ts';
import type { Scope } from '../../../platform/db/scope.ts';
import { moment } from '../../../platform/db/values.ts';
import { createDecision } from '../../decisions/service.ts';
import { listItems, updateItem } from '../agenda/repository.ts';
import * as records from '../repository.ts';
import { getMeeting, type ListedMeeting } from '../service.ts';

/**
 * Writes what came of a meeting, or of one point of it, down as a decision of its project: decided on
 * the day of the meeting, by those who were there to decide. The client sees it once it is shown to them.
 */
export async function decideOutcome(
  scope: Scope,
  id: MeetingId,
  itemId: AgendaItemId | null,
): Promise<ListedMeeting> {
  const whole = await getMeeting(scope, id);
  const { meeting } = whole;
  if (meeting.project_id === null) {
    throw new AppError(
      'wrong-state',
      'Only what came of a meeting on a project is a decision of it.',
    );
  }
  const { title, outcome, keep } = await findOutcome(scope, meeting, itemId);
  if (outcome.trim() === '') {
    throw new AppError('wrong-state', 'Write down first what came of it.');
  }
  const { decision } = await createDecision(scope, {
    projectId: meeting.project_id,
    title,
    rationale: outcome,
    decidedOn: clockIn(moment(meeting.starts_at), meeting.time_zone).day,
    decidedBy: decidersOf(whole),
  });
  await keep(decision.id);
  return getMeeting(scope, id);
}

type DecisionKey = Parameters<typeof records.setDecision>[2];

type Outcome = {
  readonly title: string;
  readonly outcome: string;
  readonly keep: (decisionId: DecisionKey) => Promise<void>;
};

async function findOutcome(
  scope: Scope,
  meeting: records.MeetingRecord,
  itemId: AgendaItemId | null,
): Promise<Outcome> {
  if (itemId === null) {
    if (meeting.decision_id !== null) throw alreadyDecided();
    const keep = (decisionId: DecisionKey) => records.setDecision(scope, meeting.id, decisionId);
    return { title: meeting.name, outcome: meeting.outcome, keep };
  }
  const item = (await listItems(scope, meeting.id)).find((one) => one.id === itemId);
  if (!item) throw new AppError('not-found', 'There is no such point on the agenda.');
  if (item.decision_id !== null) throw alreadyDecided();
  const key = { id: item.id, version: item.version, meetingId: meeting.id };
  const keep = (decisionId: DecisionKey) => updateItem(scope, key, { decision_id: decisionId });
  return { title: item.name, outcome: item.outcome, keep };
}

/** Those who decide; where nobody was named for it, everybody who was there. */
function decidersOf({ attendees }: ListedMeeting): string[] {
  const named = attendees.filter(({ part }) => part === 'decides');
  return (named.length > 0 ? named : attendees).slice(0, 20).map(({ name }) => name);
}

function alreadyDecided(): AppError {
  return new AppError('wrong-state', 'It has been written down as a decision already.');
}
