import { groupedBy } from '@evenkeel/core/grouping';
import type { ProjectId } from '@evenkeel/core/id';
import type { PortalScope } from '../../../platform/db/scope.ts';
import { requirePortalProject } from '../service.ts';
import * as repository from './repository.ts';

export type PortalMeetingWhole = {
  readonly meeting: repository.PortalMeetingRecord;
  readonly attendees: readonly repository.PortalAttendeeRecord[];
  readonly agenda: readonly repository.PortalAgendaRecord[];
};

/** The meetings that the client of a project sees: those to come in order, then the past, latest first. */
export async function listMeetings(scope: PortalScope, projectId: ProjectId) {
  await requirePortalProject(scope, projectId);
  const rows = await repository.listMeetings(scope, projectId);
  const ids = rows.map(({ id }) => id);
  const attendees = groupedBy(
    await repository.listAttendees(scope, ids),
    ({ meeting_id }) => meeting_id,
  );
  const agenda = groupedBy(await repository.listAgenda(scope, ids), ({ meeting_id }) => meeting_id);
  const whole = rows.map(
    (meeting): PortalMeetingWhole => ({
      meeting,
      attendees: attendees.get(meeting.id) ?? [],
      agenda: agenda.get(meeting.id) ?? [],
    }),
  );
  const isComing = ({ meeting }: PortalMeetingWhole) =>
    meeting.starts_at.getTime() + meeting.minutes * 60_000 >= scope.now.getTime();
  return {
    coming: whole.filter(isComing),
    past: whole.filter((one) => !isComing(one)).reverse(),
  };
}
