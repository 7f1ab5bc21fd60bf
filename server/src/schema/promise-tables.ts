import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  Id,
  MemberId,
  ProjectId,
  PromiseId,
  PromisePlanId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { SchedulePlan } from '@evenkeel/core/projects/schedule-plan';
import type { PromiseChannel, PromiseWhat } from '@evenkeel/core/promises/promise';
import type { SubjectKind } from '@evenkeel/core/subject';
import type { ColumnType, Generated } from 'kysely';
import type { DecisionTables } from './decision-tables.ts';
import type { DelayNoticeTables } from './delay-notice-tables.ts';

type Written<T> = ColumnType<T, T, never>;
type OptionalWritten<T> = ColumnType<T | null, T | null | undefined, never>;

/** A version of a promise: written once. */
export type PromiseTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<PromiseId>;
  version: ColumnType<number, never, never>;
  created_at: ColumnType<Date, never, never>;
  updated_at: ColumnType<Date, never, never>;
  project_id: Written<ProjectId>;
  subject_kind: Written<SubjectKind>;
  subject_id: Written<Id<string>>;
  what: Written<PromiseWhat>;
  number: Written<number>;
  day: OptionalWritten<CalendarDate>;
  amount: ColumnType<string | null, number | null | undefined, never>;
  wording: Written<string>;
  done_on: OptionalWritten<CalendarDate>;
  is_shown: ColumnType<boolean, boolean | undefined, never>;
  channel: Written<PromiseChannel>;
  told_at: ColumnType<Date, Date, never>;
  told_to: ColumnType<string[], string[] | undefined, never>;
  told_by: OptionalWritten<MemberId>;
  source_kind: OptionalWritten<SubjectKind>;
  source_id: OptionalWritten<Id<string>>;
  plan_id: OptionalWritten<PromisePlanId>;
};

/** The plan from which days were told. */
export type PromisePlanTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<PromisePlanId>;
  project_id: Written<ProjectId>;
  taken_at: ColumnType<Date, Date, never>;
  hash: Written<string>;
  /** jsonb: written as text, once. */
  plan: ColumnType<SchedulePlan, string, never>;
};

/** Working days that a forecast may slip before a notice is due; a column of the project. */
export type ProjectPromiseColumns = { delay_tolerance_days: Generated<number> };

/** The promise ledger, delay notices and decisions, for the query builder. */
export type PromiseTables = {
  promise: PromiseTable;
  promise_plan: PromisePlanTable;
} & DelayNoticeTables &
  DecisionTables;
