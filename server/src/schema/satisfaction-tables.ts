import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  CustomerMetricId,
  MemberId,
  ProjectId,
  SatisfactionId,
  TaskId,
} from '@evenkeel/core/id';
import type { SatisfactionOccasion, Score } from '@evenkeel/core/satisfaction/satisfaction';
import type { KpiDirection } from '@evenkeel/core/strategy/kpi';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp, Row, Timestamp } from './tables.ts';

/** numeric: a string from the driver, a number as it is written. */
type OptionalNumeric = ColumnType<string | null, number | null | undefined, number | null>;

export type SatisfactionTable = Row<SatisfactionId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  occasion: SatisfactionOccasion;
  milestone_id: Optional<TaskId>;
  milestone_name: Optional<string>;
  member_id: ColumnType<MemberId, MemberId, never>;
  asked_at: Timestamp;
  asked_by: Optional<MemberId>;
  reminded_at: OptionalTimestamp;
  expires_at: Timestamp;
  score: Optional<Score>;
  comment: Generated<string>;
  answered_at: OptionalTimestamp;
  channel: Optional<'mail' | 'portal'>;
  follow_up_id: Optional<TaskId>;
};

export type CustomerMetricTable = Row<CustomerMetricId> & {
  project_id: ColumnType<ProjectId, ProjectId, never>;
  task_id: ColumnType<TaskId, TaskId, never>;
  name: string;
  unit: Generated<string>;
  direction: Generated<KpiDirection>;
  baseline: OptionalNumeric;
  target: OptionalNumeric;
  measured: OptionalNumeric;
  measured_on: Optional<CalendarDate>;
  is_client_visible: Generated<boolean>;
};

/** What clients rate and measure, for the query builder. */
export type SatisfactionTables = {
  satisfaction: SatisfactionTable;
  customer_metric: CustomerMetricTable;
};
