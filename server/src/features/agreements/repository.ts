import type {
  AgreementContent,
  AgreementSide,
  AgreementState,
} from '@evenkeel/core/agreements/agreement';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, Id, MemberId, ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import type { ProjectState } from '@evenkeel/core/projects/state';
import { sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { newId } from '../../platform/ids.ts';
import type { WorkingAgreementTable } from '../../schema/agreement-tables.ts';

export type AgreementRecord = {
  readonly id: WorkingAgreementId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly number: number;
  readonly state: AgreementState;
  readonly content: AgreementContent;
  readonly content_hash: string;
  readonly proposed_at: Date | null;
  readonly proposed_by: MemberId | null;
  readonly proposed_name: string | null;
  readonly agreed_at: Date | null;
};
export type AcknowledgementRecord = {
  readonly agreement_id: WorkingAgreementId;
  readonly side: AgreementSide;
  readonly member_id: MemberId;
  readonly name: string;
  readonly content_hash: string;
  readonly acknowledged_at: Date;
};

/** What an agreement needs to know of its project, and when we last spoke with its client. */
export type AgreementProject = {
  readonly id: ProjectId;
  readonly name: string;
  readonly purpose: string;
  readonly state: ProjectState;
  readonly manager_name: string | null;
  readonly account_id: AccountId | null;
  readonly account_name: string | null;
  readonly account_cadence: number | null;
  readonly planned_on: CalendarDate | null;
  readonly since: CalendarDate;
  readonly contact_name: string | null;
  readonly last_on: CalendarDate | null;
  readonly phases: readonly string[];
  /** Of the agreement that both sides have acknowledged last. */
  readonly agreed: AgreementContent | null;
};

/** Client projects that stand: one, or those that run, of everybody, of an account, or of the actor's. */
export async function listProjects(
  scope: Scope,
  filter: {
    readonly id?: ProjectId;
    readonly isMine?: boolean;
    readonly accountId?: AccountId | undefined;
  },
): Promise<AgreementProject[]> {
  const { id, isMine, accountId } = filter;
  const { personId } = scope.actor;
  const { rows } = await sql<AgreementProject>`
    select p.id, p.name, p.purpose, p.state, m.name as manager_name, p.account_id, a.name as account_name,
      a.contact_cadence_days as account_cadence, a.next_contact_on as planned_on,
      coalesce(p.start_on, p.created_at::date) as since,
      (select c.name from contact_account ca
        join contact c on c.workspace_id = ca.workspace_id and c.id = ca.contact_id and c.deleted_at is null
        where ca.workspace_id = p.workspace_id and ca.account_id = p.account_id
        order by ca.is_primary desc, c.number limit 1) as contact_name,
      (select max(i.on_date) from interaction i where i.workspace_id = p.workspace_id
        and (i.account_id = p.account_id or i.project_id = p.id) and i.kind <> 'note'
        and i.deleted_at is null and i.on_date <= ${scope.today}) as last_on,
      coalesce((select jsonb_agg(h.name order by h.position, h.id) from phase h
        where h.workspace_id = p.workspace_id and h.project_id = p.id), '[]') as phases,
      (select w.content from working_agreement w where w.workspace_id = p.workspace_id and w.project_id = p.id
        and w.agreed_at is not null order by w.number desc limit 1) as agreed
    from project p
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    left join person m on m.workspace_id = p.workspace_id and m.id = p.project_manager_id
    where p.workspace_id = ${scope.workspaceId} and p.kind = 'client' and p.deleted_at is null
      and ${id ? sql`p.id = ${id}` : sql`p.state = 'executing'`}
      and ${accountId ? sql`p.account_id = ${accountId}` : sql`true`}
      and ${isMine ? sql`(p.project_manager_id = ${personId} or p.owner_id = ${personId})` : sql`true`}
    order by p.name, p.id limit 2000`.execute(scope.tx);
  return rows;
}

/** Every version of the agreement of a project, the latest first. */
export async function listAgreements(
  scope: Scope,
  projectId: ProjectId,
): Promise<AgreementRecord[]> {
  const { rows } = await sql<AgreementRecord>`
    select w.id, w.version, w.project_id, w.number, w.state, w.content, w.content_hash, w.proposed_at,
      w.proposed_by, m.name as proposed_name, w.agreed_at
    from working_agreement w
    left join member m on m.workspace_id = w.workspace_id and m.id = w.proposed_by
    where w.workspace_id = ${scope.workspaceId} and w.project_id = ${projectId}
    order by w.number desc limit 500`.execute(scope.tx);
  return rows;
}

export async function listAcknowledgements(
  scope: Scope,
  ids: readonly WorkingAgreementId[],
): Promise<AcknowledgementRecord[]> {
  if (ids.length === 0) return [];
  return scope.tx
    .selectFrom('acknowledgement')
    .select(['agreement_id', 'side', 'member_id', 'name', 'content_hash', 'acknowledged_at'])
    .where('workspace_id', '=', scope.workspaceId)
    .where('agreement_id', 'in', [...ids])
    .orderBy('acknowledged_at')
    .orderBy('id')
    .limit(5000)
    .execute();
}

export async function insertAgreement(
  scope: Scope,
  draft: {
    readonly projectId: ProjectId;
    readonly number: number;
    readonly content: AgreementContent;
    readonly hash: string;
  },
): Promise<WorkingAgreementId> {
  const id = newId<WorkingAgreementId>();
  await scope.tx
    .insertInto('working_agreement')
    .values({
      workspace_id: scope.workspaceId,
      id,
      project_id: draft.projectId,
      number: draft.number,
      content: JSON.stringify(draft.content),
      content_hash: draft.hash,
    })
    .execute();
  return id;
}

export async function updateAgreement(
  scope: Scope,
  id: WorkingAgreementId,
  columns: Updateable<WorkingAgreementTable>,
): Promise<void> {
  await scope.tx
    .updateTable('working_agreement')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What both sides agreed is a delay is what delay notices go by. */
export async function setTolerance(
  scope: Scope,
  projectId: ProjectId,
  days: number,
): Promise<void> {
  await sql`update project set delay_tolerance_days = ${days}
    where workspace_id = ${scope.workspaceId} and id = ${projectId}`.execute(scope.tx);
}

/** Twice by the same member is once. */
export async function insertAcknowledgement(
  scope: Scope,
  given: {
    readonly agreementId: WorkingAgreementId;
    readonly side: AgreementSide;
    readonly hash: string;
  },
): Promise<void> {
  await scope.tx
    .insertInto('acknowledgement')
    .values({
      workspace_id: scope.workspaceId,
      id: newId<Id<'acknowledgement'>>(),
      agreement_id: given.agreementId,
      side: given.side,
      member_id: scope.actor.memberId,
      name: scope.actor.name,
      content_hash: given.hash,
      acknowledged_at: scope.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'agreement_id', 'side', 'member_id']).doNothing(),
    )
    .execute();
}
