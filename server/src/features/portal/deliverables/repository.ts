import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ApprovalDecision } from '@evenkeel/core/deliverables/deliverable';
import type {
  ApprovalId,
  DeliverableId,
  DeliverableVersionId,
  FileId,
  ProjectId,
} from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

type Shown = 'asked' | 'rejected' | 'approved';

export type PortalDeliverableRecord = {
  readonly id: DeliverableId;
  readonly name: string;
  readonly description: string;
  readonly state: Shown;
  readonly milestone: string | null;
};
export type PortalVersionRecord = {
  readonly id: DeliverableVersionId;
  readonly deliverable_id: DeliverableId;
  readonly number: number;
  readonly note: string;
  readonly state: Shown;
  readonly asked_at: Date;
  readonly due_on: CalendarDate | null;
  readonly decided_at: Date | null;
};
export type PortalFileRecord = {
  readonly version_id: DeliverableVersionId;
  readonly file_id: FileId;
  readonly name: string;
  readonly byte_size: number;
  readonly sha256: string;
};
export type PortalApprovalRecord = {
  readonly id: ApprovalId;
  readonly version_id: DeliverableVersionId;
  readonly contact: string | null;
  readonly is_mine: boolean;
  readonly decision: ApprovalDecision | null;
  readonly reason: string;
  readonly decided_at: Date | null;
  readonly decided_name: string;
  readonly manifest_hash: string | null;
};

/** What the reader sees of the deliverables of a project: what waits for them first. */
export async function listDeliverables(scope: PortalScope, projectId: ProjectId) {
  const { rows: deliverables } = await sql<PortalDeliverableRecord>`
    select d.id, d.name, d.description, d.state, t.name as milestone
    from deliverable d
    left join task t on t.workspace_id = d.workspace_id and t.id = d.milestone_id
    where d.project_id = ${projectId}
    order by d.state <> 'asked', d.created_at, d.id limit 1000`.execute(scope.tx);
  const ids = deliverables.map(({ id }) => id);
  const { rows: versions } = await sql<PortalVersionRecord>`
    select id, deliverable_id, number, note, state, asked_at, due_on, decided_at from deliverable_version
    where deliverable_id = any(${ids}::uuid[]) order by number desc, id limit 5000`.execute(
    scope.tx,
  );
  const { rows: files } = await sql<PortalFileRecord>`
    select version_id, file_id, name, byte_size, sha256 from deliverable_file
    where deliverable_id = any(${ids}::uuid[]) order by name collate "und-x-icu", id limit 20000`.execute(
    scope.tx,
  );
  const { rows: approvals } = await sql<PortalApprovalRecord>`
    select y.id, y.version_id, portal_contact_name(y.contact_id) as contact,
      exists (select from client_access a where a.workspace_id = y.workspace_id
        and a.contact_id = y.contact_id) as is_mine,
      y.decision, y.reason, y.decided_at, y.decided_name, y.manifest_hash
    from approval y where y.deliverable_id = any(${ids}::uuid[]) order by y.id limit 20000`.execute(
    scope.tx,
  );
  return { deliverables, versions, files, approvals };
}
