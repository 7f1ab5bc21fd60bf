import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type { AccountId, Id, ImportId, MemberId, ProjectId, WorkspaceId } from '@evenkeel/core/id';
import type { Delimiter } from '@evenkeel/core/imports/delimiter';
import type { TextEncoding } from '@evenkeel/core/imports/encoding';
import type { ImportKind } from '@evenkeel/core/imports/kinds';
import type { TaskListFormat } from '@evenkeel/core/imports/task-list';
import type { ProjectKind } from '@evenkeel/core/projects/template';
import type { ColumnType, Generated } from 'kysely';

type Written<T> = ColumnType<T, T, never>;
type Moment = ColumnType<Date, never, never>;
type OptionalMoment = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** jsonb: written as text, so that an array is not taken for a PostgreSQL array. */
type JsonText = ColumnType<unknown, string, string>;

export type ImportTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<ImportId>;
  version: ColumnType<number, never, never>;
  created_at: Moment;
  updated_at: Moment;
  number: Written<number>;
  created_by: Written<MemberId>;
  kind: Generated<'records' | 'tasks'>;
  state: Generated<'draft' | 'running' | 'done' | 'failed' | 'cancelled' | 'undone'>;
  choices: ColumnType<unknown, string | undefined, string>;
  attempt: Generated<number>;
  started_at: OptionalMoment;
  finished_at: OptionalMoment;
  hand_offs_from: ColumnType<
    CalendarDate | null,
    CalendarDate | null | undefined,
    CalendarDate | null
  >;
  failure: ColumnType<string | null, string | null | undefined, string | null>;
  result: ColumnType<unknown, string | null | undefined, string | null>;
};

export type ImportFileTable = {
  workspace_id: Written<WorkspaceId>;
  id: Written<Id<'import-file'>>;
  created_at: Moment;
  import_id: Written<ImportId>;
  /** Counts up when a person changes the mapping; 1 while it is as recognised. */
  revision: Generated<number>;
  name: string;
  byte_size: number;
  /** The file as it was dropped, gzipped. */
  content: Written<Buffer>;
  encoding: TextEncoding;
  delimiter: Delimiter;
  row_count: number;
  kind: ImportKind | null;
  confidence: number;
  is_remembered: Generated<boolean>;
  is_dictionary: Generated<boolean>;
  columns: JsonText;
};

export type ImportRunTable = {
  workspace_id: Written<WorkspaceId>;
  import_id: Written<ImportId>;
  attempt: number;
  phase: Generated<'checking' | 'writing'>;
  done: Generated<number>;
  total: Generated<number>;
  is_cancelled: Generated<boolean>;
  heartbeat_at: ColumnType<Date, Date | undefined, Date>;
};

export type ImportMemoryTable = {
  workspace_id: Written<WorkspaceId>;
  signature: Written<string>;
  kind: ImportKind;
  columns: JsonText;
  choices: JsonText;
  updated_at: ColumnType<Date, Date | undefined, Date>;
};

export type TaskListTable = {
  workspace_id: Written<WorkspaceId>;
  import_id: Written<ImportId>;
  name: string;
  byte_size: number;
  format: TaskListFormat;
  /** The file as it was dropped, gzipped. */
  content: Buffer;
  mapping: ColumnType<unknown, string | null | undefined, string | null>;
  task_count: Generated<number>;
};

export type TaskTargetTable = {
  workspace_id: Written<WorkspaceId>;
  import_id: Written<ImportId>;
  project_id: ColumnType<ProjectId | null, ProjectId | null | undefined, ProjectId | null>;
  new_kind: Generated<ProjectKind>;
  new_name: Generated<string>;
  account_id: ColumnType<AccountId | null, AccountId | null | undefined, AccountId | null>;
};

/** The tables of imports, for the query builder. */
export type ImportTables = {
  import: ImportTable;
  import_file: ImportFileTable;
  import_run: ImportRunTable;
  import_memory: ImportMemoryTable;
  task_list: TaskListTable;
  task_target: TaskTargetTable;
};
