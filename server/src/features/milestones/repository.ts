import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { CustomerMetricId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { KpiDirection } from '@evenkeel/core/strategy/kpi';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { CustomerMetricTable } from '../../schema/satisfaction-tables.ts';

/** A milestone of a client project, with its metric where it has one. */
export type MilestoneRecord = {
  readonly id: TaskId;
  readonly project_id: ProjectId;
  readonly name: string;
  readonly due_on: CalendarDate | null;
  readonly done_on: CalendarDate | null;
  readonly is_done: boolean;
  readonly is_client_visible: boolean;
  readonly asks_satisfaction: boolean;
  readonly metric_id: CustomerMetricId | null;
  readonly metric_version: number;
  readonly metric_name: string;
  readonly unit: string;
  readonly direction: KpiDirection;
  readonly baseline: string | null;
  readonly target: string | null;
  readonly measured: string | null;
  readonly measured_on: CalendarDate | null;
  readonly is_metric_visible: boolean;
};

export type MilestoneFilter = {
  readonly projectId?: ProjectId | undefined;
  readonly taskId?: TaskId | undefined;
  readonly metricId?: CustomerMetricId;
};

/** Milestones of client projects in the order of the plan. */
export async function listMilestones(
  scope: Scope,
  { projectId, taskId, metricId }: MilestoneFilter,
): Promise<MilestoneRecord[]> {
  const { rows } = await sql<MilestoneRecord>`
    select t.id, t.project_id, t.name, t.due_on, t.done_on, t.state = 'done' as is_done,
      t.is_client_visible, t.asks_satisfaction, m.id as metric_id, m.version as metric_version,
      m.name as metric_name, m.unit, m.direction, m.baseline, m.target, m.measured, m.measured_on,
      m.is_client_visible as is_metric_visible
    from task t
    join project p on p.workspace_id = t.workspace_id and p.id = t.project_id
      and p.kind = 'client' and p.deleted_at is null
    left join customer_metric m on m.workspace_id = t.workspace_id and m.task_id = t.id
    where t.workspace_id = ${scope.workspaceId} and t.is_milestone and t.deleted_at is null
      and ${projectId ? sql`t.project_id = ${projectId}` : sql`true`}
      and ${taskId ? sql`t.id = ${taskId}` : sql`true`}
      and ${metricId ? sql`m.id = ${metricId}` : sql`true`}
    order by t.due_on nulls last, t.position, t.id limit 2000`.execute(scope.tx);
  return rows;
}

export async function setSatisfaction(
  scope: Scope,
  id: TaskId,
  asksSatisfaction: boolean,
): Promise<void> {
  await scope.tx
    .updateTable('task')
    .set({ asks_satisfaction: asksSatisfaction })
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** False when the milestone has a metric already. */
export async function insertMetric(
  scope: Scope,
  columns: Omit<Insertable<CustomerMetricTable>, 'workspace_id' | 'id'>,
): Promise<boolean> {
  const written = await scope.tx
    .insertInto('customer_metric')
    .values({ workspace_id: scope.workspaceId, id: newId<CustomerMetricId>(), ...columns })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'task_id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

export async function updateMetric(
  scope: Scope,
  { id, version }: { readonly id: CustomerMetricId; readonly version: number },
  columns: Updateable<CustomerMetricTable>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('customer_metric')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listMilestones(scope, { metricId: id })).length > 0);
}

export async function deleteMetric(scope: Scope, id: CustomerMetricId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('customer_metric')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
