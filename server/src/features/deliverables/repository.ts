import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { DeliverableState } from '@evenkeel/core/deliverables/deliverable';
import type {
  AccountId,
  DeliverableId,
  MemberId,
  PersonId,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { DeliverableTable } from '../../schema/working-tables.ts';

/** A deliverable with the names of what it points to. */
export type DeliverableRecord = {
  readonly id: DeliverableId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly project_manager_id: PersonId | null;
  readonly account_id: AccountId | null;
  readonly account_name: string | null;
  readonly name: string;
  readonly description: string;
  readonly state: DeliverableState;
  readonly state_since: Date;
  readonly milestone_id: TaskId | null;
  readonly milestone_name: string | null;
  readonly milestone_acceptance: string | null;
  readonly milestone_state: string | null;
  readonly milestone_due_on: CalendarDate | null;
};

/** Deliverables of standing projects, in the order they were made. */
export async function listDeliverables(
  scope: Scope,
  filter: { readonly ids?: readonly DeliverableId[]; readonly projectIds?: readonly ProjectId[] },
): Promise<DeliverableRecord[]> {
  const { ids, projectIds } = filter;
  const { rows } = await sql<DeliverableRecord>`
    select d.id, d.version, d.project_id, p.name as project_name, p.project_manager_id, p.account_id,
      a.name as account_name, d.name, d.description, d.state, d.state_since, d.milestone_id,
      t.name as milestone_name, t.acceptance as milestone_acceptance, t.state as milestone_state,
      t.due_on as milestone_due_on
    from deliverable d
    join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.deleted_at is null
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    left join task t on t.workspace_id = d.workspace_id and t.id = d.milestone_id
    where d.workspace_id = ${scope.workspaceId}
      and ${ids ? sql`d.id = any(${[...ids]}::uuid[])` : sql`true`}
      and ${projectIds ? sql`d.project_id = any(${[...projectIds]}::uuid[])` : sql`true`}
    order by d.created_at, d.id limit 5000`.execute(scope.tx);
  return rows;
}

export async function insertDeliverable(
  scope: Scope,
  draft: {
    readonly projectId: ProjectId;
    readonly milestoneId: TaskId | null;
    readonly name: string;
    readonly description: string;
  },
): Promise<DeliverableId> {
  const id = newId<DeliverableId>();
  await scope.tx
    .insertInto('deliverable')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: draft.projectId,
      milestone_id: draft.milestoneId,
      name: draft.name,
      description: draft.description,
      state_since: scope.now,
    })
    .execute();
  return id;
}

/** Without a version, on whatever stands there. */
export async function updateDeliverable(
  scope: Scope,
  { id, version }: { readonly id: DeliverableId; readonly version: number | null },
  columns: Updateable<DeliverableTable>,
): Promise<void> {
  let query = scope.tx
    .updateTable('deliverable')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  const written = await query.returning('id').executeTakeFirst();
  await versioned(written, async () => (await listDeliverables(scope, { ids: [id] })).length > 0);
}

export async function deleteDeliverable(scope: Scope, id: DeliverableId): Promise<void> {
  await scope.tx
    .deleteFrom('deliverable')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Whether a project is a client project that stands, and a task one of its milestones. */
export async function findPlace(
  scope: Scope,
  projectId: ProjectId,
  milestoneId: TaskId | null,
): Promise<{ readonly isClientProject: boolean; readonly isMilestone: boolean }> {
  const { rows } = await sql<{ isClientProject: boolean; isMilestone: boolean }>`
    select
      exists (select from project where workspace_id = ${scope.workspaceId} and id = ${projectId}
        and kind = 'client' and deleted_at is null) as "isClientProject",
      exists (select from task where workspace_id = ${scope.workspaceId} and id = ${milestoneId}
        and project_id = ${projectId} and is_milestone and deleted_at is null) as "isMilestone"`.execute(
    scope.tx,
  );
  const [found] = rows;
  if (!found) throw new Error('a query without a row');
  return found;
}

/** Who asked for an approval, as a person; null for a member whose time is not planned. */
export async function personOf(scope: Scope, memberId: MemberId): Promise<PersonId | null> {
  const row = await scope.tx
    .selectFrom('member')
    .select('person_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row?.person_id ?? null;
}
