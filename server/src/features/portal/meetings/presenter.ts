import type { PortalMeeting } from '@evenkeel/contract/portal/meetings';
import { moment } from '../../../platform/db/values.ts';
import type { PortalMeetingWhole } from './service.ts';

export function presentPortalMeeting({
  meeting,
  attendees,
  agenda,
}: PortalMeetingWhole): PortalMeeting {
  return {
    id: meeting.id,
    name: meeting.name,
    startsAt: moment(meeting.starts_at),
    minutes: meeting.minutes,
    timeZone: meeting.time_zone,
    place: meeting.place,
    link: meeting.link,
    state: meeting.state,
    outcome: meeting.outcome,
    attendees: attendees.map(({ name, part }) => ({ name, part })),
    agenda: agenda.map(({ name, minutes, outcome }) => ({ name, minutes, outcome })),
  };
}
