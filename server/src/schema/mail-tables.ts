import type {
  CommentId,
  Id,
  InboundMailId,
  InteractionId,
  MailAddressId,
  MemberId,
  UploadId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { MailState } from '@evenkeel/core/mail/inbound';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row } from './tables.ts';

type Written<T> = ColumnType<T, T, never>;

export type MailAddressTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<MailAddressId>;
  created_at: ColumnType<Date, never, never>;
  purpose: Written<'reply' | 'record'>;
  member_id: Written<MemberId | null>;
  subject_kind: Written<SubjectKind>;
  subject_id: Written<Id<string>>;
  thread: Written<'team' | 'client'>;
};

export type InboundMailTable = Row<InboundMailId> & {
  address_id: Written<MailAddressId>;
  message_id: Written<string>;
  from_address: Written<string>;
  from_name: Written<string>;
  sent_at: OptionalTimestamp;
  name: string;
  body: Generated<string>;
  state: MailState;
  reason: Generated<string>;
  subject_kind: Written<SubjectKind>;
  subject_id: Written<Id<string>>;
  comment_id: Optional<CommentId>;
  interaction_id: Optional<InteractionId>;
  decided_by: Optional<MemberId>;
  decided_at: OptionalTimestamp;
};

export type InboundMailFileTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<Id<'inbound-mail-file'>>;
  mail_id: Written<InboundMailId>;
  name: Written<string>;
  content_id: Written<UploadId>;
};

/** Mail that comes in, for the query builder. */
export type MailTables = {
  mail_address: MailAddressTable;
  inbound_mail: InboundMailTable;
  inbound_mail_file: InboundMailFileTable;
};
