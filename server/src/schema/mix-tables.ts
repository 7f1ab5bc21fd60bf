import type { Quarter } from '@evenkeel/core/balance/mix';
import type { CashMonth, MeasuredMix } from '@evenkeel/core/balance/mix-measures';
import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  Id,
  MemberId,
  MixReviewId,
  PersonId,
  ProjectId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalBigInteger } from './tables.ts';

/** What a review saw on its day. */
export type MixSeenRecord = {
  readonly quarters: readonly (Quarter & { readonly measures: readonly MeasuredMix[] })[];
  readonly cash: readonly CashMonth[];
  readonly starving: readonly {
    readonly initiative: { readonly id: ProjectId; readonly name: string };
    readonly dueOn: CalendarDate;
    readonly finishWeek: CalendarDate | null;
  }[];
  readonly overdueLoans: readonly {
    readonly reason: string;
    readonly payBackOn: CalendarDate;
    readonly outstandingMinutes: number;
  }[];
};

type Row<I extends string> = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  id: ColumnType<I, I, never>;
  version: ColumnType<number, never, never>;
  created_at: ColumnType<Date, never, never>;
  updated_at: ColumnType<Date, never, Date>;
};

/** Targets of the mix, columns of the workspace. */
export type MixTargetColumns = {
  money_share_target: Optional<number>;
  money_share_tolerance: Generated<number>;
  people_share_target: Optional<number>;
  people_share_tolerance: Generated<number>;
  client_cash_floor: OptionalBigInteger;
};

export type MixReviewTable = Row<MixReviewId> & {
  held_on: ColumnType<CalendarDate, CalendarDate, never>;
  held_by: ColumnType<MemberId, MemberId, never>;
  summary: Generated<string>;
  next_review_on: Optional<CalendarDate>;
  /** jsonb: written as text, once. */
  seen: ColumnType<MixSeenRecord, string, never>;
};

export type MixDecisionTable = Row<Id<'mix-decision'>> & {
  review_id: ColumnType<MixReviewId, MixReviewId, never>;
  decision: string;
  owner_id: Optional<PersonId>;
  due_on: Optional<CalendarDate>;
  outcome: Generated<string>;
  is_closed: Generated<boolean>;
};

/** Reviews of the mix, for the query builder. */
export type MixTables = { mix_review: MixReviewTable; mix_decision: MixDecisionTable };
