import type { AgreementSide } from '@evenkeel/core/agreements/agreement';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ChangeEffect,
  ChangeState,
  ChangeWork,
} from '@evenkeel/core/change-requests/change-request';
import type { ChangeRequestId, MemberId, ProjectId } from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalBigInteger, OptionalTimestamp, Row, Timestamp } from './tables.ts';

/** What the client is shown of an effect: dates of what they see, and the price. */
export type ShownEffect = {
  readonly price: number | null;
  readonly endBefore: CalendarDate | null;
  readonly endAfter: CalendarDate | null;
  readonly milestones: readonly {
    readonly name: string;
    readonly before: CalendarDate | null;
    readonly after: CalendarDate | null;
  }[];
};

export type ChangeRequestTable = Row<ChangeRequestId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  name: string;
  wanted: Generated<string>;
  side: ColumnType<AgreementSide, AgreementSide, never>;
  asked_by: ColumnType<MemberId, MemberId, never>;
  asked_name: ColumnType<string, string, never>;
  state: Generated<ChangeState>;
  state_since: Timestamp;
  /** jsonb: written as text. */
  work: ColumnType<readonly ChangeWork[], string | undefined, string>;
  given_price: OptionalBigInteger;
  effect: ColumnType<ChangeEffect | null, string | null | undefined, string | null>;
  shown: ColumnType<ShownEffect | null, string | null | undefined, string | null>;
  sent_at: OptionalTimestamp;
  stale_reasons: ColumnType<readonly string[], string | undefined, string>;
  decided_at: OptionalTimestamp;
  decided_by: Optional<MemberId>;
  decided_name: Generated<string>;
  reason: Generated<string>;
};

/** Change requests, for the query builder. */
export type ChangeRequestTables = { change_request: ChangeRequestTable };
