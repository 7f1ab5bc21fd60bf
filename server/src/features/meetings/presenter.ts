import type {
  AgendaItemView,
  AgendaSuggestion,
  AttendeeView,
  MeetingRow,
  MeetingView,
} from '@evenkeel/contract/meetings';
import type { SubjectLink } from '@evenkeel/contract/subjects';
import { clockIn } from '@evenkeel/core/meetings/zoned-time';
import { subjectKey } from '@evenkeel/core/subject';
import { moment, optionalMoment, referenceOf } from '../../platform/db/values.ts';
import type { AgendaRecord } from './agenda/repository.ts';
import type { Suggestion } from './agenda/service.ts';
import type { AttendeeRecord } from './attendees/repository.ts';
import type { ListedMeeting } from './service.ts';

export function presentMeetingRow({ meeting, attendees }: ListedMeeting): MeetingRow {
  const clock = clockIn(moment(meeting.starts_at), meeting.time_zone);
  return {
    id: meeting.id,
    version: meeting.version,
    name: meeting.name,
    project:
      meeting.project_id === null || meeting.project_kind === null
        ? null
        : {
            id: meeting.project_id,
            name: meeting.project_name ?? '',
            kind: meeting.project_kind,
          },
    account: referenceOf(meeting.account_id, meeting.account_name),
    startsAt: moment(meeting.starts_at),
    on: clock.day,
    at: clock.time,
    minutes: meeting.minutes,
    timeZone: meeting.time_zone,
    place: meeting.place,
    link: meeting.link,
    state: meeting.state,
    isClientVisible: meeting.is_client_visible,
    isInvited: meeting.sequence !== null,
    organiser: { id: meeting.organiser_id, name: meeting.organiser_name },
    series:
      meeting.series_id === null || meeting.every_weeks === null || meeting.count === null
        ? null
        : { id: meeting.series_id, everyWeeks: meeting.every_weeks, count: meeting.count },
    attendees: attendees.map(presentAttendee),
  };
}

export type MeetingParts = {
  readonly items: readonly AgendaRecord[];
  readonly links: ReadonlyMap<string, SubjectLink>;
};

export function presentMeeting(listed: ListedMeeting, { items, links }: MeetingParts): MeetingView {
  const { meeting } = listed;
  return {
    ...presentMeetingRow(listed),
    purpose: meeting.purpose,
    outcome: meeting.outcome,
    subject: linkOf(meeting, links),
    decision: referenceOf(meeting.decision_id, meeting.decision_title),
    agenda: items.map((item) => presentItem(item, links)),
    deletedAt: optionalMoment(meeting.deleted_at),
  };
}

export function presentSuggestion(
  { kind, name, minutes, since, isClientVisible, subject }: Suggestion,
  links: ReadonlyMap<string, SubjectLink>,
): AgendaSuggestion[] {
  const link = links.get(subjectKey(subject));
  return link ? [{ kind, name, minutes, since, isClientVisible, subject: link }] : [];
}

function presentAttendee(attendee: AttendeeRecord): AttendeeView {
  const { name } = attendee;
  return {
    person: referenceOf(attendee.person_id, name),
    contact: referenceOf(attendee.contact_id, name),
    part: attendee.part,
    email: attendee.email,
  };
}

function presentItem(item: AgendaRecord, links: ReadonlyMap<string, SubjectLink>): AgendaItemView {
  return {
    id: item.id,
    version: item.version,
    name: item.name,
    minutes: item.minutes,
    subject: linkOf(item, links),
    presenter: referenceOf(item.person_id, item.person_name),
    isClientVisible: item.is_client_visible,
    outcome: item.outcome,
    decision: referenceOf(item.decision_id, item.decision_title),
  };
}

type Pointing = Pick<AgendaRecord, 'subject_kind' | 'subject_id'>;

/** What is gone is pointed to no more. */
function linkOf(
  { subject_kind: kind, subject_id: id }: Pointing,
  links: ReadonlyMap<string, SubjectLink>,
): SubjectLink | null {
  return kind === null || id === null ? null : (links.get(subjectKey({ kind, id })) ?? null);
}
