import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { KickOffItemId, ProjectId } from '@evenkeel/core/id';
import type { KickOffPhase, KickOffProof } from '@evenkeel/core/kick-off/kick-off';
import type { ClientSide } from '@evenkeel/core/projects/client-side';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type PortalKickOffRecord = {
  readonly id: KickOffItemId;
  readonly phase: KickOffPhase;
  readonly name: string;
  readonly side: ClientSide;
  readonly proof: KickOffProof;
  readonly who: string | null;
  readonly is_done: boolean;
  readonly needed_by: CalendarDate | null;
  readonly meeting_at: Date | null;
};

/** What the client sees of a kick-off: meetings, duties and agreement as far as they see those. */
export async function listItems(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PortalKickOffRecord[]> {
  const { rows } = await sql<PortalKickOffRecord>`
    select k.id, k.phase, k.name, k.side, k.proof,
      coalesce(portal_contact_name(d.contact_id), portal_person_name(k.person_id)) as who,
      case when k.duty_id is not null then coalesce(d.state = 'confirmed', false)
        when k.proof = 'agreement' then exists (select from working_agreement w
          where w.workspace_id = k.workspace_id and w.project_id = k.project_id and w.state = 'agreed')
        when k.proof = 'meeting' then coalesce(m.state = 'held', false)
        else k.done_on is not null end as is_done,
      d.due_on as needed_by, m.starts_at as meeting_at
    from kick_off_item k
    left join meeting m on m.workspace_id = k.workspace_id and m.id = k.meeting_id
    left join client_duty d on d.workspace_id = k.workspace_id and d.id = k.duty_id
    where k.project_id = ${projectId}
    order by array_position(array['before', 'during', 'after'], k.phase), k.position, k.id
    limit 500`.execute(scope.tx);
  return rows;
}
