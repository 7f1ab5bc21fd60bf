import type { CalendarDate } from '@evenkeel/core/calendar-date';
import { groupedBy } from '@evenkeel/core/grouping';
import type { Id, ProjectId, TaskId } from '@evenkeel/core/id';
import { isLate, standingOf } from '@evenkeel/core/portal/standing';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { listLatestMessages } from '../messages/service.ts';
import { listShownDates } from '../promises/service.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

/** A visit goes on for as long as its calls are no further apart than this. */
const visitMinutes = 30;
const latestMessages = 3;
const nextSteps = 5;

/** A step with the day that was told, or asked for where it is the reader's part. */
export type Step = {
  readonly id: TaskId;
  readonly name: string;
  readonly isMilestone: boolean;
  readonly side: 'ours' | 'client';
  readonly isDone: boolean;
  readonly day: CalendarDate | null;
  readonly doneOn: CalendarDate | null;
  readonly isLate: boolean;
  readonly metric: repository.Metric | null;
};

export type News = {
  readonly subject: string;
  readonly id: Id<string>;
  readonly what: 'new' | 'changed' | 'done';
  readonly name: string;
  readonly at: Date;
  readonly by: string | null;
};

export async function readOverview(scope: PortalScope, projectId: ProjectId) {
  const project = await requirePortalProject(scope, projectId);
  const steps = await stepsOf(scope, projectId);
  const look = await repository.findLook(scope, projectId);
  const since = sinceOf(look, scope.now);
  const open = steps.filter(({ isDone }) => !isDone).toSorted(byDay);
  return {
    ...standingOf(steps, { isCompleted: project.state === 'completed', today: scope.today }),
    next: open.filter(({ side }) => side === 'ours').slice(0, nextSteps),
    needed: open.filter(({ side }) => side === 'client'),
    messages: await listLatestMessages(scope, projectId, latestMessages),
    since,
    news:
      since === null
        ? []
        : await newsSince(scope, { projectId, taskIds: steps.map(({ id }) => id) }, since),
  };
}

/** What a status page without a login shows: standing and steps, nothing that was said. */
export async function readStatus(scope: PortalScope, projectId: ProjectId) {
  const project = await requirePortalProject(scope, projectId);
  const steps = await listPlannedSteps(scope, projectId);
  const isCompleted = project.state === 'completed';
  return {
    project,
    today: scope.today,
    steps,
    ...standingOf(steps, { isCompleted, today: scope.today }),
  };
}

/** A step with the days told before its own, and the visible steps that it waits for. */
export type PlannedStep = Step & {
  readonly earlierDays: CalendarDate[];
  readonly waitsFor: TaskId[];
};

export async function listPlannedSteps(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PlannedStep[]> {
  const dates = await listShownDates(scope, projectId);
  const days = new Map(dates.flatMap(({ subject, day }) => (day ? [[subject.id, day]] : [])));
  const steps = await stepsWith(scope, projectId, days);
  const waits = await repository.listWaits(scope, projectId);
  const histories = new Map(dates.map(({ subject, history }) => [subject.id, history]));
  const before = groupedBy(waits, (wait) => wait.successor_id);
  return steps.map((step) => {
    const told = (histories.get(step.id) ?? []).map(({ day }) => day);
    return {
      ...step,
      earlierDays: [...new Set(told)].filter((day) => day !== step.day),
      waitsFor: (before.get(step.id) ?? []).map((wait) => wait.predecessor_id),
    };
  });
}

/** Notes that the reader looks now. News count from the end of the visit before. */
export async function look(scope: PortalScope, projectId: ProjectId): Promise<Date | null> {
  await requirePortalProject(scope, projectId);
  const since = sinceOf(await repository.findLook(scope, projectId), scope.now);
  await repository.putLook(scope, projectId, since);
  return since;
}

async function stepsOf(scope: PortalScope, projectId: ProjectId): Promise<Step[]> {
  return stepsWith(scope, projectId, await repository.listPromisedDays(scope, projectId));
}

/** Steps with the days that were told of them. */
async function stepsWith(
  scope: PortalScope,
  projectId: ProjectId,
  days: ReadonlyMap<Id<string>, CalendarDate>,
): Promise<Step[]> {
  const rows = await repository.listSteps(scope, projectId);
  const asked = await repository.listAskedDays(scope, projectId);
  const metrics = await repository.listMetrics(scope, projectId);
  return rows.map((row) => {
    const step = {
      id: row.id,
      name: row.name,
      isMilestone: row.is_milestone,
      side: row.side,
      isDone: row.state === 'done',
      day: days.get(row.id) ?? asked.get(row.id) ?? null,
      doneOn: row.done_on,
      metric: metrics.get(row.id) ?? null,
    };
    return { ...step, isLate: isLate(step, scope.today) };
  });
}

async function newsSince(
  scope: PortalScope,
  place: { readonly projectId: ProjectId; readonly taskIds: readonly TaskId[] },
  since: Date,
): Promise<News[]> {
  const changes = await repository.listChanges(scope, place, since);
  const names = await repository.listNames(scope, changes);
  const news = changes.flatMap(({ subject, subject_id: id, at, is_new, is_done, by }) => {
    const name = names.get(id);
    if (name === undefined) return [];
    const what = is_new ? 'new' : is_done ? 'done' : 'changed';
    return [{ subject, id, what, name, at, by } as const];
  });
  // A day told for the first time comes with what it is told of: that is said once.
  const others = new Set(news.filter((one) => one.subject !== 'promise').map(({ name }) => name));
  return news.filter((one) => one.subject !== 'promise' || !others.has(one.name));
}

function sinceOf(
  look: { readonly looked_at: Date; readonly since: Date | null } | undefined,
  now: Date,
): Date | null {
  if (!look) return null;
  const isSameVisit = now.getTime() - look.looked_at.getTime() < visitMinutes * 60_000;
  return isSameVisit ? look.since : look.looked_at;
}

/** The earliest day first; what was told for no day comes last. */
function byDay(a: Step, b: Step): number {
  return (a.day ?? '9999').localeCompare(b.day ?? '9999');
}
