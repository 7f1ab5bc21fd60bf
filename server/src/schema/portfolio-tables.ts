import type { CalendarDate, CalendarMonth } from '@evenkeel/core/calendar-date';
import type {
  DealId,
  GoalId,
  Id,
  MemberId,
  PortfolioChoiceId,
  PortfolioDecisionId,
  PortfolioRunId,
  ProjectId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { Yardstick } from '@evenkeel/core/portfolio-choice/choice';
import type { Verdict } from '@evenkeel/core/portfolio-choice/decision';
import type { DealHours } from '@evenkeel/core/portfolio-choice/sources';
import type { ColumnType, Generated } from 'kysely';
import type {
  Json,
  Numbered,
  Optional,
  OptionalBigInteger,
  OptionalTimestamp,
  Row,
  Timestamp,
} from './tables.ts';

export type PortfolioChoiceTable = Row<PortfolioChoiceId> &
  Numbered & {
    created_by: MemberId;
    name: string;
    note: Generated<string>;
    first_month: CalendarMonth;
    month_count: number;
    maximise: Yardstick;
    least_contribution: Optional<number>;
    least_margin: OptionalBigInteger;
    deal_hours: DealHours;
    usual_months: number;
    deal_delay_months: number;
    initiative_delay_months: number;
    reserve_share: Generated<number>;
    least_initiative_minutes: Optional<number>;
    least_initiative_spend: OptionalBigInteger;
    cash_floors: ColumnType<unknown, string | undefined, string>;
    is_put_away: Generated<boolean>;
    decided_at: OptionalTimestamp;
    decided_by: Optional<MemberId>;
    decision_note: Generated<string>;
  };
export type PortfolioGoalWeightTable = Row<Id<'portfolio-goal-weight'>> & {
  choice_id: PortfolioChoiceId;
  goal_id: GoalId;
  weight: number;
};
export type PortfolioRuleTable = Row<Id<'portfolio-rule'>> & {
  choice_id: PortfolioChoiceId;
  deal_id: Optional<DealId>;
  project_id: Optional<ProjectId>;
  first_month: Optional<CalendarMonth>;
  last_month: Optional<CalendarMonth>;
  is_mandatory: Generated<boolean>;
  exclusive_group: Generated<string>;
  requires: Json;
  pin: Optional<'in' | 'out'>;
  pin_month: Optional<CalendarMonth>;
  pin_reason: Generated<string>;
  pinned_by: Optional<MemberId>;
  pinned_at: OptionalTimestamp;
};
export type PortfolioRunTable = Row<PortfolioRunId> &
  Numbered & {
    choice_id: PortfolioChoiceId;
    created_by: MemberId;
    state: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>;
    seed: number;
    seconds: number;
    engine_version: number;
    problem_hash: Optional<string>;
    started_at: OptionalTimestamp;
    finished_at: OptionalTimestamp;
    failure: Optional<string>;
  };
export type PortfolioResultTable = {
  workspace_id: WorkspaceId;
  run_id: PortfolioRunId;
  input: Json;
  result: ColumnType<unknown, string | null | undefined, string | null>;
  outcome: ColumnType<unknown, string | null | undefined, string | null>;
};
export type PortfolioProgressTable = {
  workspace_id: WorkspaceId;
  run_id: PortfolioRunId;
  progress: ColumnType<unknown, string | null | undefined, string | null>;
  is_cancelled: Generated<boolean>;
  heartbeat_at: ColumnType<Date, Date | undefined, Date>;
};
export type PortfolioDecisionTable = Row<PortfolioDecisionId> & {
  choice_id: PortfolioChoiceId;
  run_id: PortfolioRunId;
  deal_id: Optional<DealId>;
  project_id: Optional<ProjectId>;
  verdict: Verdict;
  month: Optional<CalendarMonth>;
  start_on: Optional<CalendarDate>;
  end_on: Optional<CalendarDate>;
  was_proposed: boolean;
  reason: Generated<string>;
  decided_by: MemberId;
  decided_at: Timestamp;
  held: Json;
  taken_back_at: OptionalTimestamp;
};

/** Choosing the portfolio. */
export type PortfolioTables = {
  portfolio_choice: PortfolioChoiceTable;
  portfolio_goal_weight: PortfolioGoalWeightTable;
  portfolio_rule: PortfolioRuleTable;
  portfolio_run: PortfolioRunTable;
  portfolio_result: PortfolioResultTable;
  portfolio_progress: PortfolioProgressTable;
  portfolio_decision: PortfolioDecisionTable;
};
