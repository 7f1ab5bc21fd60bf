import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ActionId,
  AnalysisBoardId,
  AssumptionId,
  BenefitId,
  CostItemId,
  GoalId,
  Id,
  InsightId,
  KpiId,
  PersonId,
  ProjectId,
  RankingCriterionId,
  RoleId,
  StakeholderId,
  StrategicPlanId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { BoardKind } from '@evenkeel/core/strategy/analysis-board';
import type { AssumptionOperator } from '@evenkeel/core/strategy/assumption';
import type {
  BenefitNature,
  BenefitOutcome,
  BenefitPeriod,
  BenefitTiming,
} from '@evenkeel/core/strategy/benefit';
import type { CostKind, CostPeriod } from '@evenkeel/core/strategy/initiative-cost';
import type { RankingMeasure } from '@evenkeel/core/strategy/ranking';
import type { Influence, Stance } from '@evenkeel/core/strategy/stakeholder';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { ColumnType, Generated } from 'kysely';

type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** bigint: a string from the driver; `integer` reads it. */
type OptionalBigInteger = ColumnType<
  string | null,
  number | string | null | undefined,
  number | string | null
>;
type Row<I extends string> = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  id: ColumnType<I, I, never>;
  version: ColumnType<number, never, never>;
  created_at: ColumnType<Date, never, never>;
  updated_at: ColumnType<Date, never, never>;
};
type CasePart<I extends string> = Row<I> & { project_id: ColumnType<ProjectId, ProjectId, never> };

export type BenefitTable = CasePart<BenefitId> & {
  name: string;
  nature: BenefitNature;
  timing: BenefitTiming;
  amount: OptionalBigInteger;
  period: Generated<BenefitPeriod>;
  due_on: Optional<CalendarDate>;
  measured_by: Generated<string>;
  outcome: Generated<BenefitOutcome>;
  actual_amount: OptionalBigInteger;
  outcome_note: Generated<string>;
};
export type CostItemTable = CasePart<CostItemId> & {
  name: string;
  kind: CostKind;
  amount: OptionalBigInteger;
  period: Optional<CostPeriod>;
  role_id: Optional<RoleId>;
  minutes: Optional<number>;
  starts_on: Optional<CalendarDate>;
  ends_on: Optional<CalendarDate>;
};
export type AssumptionTable = CasePart<AssumptionId> & {
  name: string;
  kpi_id: Optional<KpiId>;
  operator: Generated<AssumptionOperator>;
  threshold: OptionalBigInteger;
  note: Generated<string>;
};
export type StakeholderTable = CasePart<StakeholderId> & {
  name: string;
  person_id: Optional<PersonId>;
  stance: Generated<Stance>;
  influence: Generated<Influence>;
  concern: Generated<string>;
  response: Generated<string>;
  adoption_measure: Generated<string>;
  adoption_target: Optional<number>;
  adoption_actual: Optional<number>;
};

export type RankingCriterionTable = Row<RankingCriterionId> & {
  measure: RankingMeasure;
  name: string;
  question: Generated<string>;
  weight: number;
  position: number;
};
export type InitiativeScoreTable = CasePart<Id<'initiative-score'>> & {
  criterion_id: RankingCriterionId;
  score: number;
};

type OptionalMoment = ColumnType<Date | null, Date | string | null | undefined, Date | null>;

export type ActionTable = Row<ActionId> & {
  deleted_at: OptionalMoment;
  subject_kind: SubjectKind;
  subject_id: Id<string>;
  name: string;
  notes: Generated<string>;
  owner_id: Optional<PersonId>;
  due_on: Optional<CalendarDate>;
  done_on: Optional<CalendarDate>;
};
export type AnalysisBoardTable = Row<AnalysisBoardId> & {
  deleted_at: OptionalMoment;
  number: ColumnType<number, number, never>;
  kind: ColumnType<BoardKind, BoardKind, never>;
  name: string;
  plan_id: Optional<StrategicPlanId>;
  competitors: Generated<string[]>;
  archived_at: OptionalMoment;
};
export type InsightTable = Row<InsightId> & {
  deleted_at: OptionalMoment;
  board_id: ColumnType<AnalysisBoardId, AnalysisBoardId, never>;
  section: string;
  name: string;
  weight: Generated<number>;
  author_id: Optional<PersonId>;
  noted_on: CalendarDate;
  position: Generated<number>;
  /** jsonb: written as text. */
  levels: ColumnType<unknown, string | undefined, string>;
  share: Optional<number>;
  growth: Optional<number>;
};
export type InsightLinkTable = Row<Id<'insight-link'>> & {
  insight_id: ColumnType<InsightId, InsightId, never>;
  goal_id: ColumnType<GoalId | null, GoalId | null, never>;
  project_id: ColumnType<ProjectId | null, ProjectId | null, never>;
};

/** The tables of initiatives beside their project. */
export type StrategyTables = {
  benefit: BenefitTable;
  cost_item: CostItemTable;
  stakeholder: StakeholderTable;
  assumption: AssumptionTable;
  ranking_criterion: RankingCriterionTable;
  initiative_score: InitiativeScoreTable;
  action: ActionTable;
  analysis_board: AnalysisBoardTable;
  insight: InsightTable;
  insight_link: InsightLinkTable;
};
