import type {
  AgreementContent,
  AgreementSide,
  AgreementState,
} from '@evenkeel/core/agreements/agreement';
import type { Id, MemberId, ProjectId, WorkingAgreementId } from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row, Timestamp } from './tables.ts';

export type WorkingAgreementTable = Row<WorkingAgreementId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  number: ColumnType<number, number, never>;
  state: Generated<AgreementState>;
  /** jsonb: written as text. */
  content: ColumnType<AgreementContent, string, string>;
  content_hash: string;
  proposed_at: OptionalTimestamp;
  proposed_by: Optional<MemberId>;
  agreed_at: OptionalTimestamp;
};
export type AcknowledgementTable = Row<Id<'acknowledgement'>> & {
  agreement_id: ColumnType<WorkingAgreementId, WorkingAgreementId, never>;
  side: ColumnType<AgreementSide, AgreementSide, never>;
  member_id: ColumnType<MemberId, MemberId, never>;
  name: string;
  content_hash: string;
  acknowledged_at: Timestamp;
};

/** Working agreements, for the query builder. */
export type AgreementTables = {
  working_agreement: WorkingAgreementTable;
  acknowledgement: AcknowledgementTable;
};
