import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  AccountId,
  DealId,
  HandOffId,
  Id,
  MemberId,
  PersonId,
  PhaseId,
  PipelineId,
  ProductId,
  ProjectId,
  RecurrenceId,
  RoleId,
  StageId,
  TaskId,
  TeamId,
  TemplateId,
  TimeEntryId,
  UserId,
  WorkspaceId,
} from '@evenkeel/core/id';
import type { Module } from '@evenkeel/core/workspaces/module';
import type { ColumnType, Generated } from 'kysely';
import type { AllocationTables } from './allocation-tables.ts';
import type { ClientUserTables, InvitationTable, ReaderColumns } from './client-user-tables.ts';
import type { ContactTables } from './contact-tables.ts';
import type { DealTables } from './deal-tables.ts';
import type { DuplicateTables } from './duplicate-tables.ts';
import type { ForecastTables, TaskEstimateColumns } from './forecast-tables.ts';
import type { ImportTables } from './import-tables.ts';
import type { KpiTables } from './kpi-tables.ts';
import type { LadderTables } from './ladder-tables.ts';
import type { LevellingTables } from './levelling-tables.ts';
import type { MailTables } from './mail-tables.ts';
import type { MeetingTables } from './meeting-tables.ts';
import type { MixTables, MixTargetColumns } from './mix-tables.ts';
import type { NotificationTables } from './notification-tables.ts';
import type { PersonTables } from './person-tables.ts';
import type { PlanTables } from './plan-tables.ts';
import type { PortalTables, ProjectPortalColumns, TaskPortalColumns } from './portal-tables.ts';
import type { PortfolioTables } from './portfolio-tables.ts';
import type { ProjectPromiseColumns, PromiseTables } from './promise-tables.ts';
import type { QuestionTables } from './question-tables.ts';
import type { ReportTables } from './report-tables.ts';
import type { RingFenceTables } from './ring-fence-tables.ts';
import type { ScenarioTables } from './scenario-tables.ts';
import type {
  ProjectScheduleColumns,
  ScheduleTables,
  TaskScheduleColumns,
} from './schedule-tables.ts';
import type { StarvationTables } from './starvation-tables.ts';
import type { StrategyTables } from './strategy-tables.ts';
import type { SettingColumns, SubjectTables } from './subject-tables.ts';
import type { TaskTables } from './task-tables.ts';
import type { TimeTables } from './time-tables.ts';
import type { WorkingTables } from './working-tables.ts';

/** timestamptz: read as Date by the driver, written as an ISO string or left to the database. */
export type Timestamp = ColumnType<Date, string | Date, string | Date>;
type DatabaseTimestamp = ColumnType<Date, never, never>;
/** bigint: a string from the driver, so that nothing is rounded on the way; money.ts reads it. */
export type BigInteger = ColumnType<string, number | string, number | string>;
export type Numeric = ColumnType<string, number | string, number | string>;
export type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
export type OptionalBigInteger = ColumnType<
  string | null,
  number | string | null | undefined,
  number | string | null
>;
export type OptionalTimestamp = ColumnType<
  Date | null,
  string | Date | null | undefined,
  string | Date | null
>;
/** jsonb: written as text, so that an array is not taken for a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;

export type Row<I extends string> = {
  workspace_id: ColumnType<WorkspaceId, WorkspaceId, never>;
  id: ColumnType<I, I, never>;
  version: ColumnType<number, never, never>;
  created_at: DatabaseTimestamp;
  updated_at: DatabaseTimestamp;
};
export type Trash = { deleted_at: OptionalTimestamp };
export type Numbered = { number: ColumnType<number, number, never> };

export type WorkspaceTable = Omit<Row<WorkspaceId>, 'workspace_id'> &
  MixTargetColumns &
  SettingColumns & {
    workspace_id: ColumnType<WorkspaceId, never, never>;
    name: string;
    currency: string;
    time_zone: string;
    strategic_share_target: Generated<number>;
    strategic_share_tolerance: Generated<number>;
    is_sample: Generated<boolean>;
    modules_off: Generated<Module[]>;
  };
export type TeamTable = Row<TeamId> & { name: string };
export type RoleTable = Row<RoleId> & {
  name: string;
  cost_rate: BigInteger;
  bill_rate: BigInteger;
};
export type RoleRateTable = Row<Id<'role-rate'>> & {
  role_id: RoleId;
  valid_from: CalendarDate;
  cost_rate: BigInteger;
  bill_rate: BigInteger;
};
export type MemberTable = Row<MemberId> & {
  user_id: UserId;
  person_id: Optional<PersonId>;
  name: string;
  email: string;
  role: 'owner' | 'admin' | 'manager' | 'member' | 'viewer' | 'client';
  state: Generated<'active' | 'deactivated' | 'removed'>;
  checklist_hidden: Generated<boolean>;
  balance_seen_at: OptionalTimestamp;
  folded_groups: Generated<string[]>;
} & ReaderColumns;
export type ApiTokenTable = Row<Id<'api-token'>> & {
  member_id: MemberId;
  name: string;
  scopes: string[];
  expires_at: OptionalTimestamp;
  revoked_at: OptionalTimestamp;
};
export type AccountTable = Row<AccountId> &
  Numbered &
  Trash & {
    name: string;
    sector: Optional<string>;
    country: Optional<string>;
    employees: Optional<number>;
    annual_revenue: OptionalBigInteger;
    founded_year: Optional<number>;
    website: Optional<string>;
    notes: Generated<string>;
    parent_id: Optional<AccountId>;
    owner_id: Optional<PersonId>;
    external_key: Optional<string>;
    preferred_channel: Optional<'email' | 'phone' | 'video' | 'meeting' | 'message' | 'post'>;
    language: Optional<string>;
    interpreter_note: Generated<string>;
    contact_cadence_days: Optional<number>;
    next_contact_on: Optional<CalendarDate>;
    lifecycle: Optional<'prospect' | 'client' | 'former'>;
  };
export type ProductTable = Row<ProductId> &
  Trash & { name: string; series: Optional<string>; price: OptionalBigInteger };
export type StageTable = Row<StageId> & {
  pipeline_id: PipelineId;
  name: string;
  position: number;
  probability: number;
  outcome: 'open' | 'won' | 'lost';
  /** Days without a move after which an open deal has gone quiet; null never. */
  quiet_after_days: Optional<number>;
};
export type TemplateTable = Row<TemplateId> &
  Trash & { kind: 'client' | 'initiative'; name: string; outline: Json };
export type DealTable = Row<DealId> &
  Numbered &
  Trash & {
    name: string;
    account_id: Optional<AccountId>;
    product_id: Optional<ProductId>;
    owner_id: Optional<PersonId>;
    stage_id: StageId;
    stage_since: CalendarDate;
    value: BigInteger;
    opened_on: CalendarDate;
    close_on: Optional<CalendarDate>;
    contract_signed_on: Optional<CalendarDate>;
    reason_id: Optional<Id<'deal-reason'>>;
    lost_reason: Optional<string>;
    contest: Optional<'goal-led' | 'initiative-led'>;
    touched_on: Optional<CalendarDate>;
    next_step: Generated<string>;
    next_step_on: Optional<CalendarDate>;
    notes: Generated<string>;
    scope: Generated<string>;
    delivery_start_on: Optional<CalendarDate>;
    delivery_end_on: Optional<CalendarDate>;
    template_id: Optional<TemplateId>;
    external_key: Optional<string>;
  };
export type DealDemandTable = Row<Id<'deal-demand'>> & {
  deal_id: DealId;
  role_id: RoleId;
  minutes: number;
};
export type ProjectTable = Row<ProjectId> &
  Numbered &
  Trash & {
    kind: 'client' | 'initiative';
    name: string;
    purpose: Generated<string>;
    scope: Generated<string>;
    notes: Generated<string>;
    state:
      | 'considered'
      | 'proposed'
      | 'approved'
      | 'executing'
      | 'completed'
      | 'shelved'
      | 'rejected';
    state_reason: Generated<string>;
    start_on: Optional<CalendarDate>;
    end_on: Optional<CalendarDate>;
    owner_id: Optional<PersonId>;
    project_manager_id: Optional<PersonId>;
    budget_owner_id: Optional<PersonId>;
    team_id: Optional<TeamId>;
    budget: OptionalBigInteger;
    account_id: Optional<AccountId>;
    deal_id: Optional<DealId>;
    price: OptionalBigInteger;
    category: Optional<'improve' | 'grow' | 'transform' | 'prepare'>;
    business_need: Generated<string>;
    expected_benefit: Generated<string>;
    promised_weekly_minutes: Generated<number>;
    horizon: Optional<number>;
    market: Optional<'existing' | 'new'>;
    offering: Optional<'existing' | 'new'>;
    value_score: Optional<number>;
    effort_score: Optional<number>;
    is_case_published: Generated<boolean>;
    priority: Generated<number>;
    template_id: Optional<TemplateId>;
  } & ProjectScheduleColumns &
  ProjectPortalColumns &
  ProjectPromiseColumns;
export type PhaseTable = Row<PhaseId> & {
  project_id: ProjectId;
  name: string;
  position: number;
  start_on: Optional<CalendarDate>;
  end_on: Optional<CalendarDate>;
};
export type TaskTable = Row<TaskId> &
  Numbered &
  Trash & {
    project_id: ProjectId;
    phase_id: Optional<PhaseId>;
    name: string;
    notes: Generated<string>;
    position: Generated<number>;
    state: Generated<'open' | 'started' | 'done'>;
    role_id: Optional<RoleId>;
    estimate_minutes: Optional<number>;
    start_on: Optional<CalendarDate>;
    due_on: Optional<CalendarDate>;
    done_on: Optional<CalendarDate>;
    is_milestone: Generated<boolean>;
    parent_id: Optional<TaskId>;
    acceptance: Generated<string>;
    external_key: Optional<string>;
    recurrence_id: Optional<RecurrenceId>;
    occurs_on: Optional<CalendarDate>;
  } & TaskScheduleColumns &
  TaskEstimateColumns &
  TaskPortalColumns;
export type AssignmentTable = Row<Id<'assignment'>> & {
  project_id: ProjectId;
  task_id: TaskId;
  person_id: PersonId;
  /** Share of the person's time in basis points. */
  units: Generated<number>;
};
export type HandOffTable = Row<HandOffId> & {
  deal_id: DealId;
  state: 'proposed' | 'accepted' | 'returned';
  template_id: Optional<TemplateId>;
  project_id: Optional<ProjectId>;
  return_reason: Generated<string>;
  proposed_at: ColumnType<Date, string | undefined, string>;
  decided_at: OptionalTimestamp;
  decided_by: Optional<MemberId>;
};
export type OriginTable = Row<Id<'origin'>> & {
  project_id: ProjectId;
  subject: 'project' | 'phase' | 'task';
  subject_id: string;
  field: string;
  source: 'deal' | 'account' | 'contract' | 'template' | 'person' | 'computed';
  source_id: Optional<string>;
  source_field: string;
  value: ColumnType<unknown, string | null, string | null>;
  confirmed_by: Optional<MemberId>;
};
export type TimeEntryTable = Row<TimeEntryId> &
  Trash & {
    person_id: PersonId;
    project_id: ProjectId;
    task_id: Optional<TaskId>;
    on_date: CalendarDate;
    minutes: number;
    note: Generated<string>;
    is_billable: boolean;
  };
export type TimerTable = Row<Id<'timer'>> & {
  person_id: PersonId;
  project_id: ProjectId;
  task_id: Optional<TaskId>;
  started_at: Timestamp;
  note: Generated<string>;
};
export type ChangeTable = {
  workspace_id: ColumnType<WorkspaceId, never, never>;
  id: ColumnType<string, never, never>;
  at: ColumnType<Date, never, never>;
  member_id: ColumnType<MemberId | null, never, never>;
  source: ColumnType<string, never, never>;
  subject: ColumnType<string, never, never>;
  subject_id: ColumnType<string, never, never>;
  root: ColumnType<string, never, never>;
  root_id: ColumnType<string, never, never>;
  action: ColumnType<'create' | 'update' | 'delete', never, never>;
  before: ColumnType<Record<string, unknown> | null, never, never>;
  after: ColumnType<Record<string, unknown> | null, never, never>;
};
export type IdempotencyTable = {
  workspace_id: WorkspaceId;
  key: string;
  member_id: MemberId;
  request_hash: string;
  status: Optional<number>;
  body: ColumnType<unknown, string | null | undefined, string | null>;
  created_at: DatabaseTimestamp;
};

/** Every table that the server's own role can reach, for the query builder. */
export type Tables = FirmTables &
  AllocationTables &
  ClientUserTables &
  ContactTables &
  DealTables &
  DuplicateTables &
  ForecastTables &
  ImportTables &
  KpiTables &
  LadderTables &
  LevellingTables &
  MeetingTables &
  MailTables &
  MixTables &
  QuestionTables &
  ReportTables &
  NotificationTables &
  PortalTables &
  PortfolioTables &
  PlanTables &
  PromiseTables &
  RingFenceTables &
  ScenarioTables &
  ScheduleTables &
  PersonTables &
  StarvationTables &
  StrategyTables &
  SubjectTables &
  TaskTables &
  TimeTables &
  WorkingTables;

type FirmTables = {
  workspace: WorkspaceTable;
  team: TeamTable;
  role: RoleTable;
  role_rate: RoleRateTable;
  member: MemberTable;
  invitation: InvitationTable;
  api_token: ApiTokenTable;
  account: AccountTable;
  product: ProductTable;
  stage: StageTable;
  template: TemplateTable;
  deal: DealTable;
  deal_demand: DealDemandTable;
  project: ProjectTable;
  phase: PhaseTable;
  task: TaskTable;
  assignment: AssignmentTable;
  hand_off: HandOffTable;
  origin: OriginTable;
  time_entry: TimeEntryTable;
  timer: TimerTable;
  change: ChangeTable;
  idempotency: IdempotencyTable;
};
