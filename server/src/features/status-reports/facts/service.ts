import { addDays } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import { type ClientFacts, reportWeek } from '@evenkeel/core/status-reports/client-facts';
import type { InternalFacts } from '@evenkeel/core/status-reports/internal-facts';
import type { Scope } from '../../../platform/db/scope.ts';
import { listStatements } from '../../projects/health/service.ts';
import { getProject } from '../../projects/service.ts';
import { readClientFacts } from '../../report-facts/service.ts';
import { findCheckIn } from '../check-ins/repository.ts';
import { type FactTask, listDone, listNext, listOverdue } from './repository.ts';

/** How far ahead the team looks for what comes next. */
const daysAhead = 14;

/** What both voices tell of a project: all of it for the team, what the client can see for them. */
export async function gatherFacts(
  scope: Scope,
  projectId: ProjectId,
): Promise<{ readonly client: ClientFacts; readonly internal: InternalFacts }> {
  const client = await readClientFacts(scope, projectId);
  return { client, internal: await gatherInternal(scope, projectId, client) };
}

async function gatherInternal(
  scope: Scope,
  projectId: ProjectId,
  { needs, decisions, notices, slips }: ClientFacts,
): Promise<InternalFacts> {
  const week = reportWeek(scope.today);
  const { project, figures } = await getProject(scope, projectId);
  const [health] = await listStatements(scope, projectId);
  const checkIn = await findCheckIn(scope, projectId, week.from);
  const overdue = await listOverdue(scope, projectId);
  const next = await listNext(scope, projectId, addDays(scope.today, daysAhead));
  return {
    project: project.name,
    account: project.account_name,
    week,
    today: scope.today,
    health: health ? { health: health.health, note: health.note, by: health.said_by ?? '' } : null,
    checkIn: checkIn && {
      by: checkIn.by_name,
      moved: checkIn.moved,
      next: checkIn.next,
      obstacle: checkIn.obstacle,
    },
    done: (await listDone(scope, projectId, week)).map((task) => ({
      ...own(task),
      doneOn: task.done_on ?? scope.today,
    })),
    next: next.map(own),
    overdue: overdue.map(own),
    needs,
    decisions,
    notices,
    slips,
    endOn: project.end_on,
    p80On: figures.p80On,
    loggedMinutes: figures.loggedMinutes,
    estimateMinutes: figures.estimateMinutes,
  };
}

function own({ name, people, due_on }: FactTask) {
  return { name, people, dueOn: due_on };
}
