import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ClientDutyId, DeliverableId, FileId, ProjectId, TaskId } from '@evenkeel/core/id';
import type { DutyKind } from '@evenkeel/core/waits/duty';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

export type PortalDutyRecord = {
  readonly id: ClientDutyId;
  readonly version: number;
  readonly task_id: TaskId;
  readonly name: string;
  readonly kind: DutyKind;
  readonly contact: string | null;
  readonly is_mine: boolean;
  readonly due_on: CalendarDate;
  readonly details: string;
  readonly state: 'asked' | 'answered' | 'paused' | 'confirmed';
  readonly answer: string;
  readonly answered_at: Date | null;
  readonly answered_by: string | null;
  readonly sent_back_reason: string;
  readonly deliverable_id: DeliverableId | null;
  readonly files: { readonly id: FileId; readonly name: string; readonly byteSize: number }[];
};

/** What is needed from the client on a project: what is open first, by the day it is needed. */
export async function listDuties(
  scope: PortalScope,
  projectId: ProjectId,
): Promise<PortalDutyRecord[]> {
  const { rows } = await sql<PortalDutyRecord>`
    select d.id, d.version, d.task_id, t.name, d.kind, portal_contact_name(d.contact_id) as contact,
      exists (select from client_access a where a.workspace_id = d.workspace_id
        and a.contact_id = d.contact_id) as is_mine,
      d.due_on, d.details, d.state, d.answer, d.answered_at,
      portal_member_name(d.answered_by) as answered_by, d.sent_back_reason, y.deliverable_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'byteSize', fc.byte_size)
          order by f.created_at, f.id)
        from file f join file_content fc on fc.workspace_id = f.workspace_id and fc.id = f.content_id
        where f.workspace_id = d.workspace_id and f.subject_kind = 'task' and f.subject_id = d.task_id), '[]') as files
    from client_duty d
    join task t on t.workspace_id = d.workspace_id and t.id = d.task_id
    left join approval y on y.workspace_id = d.workspace_id and y.duty_id = d.id
    where d.project_id = ${projectId}
    order by d.state = 'confirmed', d.state <> 'asked', d.due_on, d.id limit 1000`.execute(
    scope.tx,
  );
  return rows;
}
