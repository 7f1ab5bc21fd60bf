import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { ProjectId, WorkspaceId } from '@evenkeel/core/id';
import type { ColumnType, Generated } from 'kysely';
import type { Optional, OptionalTimestamp } from './tables.ts';

export type ForecastTable = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  project_id: ColumnType<ProjectId, ProjectId, never>;
  attempt: Generated<number>;
  state: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>;
  samples: number;
  seed: number;
  is_levelled: Generated<boolean>;
  done: Generated<number>;
  is_cancelled: Generated<boolean>;
  failure: Optional<string>;
  made_at: OptionalTimestamp;
  made_for: Optional<CalendarDate>;
  plan_hash: Optional<string>;
  p80_on: Optional<CalendarDate>;
  /** jsonb: written as text. */
  result: ColumnType<unknown, string | null | undefined, string | null>;
};

/** Columns of `task` that forecasts read. */
export type TaskEstimateColumns = {
  optimistic_minutes: Optional<number>;
  pessimistic_minutes: Optional<number>;
};

/** What is forecast, for the query builder. */
export type ForecastTables = { forecast: ForecastTable };
