import type { AgreementSide } from '@evenkeel/core/agreements/agreement';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ChangeEffect,
  ChangeState,
  ChangeWork,
  PlanDates,
} from '@evenkeel/core/change-requests/change-request';
import type {
  ChangeRequestId,
  MemberId,
  PersonId,
  ProjectId,
  RoleId,
  TaskId,
} from '@evenkeel/core/id';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { integer } from '../../platform/db/values.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { ChangeRequestTable } from '../../schema/change-request-tables.ts';

export type ChangeRecord = {
  readonly id: ChangeRequestId;
  readonly version: number;
  readonly created_at: Date;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly project_manager_id: PersonId | null;
  readonly name: string;
  readonly wanted: string;
  readonly side: AgreementSide;
  readonly asked_by: MemberId;
  readonly asked_name: string;
  readonly state: ChangeState;
  readonly state_since: Date;
  readonly work: readonly ChangeWork[];
  readonly given_price: string | null;
  readonly effect: ChangeEffect | null;
  readonly sent_at: Date | null;
  readonly stale_reasons: readonly string[];
  readonly decided_at: Date | null;
  readonly decided_name: string;
  readonly reason: string;
};

/** Changes of standing projects, the open ones first. */
export async function listChanges(
  scope: Scope,
  filter: { readonly id?: ChangeRequestId; readonly projectId?: ProjectId | undefined },
): Promise<ChangeRecord[]> {
  const { id, projectId } = filter;
  const { rows } = await sql<ChangeRecord>`
    select c.*, p.name as project_name, p.project_manager_id from change_request c
    join project p on p.workspace_id = c.workspace_id and p.id = c.project_id and p.deleted_at is null
    where c.workspace_id = ${scope.workspaceId}
      and ${id ? sql`c.id = ${id}` : sql`true`}
      and ${projectId ? sql`c.project_id = ${projectId}` : sql`true`}
    order by c.state not in ('requested', 'sent'), c.created_at desc, c.id limit 2000`.execute(
    scope.tx,
  );
  return rows;
}

export async function insertChange(
  scope: Scope,
  draft: {
    readonly projectId: ProjectId;
    readonly name: string;
    readonly wanted: string;
    readonly side: AgreementSide;
    readonly work: readonly ChangeWork[];
    readonly givenPrice: number | null;
  },
): Promise<ChangeRequestId> {
  const id = newId<ChangeRequestId>();
  await scope.tx
    .insertInto('change_request')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: draft.projectId,
      name: draft.name,
      wanted: draft.wanted,
      side: draft.side,
      asked_by: scope.actor.memberId,
      asked_name: scope.actor.name,
      state_since: scope.now,
      work: JSON.stringify(draft.work),
      given_price: draft.givenPrice,
    })
    .execute();
  return id;
}

export async function updateChange(
  scope: Scope,
  { id, version }: { readonly id: ChangeRequestId; readonly version: number },
  columns: Updateable<ChangeRequestTable>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('change_request')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listChanges(scope, { id })).length > 0);
}

export async function isClientProject(scope: Scope, id: ProjectId): Promise<boolean> {
  const row = await scope.tx
    .selectFrom('project')
    .select('id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'client')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the plan of a project lies now: its last day, and each milestone's. */
export async function readPlanDates(
  scope: Scope,
  projectId: ProjectId,
): Promise<{
  readonly endOn: CalendarDate | null;
  readonly milestones: readonly (PlanDates['milestones'][number] & {
    readonly isClientVisible: boolean;
  })[];
}> {
  const { rows } = await sql<{
    id: TaskId;
    name: string;
    dueOn: CalendarDate | null;
    isMilestone: boolean;
    isClientVisible: boolean;
  }>`
    select id, name, due_on as "dueOn", is_milestone as "isMilestone", is_client_visible as "isClientVisible"
    from task where workspace_id = ${scope.workspaceId} and project_id = ${projectId} and deleted_at is null
    order by position, id limit 20000`.execute(scope.tx);
  const days = rows.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return { endOn: days.at(-1) ?? null, milestones: rows.filter((row) => row.isMilestone) };
}

/** Bill rates per hour as they hold on a day, by role; those that are not set are left out. */
export async function listBillRates(
  scope: Scope,
  roleIds: readonly RoleId[],
): Promise<ReadonlyMap<RoleId, number>> {
  if (roleIds.length === 0) return new Map();
  const { rows } = await sql<{ id: RoleId; rate: string | null }>`
    select r.id, coalesce((select x.bill_rate from role_rate x where x.workspace_id = r.workspace_id
      and x.role_id = r.id and x.valid_from <= ${scope.today} order by x.valid_from desc limit 1), r.bill_rate) as rate
    from role r where r.workspace_id = ${scope.workspaceId} and r.id = any(${[...roleIds]}::uuid[])
    limit 500`.execute(scope.tx);
  return new Map(rows.flatMap(({ id, rate }) => (rate === null ? [] : [[id, integer(rate)]])));
}

/** The agreed price grows by that of a change. */
export async function addToPrice(
  scope: Scope,
  projectId: ProjectId,
  amount: number,
): Promise<void> {
  await sql`update project set price = coalesce(price, 0) + ${amount}
    where workspace_id = ${scope.workspaceId} and id = ${projectId}`.execute(scope.tx);
}
