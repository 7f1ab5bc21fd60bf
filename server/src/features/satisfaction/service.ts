import type { QueryOf } from '@evenkeel/contract/endpoint';
import type { satisfaction } from '@evenkeel/contract/satisfaction';
import { addDays } from '@evenkeel/core/calendar-date';
import type { SatisfactionId, TaskId } from '@evenkeel/core/id';
import {
  followUpWithinDays,
  isLowScore,
  type Score,
  sumOf,
  trendOf,
} from '@evenkeel/core/satisfaction/satisfaction';
import { AppError } from '../../platform/app-error.ts';
import { dayIn } from '../../platform/clock.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { notify } from '../notifications/service.ts';
import { createTask, editTask } from '../tasks/service.ts';
import { followUpNotes, ratingTitle } from './policy.ts';
import * as repository from './repository.ts';

export type { SatisfactionRecord } from './repository.ts';

/** Sums, trend by quarter, and every question behind them. */
export async function reportSatisfaction(scope: Scope, of: QueryOf<typeof satisfaction.report>) {
  const rows = await repository.listSatisfaction(scope, of);
  const answers = rows.flatMap(({ score, answered_at: at }) =>
    score === null || at === null ? [] : [{ score, on: dayIn(scope.actor.timeZone, at) }],
  );
  return {
    sum: sumOf(answers),
    quarters: [...trendOf(answers)],
    askedCount: rows.length,
    openCount: rows.filter((row) => row.score === null && row.expires_at > scope.now).length,
    rows,
  };
}

/** What a client user says: a score, and a sentence if they write one. */
export type Rating = {
  readonly score: Score;
  readonly comment?: string | undefined;
  readonly channel: 'mail' | 'portal';
};

/**
 * Keeps the rating of the acting client user, who has been proven to be the one who was asked. While
 * the question is open it may be changed. A low one makes a task for who leads the project, once, in the
 * same transaction, and all who lead it hear of it.
 */
export async function giveRating(scope: Scope, id: SatisfactionId, rating: Rating): Promise<void> {
  await repository.lockSatisfaction(scope, id);
  const asked = await getSatisfaction(scope, id);
  if (asked.expires_at <= scope.now) {
    throw new AppError('expired', 'This question was open for four weeks and is over.');
  }
  const { score, channel } = rating;
  const comment = rating.comment ?? asked.comment;
  if (score === asked.score && comment === asked.comment) return;
  const said = { ...asked, score, comment };
  const followUpId = await followUp(scope, said);
  await repository.updateSatisfaction(scope, id, {
    score,
    comment,
    channel: asked.channel ?? channel,
    answered_at: asked.answered_at ?? scope.now,
    follow_up_id: followUpId,
  });
  await tell(scope, said);
}

export async function getSatisfaction(
  scope: Scope,
  id: SatisfactionId,
): Promise<repository.SatisfactionRecord> {
  const [found] = await repository.listSatisfaction(scope, { id });
  if (!found) throw new AppError('not-found', 'There is no such question.');
  return found;
}

type Said = repository.SatisfactionRecord & { readonly score: Score };

/** The task that a rating calls for; one that stands hears what the client said since. */
async function followUp(scope: Scope, said: Said): Promise<TaskId | null> {
  const notes = followUpNotes(said, scope.today);
  if (said.follow_up_id !== null) {
    await editTask(scope, { id: said.follow_up_id, version: null }, { notes });
    return said.follow_up_id;
  }
  if (!isLowScore(said.score)) return null;
  const [leader] = said.lead_ids;
  const { task } = await createTask(scope, {
    projectId: said.project_id,
    name: `Speak with ${said.member_name} about a rating of ${said.score} of 5`,
    notes,
    dueOn: addDays(scope.today, followUpWithinDays),
    assigneeIds: leader ? [leader] : [],
  });
  return task.id;
}

async function tell(scope: Scope, said: Said): Promise<void> {
  await notify(scope, {
    topic: 'satisfaction',
    // A change of mind is told again, the same words never.
    key: `satisfaction:${said.id}:${said.version}`,
    to: { people: said.lead_ids },
    title: ratingTitle(said),
    body: said.comment,
    path: `/client-projects/${said.project_id}/client/satisfaction`,
  });
}
