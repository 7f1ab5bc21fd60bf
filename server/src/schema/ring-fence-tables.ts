import type {
  ReserveEntryKind,
  ReserveMeasure,
  RingFenceScope,
} from '@evenkeel/core/balance/ring-fence';
import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import type {
  MemberId,
  PersonId,
  ProjectId,
  ReserveEntryId,
  ReserveLoanId,
  RingFenceId,
  RoleId,
  TeamId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { ColumnType } from 'kysely';
import type { BigInteger, Optional } from './tables.ts';

type Row<I extends string> = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  id: ColumnType<I, I, never>;
  created_at: ColumnType<Date, never, never>;
};
type Versioned<I extends string> = Row<I> & {
  version: ColumnType<number, never, never>;
  updated_at: ColumnType<Date, never, never>;
};

export type RingFenceTable = Versioned<RingFenceId> & {
  name: string;
  scope_kind: RingFenceScope['kind'];
  team_id: Optional<TeamId>;
  role_id: Optional<RoleId>;
  person_id: Optional<PersonId>;
  to_month: Optional<CalendarMonth>;
};

export type RingFenceTermTable = Versioned<string> & {
  ring_fence_id: ColumnType<RingFenceId, RingFenceId, never>;
  from_month: ColumnType<CalendarMonth, CalendarMonth, never>;
  share: Optional<number>;
  minutes_per_month: Optional<number>;
  money: BigInteger;
};

export type ReserveLoanTable = Versioned<ReserveLoanId> & {
  ring_fence_id: ColumnType<RingFenceId, RingFenceId, never>;
  measure: ReserveMeasure;
  approver_id: MemberId;
  reason: string;
  pay_back_on: CalendarDate;
  project_id: Optional<ProjectId>;
};

/** Lines of the ledger: only ever added. */
export type ReserveEntryTable = Row<ReserveEntryId> & {
  ring_fence_id: ColumnType<RingFenceId, RingFenceId, never>;
  loan_id: ColumnType<ReserveLoanId | null, ReserveLoanId | null, never>;
  member_id: ColumnType<MemberId | null, MemberId | null, never>;
  kind: ColumnType<ReserveEntryKind, ReserveEntryKind, never>;
  measure: ColumnType<ReserveMeasure, ReserveMeasure, never>;
  month: ColumnType<CalendarMonth, CalendarMonth, never>;
  amount: ColumnType<string, number, never>;
  booked_on: ColumnType<CalendarDate, CalendarDate, never>;
};

/** The strategic reserve, for the query builder. */
export type RingFenceTables = {
  ring_fence: RingFenceTable;
  ring_fence_term: RingFenceTermTable;
  reserve_loan: ReserveLoanTable;
  reserve_entry: ReserveEntryTable;
};
