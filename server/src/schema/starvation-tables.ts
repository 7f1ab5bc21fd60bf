import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { Id, ProjectId, TaskId, WorkspaceId } from '@evenkeel/core/id';
import type { ColumnType } from 'kysely';
import type { Optional } from './tables.ts';

/** What a warning says, in ids: names are read when it is shown. */
export type StarvationFound = {
  readonly target: {
    readonly milestone: { readonly id: TaskId; readonly name: string } | null;
    readonly dueOn: CalendarDate;
    readonly remainingMinutes: number;
  };
  readonly forecast: {
    readonly paceMinutes: number;
    readonly paceBasisPoints: number | null;
    readonly finishWeek: CalendarDate | null;
    readonly lackingMinutes: number;
  };
  readonly promisedMinutes: number;
  readonly givenMinutes: number;
  readonly shortfallMinutes: number;
  readonly culprits: readonly { readonly projectId: ProjectId; readonly minutes: number }[];
  readonly unexplainedMinutes: number;
};

export type StarvationWarningTable = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  id: ColumnType<Id<'starvation-warning'>, Id<'starvation-warning'>, never>;
  version: ColumnType<number, never, never>;
  created_at: ColumnType<Date, never, never>;
  updated_at: ColumnType<Date, never, never>;
  project_id: ColumnType<ProjectId, ProjectId, never>;
  since: ColumnType<CalendarDate, CalendarDate, never>;
  reckoned_on: CalendarDate;
  ended_on: Optional<CalendarDate>;
  /** jsonb: written as text. */
  found: ColumnType<StarvationFound, string, string>;
};

/** Warnings, for the query builder. */
export type StarvationTables = { starvation_warning: StarvationWarningTable };
