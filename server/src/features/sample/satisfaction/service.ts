import { addDays, type CalendarDate } from '@evenkeel/core/calendar-date';
import { sampleMetrics, sampleRatings } from '@evenkeel/core/sample/satisfaction';
import { expiresAfterDays } from '@evenkeel/core/satisfaction/satisfaction';
import type { Scope } from '../../../platform/db/scope.ts';
import { addMetric } from '../../milestones/service.ts';
import { giveRating } from '../../satisfaction/service.ts';
import * as repository from './repository.ts';

/** What the sample's clients rated and measure, by the calls that people make; the last waits for an answer. */
export async function insertSatisfaction(scope: Scope): Promise<void> {
  await repository.askAtMilestones(scope);
  await insertMetrics(scope);
  const reached = await repository.listReached(scope);
  for (const [index, { memberName, on, ...asked }] of reached.entries()) {
    const isLast = index === reached.length - 1;
    const askedOn = isLast ? addDays(scope.today, -3) : on;
    const then = at(scope, askedOn, 9);
    const expiresAt = new Date(`${addDays(askedOn, expiresAfterDays)}T09:00:00Z`);
    const id = await repository.insertQuestion(then, asked, expiresAt);
    const rating = sampleRatings[index % sampleRatings.length];
    if (isLast || !rating) continue;
    const answered = at(scope, addDays(askedOn, 1), 14);
    await giveRating({ ...answered, actor: { ...scope.actor, name: memberName } }, id, {
      ...rating,
      channel: index % 2 === 0 ? 'mail' : 'portal',
    });
  }
}

/** On each project with an open portal: on its first milestones, in the order in which they were reached. */
async function insertMetrics(scope: Scope): Promise<void> {
  const counts = new Map<string, number>();
  for (const { id, projectId, doneOn } of await repository.listMilestones(scope)) {
    const index = counts.get(projectId) ?? 0;
    counts.set(projectId, index + 1);
    const metric = sampleMetrics[index];
    if (!metric) continue;
    const { measured, ...plan } = metric;
    const isMeasured = doneOn !== null && doneOn <= scope.today;
    await addMetric(scope, id, {
      ...plan,
      ...(isMeasured ? { measured, measuredOn: doneOn } : {}),
    });
  }
}

/** The scope as it was on a day at an hour (UTC). */
function at(scope: Scope, day: CalendarDate, hour: number): Scope {
  return { ...scope, now: new Date(Date.parse(day) + hour * 3_600_000), today: day };
}
