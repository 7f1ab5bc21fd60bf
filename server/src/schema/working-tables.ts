import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ApprovalDecision,
  DeliverableState,
  VersionState,
} from '@evenkeel/core/deliverables/deliverable';
import type {
  ApprovalId,
  ClientDutyId,
  ContactId,
  DeliverableId,
  DeliverableVersionId,
  FileId,
  Id,
  MemberId,
  ProjectId,
  TaskId,
} from '@evenkeel/core/id';
import type { DutyKind, DutyState } from '@evenkeel/core/waits/duty';
import type { ColumnType, Generated } from 'kysely';
import type { AgreementTables } from './agreement-tables.ts';
import type { ChangeRequestTables } from './change-request-tables.ts';
import type { Optional, OptionalTimestamp, Row, Timestamp } from './tables.ts';

export type ClientDutyTable = Row<ClientDutyId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  task_id: ColumnType<TaskId, TaskId, never>;
  kind: DutyKind;
  contact_id: ContactId;
  due_on: CalendarDate;
  details: Generated<string>;
  state: Generated<DutyState>;
  state_since: Timestamp;
  answer: Generated<string>;
  answered_at: OptionalTimestamp;
  answered_by: Optional<MemberId>;
  sent_back_reason: Generated<string>;
  reminded_day: Optional<number>;
};
export type DeliverableTable = Row<DeliverableId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  milestone_id: Optional<TaskId>;
  name: string;
  description: Generated<string>;
  state: Generated<DeliverableState>;
  state_since: Timestamp;
};
export type DeliverableVersionTable = Row<DeliverableVersionId> & {
  deliverable_id: ColumnType<DeliverableId, DeliverableId, never>;
  number: ColumnType<number, number, never>;
  note: Generated<string>;
  state: Generated<VersionState>;
  asked_at: OptionalTimestamp;
  asked_by: Optional<MemberId>;
  due_on: Optional<CalendarDate>;
  decided_at: OptionalTimestamp;
  manifest_hash: Optional<string>;
};
export type DeliverableFileTable = Row<Id<'deliverable-file'>> & {
  deliverable_id: ColumnType<DeliverableId, DeliverableId, never>;
  version_id: ColumnType<DeliverableVersionId, DeliverableVersionId, never>;
  file_id: ColumnType<FileId, FileId, never>;
  name: string;
  byte_size: number;
  sha256: string;
};
export type ApprovalTable = Row<ApprovalId> & {
  deliverable_id: ColumnType<DeliverableId, DeliverableId, never>;
  version_id: ColumnType<DeliverableVersionId, DeliverableVersionId, never>;
  contact_id: ContactId;
  duty_id: Optional<ClientDutyId>;
  decision: Optional<ApprovalDecision>;
  reason: Generated<string>;
  decided_at: OptionalTimestamp;
  decided_by: Optional<MemberId>;
  decided_name: Generated<string>;
  manifest_hash: Optional<string>;
  task_id: Optional<TaskId>;
};

/** What firm and client do together on a project, for the query builder. */
export type WorkingTables = AgreementTables &
  ChangeRequestTables & {
    client_duty: ClientDutyTable;
    deliverable: DeliverableTable;
    deliverable_version: DeliverableVersionTable;
    deliverable_file: DeliverableFileTable;
    approval: ApprovalTable;
  };
