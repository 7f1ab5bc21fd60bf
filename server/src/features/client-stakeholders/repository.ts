import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ContactChannel } from '@evenkeel/core/contacts/channel';
import type { StakeholderPart } from '@evenkeel/core/deals/stakeholders';
import type { AccountId, ContactId, ProjectContactId, ProjectId } from '@evenkeel/core/id';
import type { StakeholderLevel } from '@evenkeel/core/stakeholders/stakeholder-grid';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { ProjectContactTable } from '../../schema/deal-tables.ts';

/** A stakeholder with what the records of the contact and the account say. */
export type StakeholderRecord = {
  readonly id: ProjectContactId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly contact_id: ContactId;
  readonly contact_name: string;
  readonly job_title: string | null;
  readonly account_role: string;
  readonly part: StakeholderPart;
  readonly note: string;
  readonly influence: StakeholderLevel;
  readonly interest: StakeholderLevel;
  readonly needs: string;
  readonly account_needs: string;
  readonly channel: ContactChannel | null;
  readonly usual_channel: ContactChannel | null;
  readonly every_days: number | null;
  readonly since: CalendarDate;
  readonly last_on: CalendarDate | null;
  readonly language: string | null;
  readonly interpreter: string;
};

/** The register of a project, those with influence first. */
export async function listStakeholders(
  scope: Scope,
  of: { readonly projectId: ProjectId } | { readonly id: ProjectContactId },
): Promise<StakeholderRecord[]> {
  const { rows } = await sql<StakeholderRecord>`
    select s.id, s.version, s.project_id, s.contact_id, c.name as contact_name, c.job_title,
      coalesce(ca.role, '') as account_role, s.part, s.note, s.influence, s.interest, s.needs,
      coalesce(ca.needs, '') as account_needs, s.channel, c.preferred_channel as usual_channel,
      s.every_days, s.created_at::date as since,
      (select max(i.on_date) from interaction_contact ic
        join interaction i on i.workspace_id = ic.workspace_id and i.id = ic.interaction_id
        where ic.workspace_id = s.workspace_id and ic.contact_id = s.contact_id
          and i.kind <> 'note' and i.deleted_at is null and i.on_date <= ${scope.today}) as last_on,
      coalesce(c.language, a.language) as language, s.interpreter
    from project_contact s
    join project p on p.workspace_id = s.workspace_id and p.id = s.project_id and p.deleted_at is null
    join contact c on c.workspace_id = s.workspace_id and c.id = s.contact_id and c.deleted_at is null
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    left join contact_account ca on ca.workspace_id = s.workspace_id and ca.contact_id = s.contact_id
      and ca.account_id = p.account_id
    where s.workspace_id = ${scope.workspaceId}
      and ${'id' in of ? sql`s.id = ${of.id}` : sql`s.project_id = ${of.projectId}`}
    order by s.influence, s.interest, c.name, s.id limit 500`.execute(scope.tx);
  return rows;
}

/** Contacts of the account of a project who are not in its register, the main one first. */
export async function listOthers(scope: Scope, projectId: ProjectId, accountId: AccountId) {
  const { rows } = await sql<{ id: ContactId; name: string; jobTitle: string | null }>`
    select c.id, c.name, c.job_title as "jobTitle" from contact_account ca
    join contact c on c.workspace_id = ca.workspace_id and c.id = ca.contact_id and c.deleted_at is null
    where ca.workspace_id = ${scope.workspaceId} and ca.account_id = ${accountId}
      and not exists (select from project_contact s where s.workspace_id = ca.workspace_id
        and s.project_id = ${projectId} and s.contact_id = ca.contact_id)
    order by ca.is_primary desc, c.name limit 200`.execute(scope.tx);
  return rows;
}

/** Null when the contact is in the register already. */
export async function insertStakeholder(
  scope: Scope,
  columns: Omit<Insertable<ProjectContactTable>, 'workspace_id' | 'id'>,
): Promise<ProjectContactId | null> {
  const id = newId<ProjectContactId>();
  const written = await scope.tx
    .insertInto('project_contact')
    .values({ workspace_id: scope.workspaceId, id, ...columns })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return written ? id : null;
}

export async function updateStakeholder(
  scope: Scope,
  { id, version }: { readonly id: ProjectContactId; readonly version: number },
  columns: Updateable<ProjectContactTable>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('project_contact')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listStakeholders(scope, { id })).length > 0);
}

export async function deleteStakeholder(scope: Scope, id: ProjectContactId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('project_contact')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}
