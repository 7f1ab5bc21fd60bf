import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LevellingRunId, MemberId, ProjectId, TaskId, WorkspaceId } from '@evenkeel/core/id';
import type { ShapeGap } from '@evenkeel/core/schedule/levelling/multi-project/activity-of';
import type { ColumnType, Generated } from 'kysely';
import type { Json, Numbered, Optional, OptionalTimestamp, Row } from './tables.ts';

export type LevellingRunTable = Row<LevellingRunId> &
  Numbered & {
    created_by: MemberId;
    state: Generated<'queued' | 'running' | 'done' | 'failed' | 'cancelled'>;
    seed: number;
    max_schedules: number;
    engine_version: number;
    problem_hash: Optional<string>;
    started_at: OptionalTimestamp;
    finished_at: OptionalTimestamp;
    failure: Optional<string>;
    result: ColumnType<unknown, string | null | undefined, string | null>;
    is_discarded: Generated<boolean>;
  };
export type LevellingProgressTable = {
  workspace_id: WorkspaceId;
  run_id: LevellingRunId;
  schedules: Generated<number>;
  end_on: Optional<CalendarDate>;
  is_cancelled: Generated<boolean>;
  heartbeat_at: ColumnType<Date, Date | undefined, Date>;
};
export type LevellingProposalTable = {
  workspace_id: WorkspaceId;
  run_id: LevellingRunId;
  task_id: TaskId;
  project_id: ProjectId;
  position: number;
  start_before: Optional<CalendarDate>;
  due_before: Optional<CalendarDate>;
  start_on: CalendarDate;
  due_on: CalendarDate;
  is_moved: boolean;
  not_before: Optional<CalendarDate>;
  deadline_on: Optional<CalendarDate>;
  reason: Json;
  gap: Optional<ShapeGap>;
  state: Generated<'open' | 'accepted' | 'taken-back'>;
  held: ColumnType<unknown, string | null | undefined, string | null>;
  seen: ColumnType<unknown, string | null | undefined, string | null>;
  written: ColumnType<unknown, string | null | undefined, string | null>;
};

/** Levelling of all projects at once. */
export type LevellingTables = {
  levelling_run: LevellingRunTable;
  levelling_progress: LevellingProgressTable;
  levelling_proposal: LevellingProposalTable;
};
