import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ClientDutyId,
  KickOffItemId,
  MeetingId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { KickOffPhase, KickOffProof } from '@evenkeel/core/kick-off/kick-off';
import type { ClientSide } from '@evenkeel/core/projects/client-side';
import type { DutyState } from '@evenkeel/core/waits/duty';
import { type Insertable, sql, type Updateable } from 'kysely';
import type { Scope } from '../../platform/db/scope.ts';
import { versioned } from '../../platform/db/versioned.ts';
import { newId } from '../../platform/ids.ts';
import type { KickOffItemTable } from '../../schema/kick-off-tables.ts';

/** An item with what its links say. */
export type KickOffItemRecord = {
  readonly id: KickOffItemId;
  readonly version: number;
  readonly project_id: ProjectId;
  readonly phase: KickOffPhase;
  readonly position: number;
  readonly name: string;
  readonly side: ClientSide;
  readonly proof: KickOffProof;
  readonly person_id: PersonId | null;
  readonly person_name: string | null;
  readonly due_on: CalendarDate | null;
  readonly done_on: CalendarDate | null;
  readonly is_done: boolean;
  readonly is_client_visible: boolean;
  readonly meeting_id: MeetingId | null;
  readonly meeting_name: string | null;
  readonly meeting_at: Date | null;
  readonly duty_id: ClientDutyId | null;
  readonly duty_state: DutyState | null;
  readonly contact_name: string | null;
};

/** Items in the order of their parts; one that was asked of the client is due when its duty is. */
export async function listItems(
  scope: Scope,
  of: { readonly projectId: ProjectId } | { readonly id: KickOffItemId },
): Promise<KickOffItemRecord[]> {
  const { rows } = await sql<KickOffItemRecord>`
    select k.id, k.version, k.project_id, k.phase, k.position, k.name, k.side, k.proof, k.person_id,
      p.name as person_name, coalesce(d.due_on, k.due_on) as due_on, k.done_on,
      case when d.id is not null then d.state = 'confirmed'
        when k.proof = 'agreement' then exists (select from working_agreement w
          where w.workspace_id = k.workspace_id and w.project_id = k.project_id and w.agreed_at is not null)
        when k.proof = 'meeting' then coalesce(m.state = 'held', false)
        else k.done_on is not null end as is_done,
      k.is_client_visible, m.id as meeting_id, m.name as meeting_name, m.starts_at as meeting_at,
      d.id as duty_id, d.state as duty_state, c.name as contact_name
    from kick_off_item k
    left join person p on p.workspace_id = k.workspace_id and p.id = k.person_id
    left join meeting m on m.workspace_id = k.workspace_id and m.id = k.meeting_id and m.deleted_at is null
    left join client_duty d on d.workspace_id = k.workspace_id and d.id = k.duty_id and d.state <> 'withdrawn'
    left join contact c on c.workspace_id = k.workspace_id and c.id = d.contact_id
    where k.workspace_id = ${scope.workspaceId}
      and ${'id' in of ? sql`k.id = ${of.id}` : sql`k.project_id = ${of.projectId}`}
    order by array_position(array['before', 'during', 'after'], k.phase), k.position, k.id
    limit 500`.execute(scope.tx);
  return rows;
}

/** What a kick-off is dated and written by; undefined when there is no such client project. */
export async function findFacts(scope: Scope, projectId: ProjectId) {
  const { rows } = await sql<{
    start_on: CalendarDate | null;
    leader_id: PersonId | null;
    language: string | null;
    time_zone: string;
    meeting_id: MeetingId | null;
    meeting_at: Date | null;
    agreement: 'none' | 'draft' | 'proposed' | 'agreed';
  }>`
    select p.start_on, coalesce(p.project_manager_id, p.owner_id) as leader_id, a.language, w.time_zone,
      m.id as meeting_id, m.starts_at as meeting_at,
      coalesce((select g.state from working_agreement g where g.workspace_id = p.workspace_id
        and g.project_id = p.id and g.state in ('draft', 'proposed', 'agreed')
        order by array_position(array['agreed', 'proposed', 'draft'], g.state) limit 1), 'none') as agreement
    from project p
    join workspace w on w.id = p.workspace_id
    left join account a on a.workspace_id = p.workspace_id and a.id = p.account_id
    left join lateral (select id, starts_at from meeting
      where workspace_id = p.workspace_id and project_id = p.id and deleted_at is null
        and state <> 'cancelled' order by starts_at limit 1) m on true
    where p.workspace_id = ${scope.workspaceId} and p.id = ${projectId} and p.kind = 'client'
      and p.deleted_at is null`.execute(scope.tx);
  return rows[0];
}

export async function insertItem(
  scope: Scope,
  columns: Omit<Insertable<KickOffItemTable>, 'workspace_id' | 'id'>,
): Promise<KickOffItemId> {
  const id = newId<KickOffItemId>();
  await scope.tx
    .insertInto('kick_off_item')
    .values({ workspace_id: scope.workspaceId, id, ...columns })
    .execute();
  return id;
}

export async function updateItem(
  scope: Scope,
  { id, version }: { readonly id: KickOffItemId; readonly version: number },
  columns: Updateable<KickOffItemTable>,
): Promise<void> {
  const written = await scope.tx
    .updateTable('kick_off_item')
    .set(columns)
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst();
  await versioned(written, async () => (await listItems(scope, { id })).length > 0);
}

export async function deleteItem(scope: Scope, id: KickOffItemId): Promise<boolean> {
  const gone = await scope.tx
    .deleteFrom('kick_off_item')
    .where('workspace_id', '=', scope.workspaceId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone !== undefined;
}

/** Whether a meeting or a duty is one of the project. */
export async function isOfProject(
  scope: Scope,
  table: 'meeting' | 'client_duty',
  key: { readonly id: MeetingId | ClientDutyId; readonly projectId: ProjectId },
): Promise<boolean> {
  const { rows } = await sql`select from ${sql.table(table)}
    where workspace_id = ${scope.workspaceId} and id = ${key.id} and project_id = ${key.projectId}`.execute(
    scope.tx,
  );
  return rows.length > 0;
}
