import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AccountId,
  ClientDutyId,
  ContactId,
  DeliverableId,
  MemberId,
  PersonId,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import type { DutyKind, DutyState } from '@evenkeel/core/waits/duty';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { ClientDutyTable } from '../../schema/working-tables.ts';

/** A duty with the names of what it points to. */
export type DutyRecord = {
  readonly id: ClientDutyId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly project_name: string;
  readonly project_manager_id: PersonId | null;
  readonly account_id: AccountId | null;
  readonly account_name: string | null;
  readonly task_id: TaskId;
  readonly task_name: string;
  readonly task_number: number;
  readonly kind: DutyKind;
  readonly contact_id: ContactId;
  readonly contact_name: string;
  readonly due_on: CalendarDate;
  readonly details: string;
  readonly state: DutyState;
  readonly state_since: Date;
  readonly created_at: Date;
  readonly answer: string;
  readonly answered_at: Date | null;
  readonly answered_by: MemberId | null;
  readonly answered_name: string | null;
  readonly sent_back_reason: string;
  readonly reminded_day: number | null;
  readonly file_count: number;
  readonly deliverable_id: DeliverableId | null;
  readonly deliverable_name: string | null;
};

export type DutyFilter = {
  readonly ids?: readonly ClientDutyId[];
  readonly projectId?: ProjectId | undefined;
  readonly accountId?: AccountId | undefined;
  /** Only what somebody still has to act on. */
  readonly isOpen?: boolean;
};

/** Duties of standing projects, the most urgent first. */
export async function listDuties(scope: Scope, filter: DutyFilter): Promise<DutyRecord[]> {
  const { ids, projectId, accountId, isOpen } = filter;
  const { rows } = await sql<DutyRecord>`
    select d.id, d.version, d.project_id, p.name as project_name, p.project_manager_id, p.account_id, a.name as account_name,
      d.task_id, t.name as task_name, t.number as task_number, d.kind, d.contact_id,
      c.name as contact_name, d.due_on, d.details, d.state, d.state_since, d.created_at, d.answer,
      d.answered_at, d.answered_by, m.name as answered_name, d.sent_back_reason, d.reminded_day,
      (select count(*)::int from file f where f.workspace_id = d.workspace_id
        and f.subject_kind = 'task' and f.subject_id = d.task_id and f.deleted_at is null) as file_count,
      v.id as deliverable_id, v.name as deliverable_name
    from client_duty d
    join project p on p.workspace_id = d.workspace_id and p.id = d.project_id and p.deleted_at is null
    join task t on t.workspace_id = d.workspace_id and t.id = d.task_id
    join contact c on c.workspace_id = d.workspace_id and c.id = d.contact_id
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    left join member m on m.workspace_id = d.workspace_id and m.id = d.answered_by
    left join approval y on y.workspace_id = d.workspace_id and y.duty_id = d.id
    left join deliverable v on v.workspace_id = y.workspace_id and v.id = y.deliverable_id
    where d.workspace_id = ${scope.workspaceId}
      and (t.deleted_at is null or d.state = 'withdrawn')
      and ${ids ? sql`d.id = any(${[...ids]}::uuid[])` : sql`true`}
      and ${projectId ? sql`d.project_id = ${projectId}` : sql`true`}
      and ${accountId ? sql`p.account_id = ${accountId}` : sql`true`}
      and ${isOpen ? sql`d.state in ('asked', 'answered', 'paused')` : sql`true`}
    order by d.state in ('confirmed', 'withdrawn'), d.due_on, d.id
    limit 5000`.execute(scope.tx);
  return rows;
}

/** A duty as it is first written. */
export type NewDuty = {
  readonly projectId: ProjectId;
  readonly taskId: TaskId;
  readonly kind: DutyKind;
  readonly contactId: ContactId;
  readonly dueOn: CalendarDate;
  readonly details: string;
  /** Of which reminder it takes the place; null for none. */
  readonly remindedDay: number | null;
};

/** Writes the duty, and puts its task on the client's side, where they see it. */
export async function insertDuty(scope: Scope, draft: NewDuty): Promise<ClientDutyId> {
  const id = newId<ClientDutyId>();
  await scope.tx
    .insertInto('client_duty')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: draft.projectId,
      task_id: draft.taskId,
      kind: draft.kind,
      contact_id: draft.contactId,
      due_on: draft.dueOn,
      details: draft.details,
      state_since: scope.now,
      reminded_day: draft.remindedDay,
    })
    .execute();
  await sql`
    update task set side = 'client', is_client_visible = true
    where workspace_id = ${scope.workspaceId} and id = ${draft.taskId}`.execute(scope.tx);
  return id;
}

/** Without a version, on whatever stands there. */
export async function updateDuty(
  scope: Scope,
  { id, version }: { readonly id: ClientDutyId; readonly version: number | null },
  columns: Updateable<ClientDutyTable>,
): Promise<void> {
  let query = scope.tx
    .updateTable('client_duty')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id);
  if (version !== null) query = query.where('version', '=', version);
  const written = await query.returning('id').executeTakeFirst();
  await versioned(written, async () => (await listDuties(scope, { ids: [id] })).length > 0);
}

/** The account that a client project is for; undefined when there is no such project. */
export async function findClientProject(
  scope: Scope,
  id: ProjectId,
): Promise<{ readonly accountId: AccountId | null } | undefined> {
  const row = await scope.tx
    .selectFrom('project')
    .select('account_id')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('kind', '=', 'client')
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { accountId: row.account_id };
}

/** Of some contacts those that stand at an account, with the language they read: theirs, else the account's. */
export async function contactsAt(
  scope: Scope,
  accountId: AccountId,
  ids: readonly ContactId[],
): Promise<{ readonly id: ContactId; readonly language: string | null }[]> {
  return scope.tx
    .selectFrom('contact_account')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.workspace_id', '=', 'contact_account.workspace_id')
        .onRef('contact.id', '=', 'contact_account.contact_id'),
    )
    .innerJoin('account', (join) =>
      join
        .onRef('account.workspace_id', '=', 'contact_account.workspace_id')
        .onRef('account.id', '=', 'contact_account.account_id'),
    )
    .select([
      'contact.id',
      sql<string | null>`coalesce(contact.language, account.language)`.as('language'),
    ])
    .where('contact_account.workspace_id', '=', scope.workspaceId)
    .where('contact_account.account_id', '=', accountId)
    .where('contact.id', 'in', [...ids])
    .where('contact.deleted_at', 'is', null)
    .limit(500)
    .execute();
}
