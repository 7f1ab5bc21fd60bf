import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ContactId,
  Id,
  MemberId,
  NotificationId,
  ProjectId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type {
  ClientTopic,
  MailTime,
  NotificationTopic,
  TopicChoice,
} from '@evenkeel/core/notifications/topic';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { PortalLanguage } from '@evenkeel/core/words/language';
import type { ColumnType, Generated } from 'kysely';
import type { BigInteger, Optional, OptionalTimestamp, Row } from './tables.ts';

type Written<T> = ColumnType<T, T, never>;

export type NotificationTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<NotificationId>;
  created_at: ColumnType<Date, string | undefined, never>;
  member_id: Written<MemberId>;
  topic: Written<NotificationTopic>;
  key: Written<string>;
  subject_kind: ColumnType<SubjectKind | null, SubjectKind | null | undefined, never>;
  subject_id: ColumnType<Id<string> | null, Id<string> | null | undefined, never>;
  thread: ColumnType<'team' | 'client' | null, 'team' | 'client' | null | undefined, never>;
  title: Written<string>;
  body: Written<string>;
  path: Written<string>;
  /** Where its mail leads; null: where the notification does, or sent already. */
  mail_path: Optional<string>;
  language: Written<string>;
  actor_id: ColumnType<MemberId | null, MemberId | null | undefined, never>;
  is_shown: Generated<boolean>;
  read_at: OptionalTimestamp;
  mail: Written<MailTime>;
  mailed_at: OptionalTimestamp;
};

export type NotificationSettingTable = Row<Id<'notification-setting'>> & {
  member_id: Written<MemberId>;
  /** jsonb: written as text, so that an array is not taken for a PostgreSQL array. */
  choices: ColumnType<TopicChoice[], string, string>;
  digest_hour: Generated<number>;
  digest_on: Optional<CalendarDate>;
};

export type ChangeReadingTable = {
  workspace_id: Written<WorkspaceId>;
  /** bigint: a string from the driver. */
  change_id: BigInteger;
};

export type ContactLetterTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<Id<'contact-letter'>>;
  created_at: ColumnType<Date, string | undefined, never>;
  contact_id: Written<ContactId>;
  project_id: Written<ProjectId>;
  topic: Written<ClientTopic>;
  key: Written<string>;
  email: Written<string>;
  language: Written<PortalLanguage>;
  title: Written<string>;
  body: Written<string>;
  mailed_at: OptionalTimestamp;
};

/** What people are told, for the query builder. */
export type NotificationTables = {
  notification: NotificationTable;
  notification_setting: NotificationSettingTable;
  change_reading: ChangeReadingTable;
  contact_letter: ContactLetterTable;
};
