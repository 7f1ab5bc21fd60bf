import type { MeetingId, ProjectId } from '@evenkeel/core/id';
import { sql } from 'kysely';
import type { PortalScope } from '../../../platform/db/scope.ts';

const most = 1_000;

export type PortalMeetingRecord = Awaited<ReturnType<typeof listMeetings>>[number];

/** The meetings of a project that its client sees, in order. */
export function listMeetings(scope: PortalScope, projectId: ProjectId) {
  return scope.tx
    .selectFrom('meeting')
    .where('workspace_id', '=', scope.workspaceId)
    .where('project_id', '=', projectId)
    .select([
      'id',
      'name',
      'starts_at',
      'minutes',
      'time_zone',
      'place',
      'link',
      'state',
      'outcome',
    ])
    .orderBy('starts_at')
    .orderBy('id')
    .limit(most)
    .execute();
}

export type PortalAttendeeRecord = Awaited<ReturnType<typeof listAttendees>>[number];

export function listAttendees(scope: PortalScope, ids: readonly MeetingId[]) {
  return scope.tx
    .selectFrom('meeting_attendee as attendee')
    .where('attendee.workspace_id', '=', scope.workspaceId)
    .where('attendee.meeting_id', '=', sql<MeetingId>`any(${[...ids]}::uuid[])`)
    .select(['attendee.meeting_id', 'attendee.part'])
    .select(sql<string>`coalesce(portal_attendee_name(attendee.id), '')`.as('name'))
    .orderBy('name')
    .orderBy('attendee.id')
    .limit(most * 10)
    .execute();
}

export type PortalAgendaRecord = Awaited<ReturnType<typeof listAgenda>>[number];

export function listAgenda(scope: PortalScope, ids: readonly MeetingId[]) {
  return scope.tx
    .selectFrom('agenda_item')
    .where('workspace_id', '=', scope.workspaceId)
    .where('meeting_id', '=', sql<MeetingId>`any(${[...ids]}::uuid[])`)
    .select(['meeting_id', 'name', 'minutes', 'outcome'])
    .orderBy('position')
    .orderBy('id')
    .limit(most * 10)
    .execute();
}
