import type {
  AccountId,
  AgendaItemId,
  ContactId,
  DecisionId,
  Id,
  MeetingId,
  MeetingSeriesId,
  MemberId,
  PersonId,
  ProjectId,
} from '@evenkeel/core/id';
import type { AttendeePart, MeetingState } from '@evenkeel/core/meetings/meeting';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row, Timestamp, Trash } from './tables.ts';

export type MeetingSeriesTable = Row<MeetingSeriesId> & {
  every_weeks: ColumnType<number, number, never>;
  count: ColumnType<number, number, never>;
};

export type MeetingTable = Row<MeetingId> &
  Trash & {
    name: string;
    purpose: Generated<string>;
    project_id: Optional<ProjectId>;
    account_id: Optional<AccountId>;
    starts_at: Timestamp;
    minutes: number;
    time_zone: string;
    place: Generated<string>;
    link: Generated<string>;
    state: Generated<MeetingState>;
    is_client_visible: Generated<boolean>;
    outcome: Generated<string>;
    organiser_id: MemberId;
    sequence: Optional<number>;
    series_id: Optional<MeetingSeriesId>;
    planned_at: OptionalTimestamp;
    subject_kind: Optional<SubjectKind>;
    subject_id: Optional<Id<string>>;
    decision_id: Optional<DecisionId>;
  };

export type MeetingAttendeeTable = Row<Id<'meeting-attendee'>> & {
  meeting_id: ColumnType<MeetingId, MeetingId, never>;
  person_id: Optional<PersonId>;
  contact_id: Optional<ContactId>;
  part: Generated<AttendeePart>;
};

export type AgendaItemTable = Row<AgendaItemId> & {
  meeting_id: ColumnType<MeetingId, MeetingId, never>;
  position: number;
  name: string;
  minutes: number;
  subject_kind: Optional<SubjectKind>;
  subject_id: Optional<Id<string>>;
  person_id: Optional<PersonId>;
  is_client_visible: Generated<boolean>;
  outcome: Generated<string>;
  decision_id: Optional<DecisionId>;
};

export type CalendarFeedTable = Row<Id<'calendar-feed'>> & {
  member_id: ColumnType<MemberId, MemberId, never>;
  token_hash: string;
};

/** Meetings, agendas and calendars, for the query builder. */
export type MeetingTables = {
  meeting_series: MeetingSeriesTable;
  meeting: MeetingTable;
  meeting_attendee: MeetingAttendeeTable;
  agenda_item: AgendaItemTable;
  calendar_feed: CalendarFeedTable;
};
