import { addDays } from '@evenkeel/core/calendar-date';
import { samplePromises } from '@evenkeel/core/sample/promises';
import type { Scope } from '../../../platform/db/scope.ts';
import { createDecision } from '../../decisions/service.ts';
import { keepPromises, listNotices, sendNotice } from '../../delay-notices/service.ts';
import { recordPromises } from '../../promises/service.ts';
import { tellSold } from '../../promises/sold/service.ts';
import { reschedule } from '../../schedules/service.ts';
import { changeTasks } from '../../tasks/service.ts';
import { listAccepted, type SampleMilestone, showMilestones } from './repository.ts';

/**
 * What the clients of the sample were told: when their projects were handed over, then day by day of
 * running work. Two milestones have slipped since: one notice waits to be sent, one for an answer.
 */
export async function insertPromises(scope: Scope): Promise<void> {
  for (const { id, projectId, at } of await listAccepted(scope)) {
    // Nothing was told after now.
    if (at <= scope.now) await tellSold({ ...scope, now: at }, projectId, id);
  }
  const milestones = await showMilestones(scope);
  await tellMilestones(scope, milestones);
  await slip(scope, milestones);
  const [first] = milestones;
  if (first) await insertDecisions(scope, first);
}

async function tellMilestones(scope: Scope, milestones: readonly SampleMilestone[]): Promise<void> {
  const now = new Date(scope.now.getTime() - samplePromises.toldDaysAgo * 86_400_000);
  await recordPromises(
    { ...scope, now },
    milestones.map(({ id, name, projectId, dueOn }) => ({
      projectId,
      subject: { kind: 'task', id },
      what: 'date',
      day: dueOn,
      wording: name,
      channel: 'meeting',
      toldTo: [],
    })),
  );
}

async function slip(scope: Scope, milestones: readonly SampleMilestone[]): Promise<void> {
  for (const [place, shiftDays] of samplePromises.slipsByDays.entries()) {
    const milestone = milestones[place];
    if (milestone) await changeTasks(scope, { ids: [milestone.id], change: { shiftDays } });
  }
  await reschedule(scope);
  await keepPromises(scope);
  const drafts = await listNotices(scope, { state: ['draft'] });
  const second = drafts.find(({ subject_id }) => subject_id === milestones[1]?.id);
  if (second) await sendNotice(scope, { id: second.id, version: second.version });
}

async function insertDecisions(scope: Scope, { projectId }: SampleMilestone): Promise<void> {
  for (const { daysAgo, title, rationale, options, isShown } of samplePromises.decisions) {
    await createDecision(scope, {
      projectId,
      title,
      rationale,
      options: options.map((option) => ({ ...option })),
      isShown,
      decidedOn: addDays(scope.today, -daysAgo),
      decidedBy: [scope.actor.name],
    });
  }
}
