import type { SubjectRef } from '@evenkeel/contract/subjects';
import type { AccountId, ContactId, PersonId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { Scope } from '../../../platform/db/scope.ts';

export type Speaker =
  | { readonly kind: 'person'; readonly id: PersonId; readonly name: string }
  | { readonly kind: 'contact'; readonly id: ContactId; readonly name: string };

/** Who spoke on a record: people of the firm, and contacts whose client users did. */
export async function listSpeakers(scope: Scope, subject: SubjectRef): Promise<Speaker[]> {
  const { rows } = await sql<Speaker>`
    with said as (
      select distinct coalesce(c.person_id, m.person_id) as person_id, c.member_id
      from comment c left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
      where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
        and c.subject_kind = ${subject.kind} and c.subject_id = ${subject.id}
    )
    select 'person' as kind, p.id, p.name from person p
    where p.workspace_id = ${scope.workspaceId} and p.deleted_at is null
      and p.id in (select person_id from said)
    union
    select 'contact', k.id, k.name from contact k
    join client_access a on a.workspace_id = k.workspace_id and a.contact_id = k.id
    where k.workspace_id = ${scope.workspaceId} and k.deleted_at is null
      and a.member_id in (select member_id from said)
    order by kind desc, name limit 100`.execute(scope.tx);
  return rows;
}

export type Place = {
  readonly projectId: ProjectId | null;
  readonly projectName: string | null;
  readonly accountId: AccountId | null;
  readonly accountName: string | null;
  readonly hasClientTalk: boolean;
};

/** The project and account that a record belongs to, and whether the client takes part in its talk. */
export async function findPlace(
  scope: Scope,
  { kind, id }: SubjectRef,
): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    select p.id as "projectId", p.name as "projectName", a.id as "accountId", a.name as "accountName",
      exists (select from comment c where c.workspace_id = ${scope.workspaceId} and c.deleted_at is null
        and c.is_client_visible and c.subject_kind = ${kind} and c.subject_id = ${id}) as "hasClientTalk"
    from (select coalesce(
        (select t.project_id from task t where t.workspace_id = ${scope.workspaceId} and ${kind} = 'task' and t.id = ${id}),
        (select x.id from project x where x.workspace_id = ${scope.workspaceId}
          and ${kind} in ('client-project', 'initiative') and x.id = ${id}),
        (select r.project_id from status_report r where r.workspace_id = ${scope.workspaceId}
          and ${kind} = 'status-report' and r.id = ${id})) as project_id) found
    left join project p on p.workspace_id = ${scope.workspaceId} and p.id = found.project_id
    left join account a on a.workspace_id = ${scope.workspaceId} and a.id = coalesce(p.account_id,
      (select d.account_id from deal d where d.workspace_id = ${scope.workspaceId} and ${kind} = 'deal' and d.id = ${id}),
      (select y.id from account y where y.workspace_id = ${scope.workspaceId} and ${kind} = 'account' and y.id = ${id}))`.execute(
    scope.tx,
  );
  return rows[0];
}
