import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { GoalId, Id, PersonId, ProjectId } from '@evenkeel/core/id';
import type { KpiDirection } from '@evenkeel/core/strategy/kpi';
import { sql } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';

type Named<I> = { readonly id: I; readonly name: string };

export type MilestoneRecord = {
  readonly id: Id<string>;
  readonly name: string;
  readonly on: CalendarDate;
  readonly project_id: ProjectId;
  readonly project_name: string;
  /** Who was on the tasks of its phase, and the project manager. */
  readonly people: readonly Named<PersonId>[];
};

export type MovedKpiRecord = {
  readonly id: Id<string>;
  readonly name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
  readonly on: CalendarDate;
  readonly value: string;
  readonly before: string;
  readonly goal_id: GoalId;
  readonly goal_name: string;
  readonly initiatives: readonly Named<ProjectId>[];
  readonly people: readonly Named<PersonId>[];
};

type Window = {
  readonly since: CalendarDate;
  readonly projectId: ProjectId | null;
  readonly limit: number;
};

/** Milestones of initiatives that were reached since a day. */
export async function listMilestones(scope: Scope, window: Window): Promise<MilestoneRecord[]> {
  const { rows } = await sql<MilestoneRecord>`
    select task.id, task.name, task.done_on as "on", project.id as project_id, project.name as project_name,
      coalesce((
        select jsonb_agg(distinct jsonb_build_object('id', person.id, 'name', person.name))
        from person where person.workspace_id = task.workspace_id and (
          person.id = project.project_manager_id or exists (
            select from assignment a join task t on t.workspace_id = a.workspace_id and t.id = a.task_id
            where a.workspace_id = task.workspace_id and a.person_id = person.id
              and t.project_id = task.project_id and t.phase_id is not distinct from task.phase_id
              and t.deleted_at is null))
      ), '[]') as people
    from task join project on project.workspace_id = task.workspace_id and project.id = task.project_id
    where task.workspace_id = ${scope.workspaceId} and task.is_milestone and task.state = 'done'
      and task.deleted_at is null and task.done_on >= ${window.since}
      and project.kind = 'initiative' and project.deleted_at is null
      and (${window.projectId}::uuid is null or project.id = ${window.projectId})
    order by task.done_on desc, task.id limit ${window.limit}`.execute(scope.tx);
  return rows;
}

/** Actuals since a day with the one before them, of KPIs whose goal a running or finished initiative serves. */
export async function listMovedKpis(scope: Scope, window: Window): Promise<MovedKpiRecord[]> {
  const { rows } = await sql<MovedKpiRecord>`
    select actual.id, kpi.name, kpi.unit, kpi.direction, actual.on_date as "on", actual.value, prior.value as before,
      goal.id as goal_id, goal.name as goal_name, served.initiatives, served.people
    from kpi_actual actual
    join kpi on kpi.workspace_id = actual.workspace_id and kpi.id = actual.kpi_id and kpi.deleted_at is null
    join goal on goal.workspace_id = kpi.workspace_id and goal.id = kpi.goal_id and goal.deleted_at is null
    cross join lateral (
      select value from kpi_actual earlier
      where earlier.workspace_id = actual.workspace_id and earlier.kpi_id = actual.kpi_id
        and earlier.on_date < actual.on_date
      order by earlier.on_date desc limit 1) prior
    cross join lateral (
      select jsonb_agg(distinct jsonb_build_object('id', project.id, 'name', project.name)) as initiatives,
        coalesce(jsonb_agg(distinct jsonb_build_object('id', person.id, 'name', person.name))
          filter (where person.id is not null), '[]') as people
      from goal_link link
      join project on project.workspace_id = link.workspace_id and project.id = link.project_id
      left join person on person.workspace_id = project.workspace_id
        and person.id in (project.owner_id, project.project_manager_id)
      where link.workspace_id = goal.workspace_id and link.goal_id = goal.id and link.strength > 0
        and project.state in ('executing', 'completed') and project.deleted_at is null
        and (${window.projectId}::uuid is null or project.id = ${window.projectId})) served
    where actual.workspace_id = ${scope.workspaceId} and actual.on_date >= ${window.since}
      and actual.on_date <= ${scope.today} and served.initiatives is not null
    order by actual.on_date desc, actual.id limit ${window.limit}`.execute(scope.tx);
  return rows;
}
