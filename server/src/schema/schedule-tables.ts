import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { LeaveState } from '@evenkeel/core/capacity/leave';
import type {
  BaselineId,
  CalendarExceptionId,
  CalendarId,
  LeaveId,
  MemberId,
  PersonId,
  ProjectId,
  TaskId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type {
  LagUnit,
  ScheduleEnd,
  Scheduling,
  TaskConstraint,
  TaskType,
} from '@evenkeel/core/projects/schedule-plan';
import type { PlanSplit } from '@evenkeel/core/projects/schedule-splits';
import type { ColumnType, Generated } from 'kysely';
import type { Json, Optional, OptionalTimestamp, Row, Timestamp } from './tables.ts';

export type CalendarTable = Row<CalendarId> & {
  name: string;
  week: Json;
  is_default: Generated<boolean>;
};
export type CalendarExceptionTable = Row<CalendarExceptionId> & {
  calendar_id: CalendarId;
  name: string;
  start_on: CalendarDate;
  end_on: CalendarDate;
  hours: Json;
  is_yearly: Generated<boolean>;
  public_place: Optional<string>;
};
export type LeaveTable = Row<LeaveId> & {
  person_id: PersonId;
  start_on: CalendarDate;
  end_on: CalendarDate;
  note: Generated<string>;
  is_half: Generated<boolean>;
  state: Generated<LeaveState>;
  requested_by: Optional<MemberId>;
  decided_by: Optional<MemberId>;
  decided_at: OptionalTimestamp;
  reason: Generated<string>;
};
export type BaselineTable = Row<BaselineId> & {
  project_id: ProjectId;
  name: string;
  taken_at: Timestamp;
  member_id: Optional<MemberId>;
  start_on: Optional<CalendarDate>;
  finish_on: Optional<CalendarDate>;
};
export type BaselineTaskTable = {
  workspace_id: WorkspaceId;
  baseline_id: BaselineId;
  task_id: TaskId;
  name: string;
  start_on: Optional<CalendarDate>;
  due_on: Optional<CalendarDate>;
  duration_minutes: Optional<number>;
  estimate_minutes: Optional<number>;
  is_milestone: boolean;
};

/** What people say about a task's place in time; `start_on` and `due_on` follow from it. */
export type TaskScheduleColumns = {
  scheduling: Generated<Scheduling>;
  constraint_type: Generated<TaskConstraint>;
  constraint_on: Optional<CalendarDate>;
  constraint_minute: Optional<number>;
  typed_due_on: Optional<CalendarDate>;
  duration_minutes: Optional<number>;
  splits: ColumnType<readonly PlanSplit[], readonly PlanSplit[] | string | undefined, string>;
  task_type: Generated<TaskType>;
  is_effort_driven: Generated<boolean>;
  deadline_on: Optional<CalendarDate>;
  percent_complete: Generated<number>;
  actual_start_on: Optional<CalendarDate>;
  calendar_id: Optional<CalendarId>;
  schedule_priority: Generated<number>;
};
export type ProjectScheduleColumns = {
  calendar_id: Optional<CalendarId>;
  schedule_from: Generated<ScheduleEnd>;
  honours_constraints: Generated<boolean>;
  status_on: Optional<CalendarDate>;
};
export type LagColumns = { lag_unit: Generated<LagUnit>; lag_percent: Generated<number> };

/** When work is done, and kept copies of plans. */
export type ScheduleTables = {
  calendar: CalendarTable;
  calendar_exception: CalendarExceptionTable;
  leave: LeaveTable;
  baseline: BaselineTable;
  baseline_task: BaselineTaskTable;
};
