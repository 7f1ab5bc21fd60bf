import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId } from '@evenkeel/core/id';
import type { ReportWeek } from '@evenkeel/core/status-reports/client-facts';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

/** More names than a report holds; a bound. */
const most = 200;

export type FactTask = {
  readonly name: string;
  readonly people: string[];
  readonly due_on: CalendarDate | null;
  readonly done_on: CalendarDate | null;
};

/** Tasks without parts of their own, with who is on them, that a week's report is about. */
async function tasksWhere(
  scope: Scope,
  projectId: ProjectId,
  condition: ReturnType<typeof sql<boolean>>,
): Promise<FactTask[]> {
  const { rows } = await sql<FactTask>`
    select task.name, task.due_on, task.done_on, coalesce((
      select array_agg(person.name order by person.name collate "und-x-icu")
      from assignment join person
        on person.workspace_id = assignment.workspace_id and person.id = assignment.person_id
      where assignment.workspace_id = task.workspace_id and assignment.task_id = task.id), '{}') as people
    from task
    where task.workspace_id = ${scope.workspaceId} and task.project_id = ${projectId}
      and task.deleted_at is null and task.side = 'ours' and ${condition}
      and not exists (select from task part where part.workspace_id = task.workspace_id
        and part.parent_id = task.id and part.deleted_at is null)
    order by coalesce(task.done_on, task.due_on), task.position, task.id limit ${most}`.execute(
    scope.tx,
  );
  return rows;
}

/** What the team finished in a week. */
export function listDone(scope: Scope, projectId: ProjectId, { from, to }: ReportWeek) {
  return tasksWhere(
    scope,
    projectId,
    sql<boolean>`task.state = 'done' and task.done_on between ${from}::date and ${to}::date`,
  );
}

/** What is not done and due from today to a day. */
export function listNext(scope: Scope, projectId: ProjectId, upTo: CalendarDate) {
  return tasksWhere(
    scope,
    projectId,
    sql<boolean>`task.state <> 'done' and task.due_on between ${scope.today}::date and ${upTo}::date`,
  );
}

/** What is not done and should be. */
export function listOverdue(scope: Scope, projectId: ProjectId) {
  return tasksWhere(
    scope,
    projectId,
    sql<boolean>`task.state <> 'done' and task.due_on < ${scope.today}::date`,
  );
}
