import type { CalendarDate } from '@evenkeel/core/calendar-date';
import type {
  ChecklistItemId,
  DependencyId,
  HealthStatementId,
  Id,
  MemberId,
  PersonId,
  ProjectId,
  RecurrenceId,
  TaskId,
} from '@evenkeel/core/id';
import type { DependencyType } from '@evenkeel/core/projects/dependency';
import type { Health } from '@evenkeel/core/projects/health';
import type { RecurrenceBasis } from '@evenkeel/core/projects/recurrence';
import type { Generated } from 'kysely';
import type { LagColumns } from './schedule-tables.ts';
import type { Json, Optional, Row } from './tables.ts';

export type ChecklistItemTable = Row<ChecklistItemId> & {
  project_id: ProjectId;
  task_id: TaskId;
  name: string;
  position: number;
  is_done: Generated<boolean>;
};
export type DependencyTable = Row<DependencyId> & {
  project_id: ProjectId;
  predecessor_id: TaskId;
  successor_id: TaskId;
  type: Generated<DependencyType>;
  lag_minutes: Generated<number>;
} & LagColumns;

export type RecurrenceTable = Row<RecurrenceId> & {
  project_id: ProjectId;
  basis: RecurrenceBasis;
  rule: Json;
  starts_on: CalendarDate;
  until: Optional<CalendarDate>;
  count: Optional<number>;
  lead_days: Generated<number>;
  span_days: Generated<number>;
  made_through: CalendarDate;
  made_count: Generated<number>;
  skipped: Generated<CalendarDate[]>;
  state: Generated<'active' | 'paused' | 'ended'>;
};

export type ProjectPersonTable = Row<Id<'project-person'>> & {
  project_id: ProjectId;
  person_id: PersonId;
  part: Generated<string>;
};
export type HealthStatementTable = Row<HealthStatementId> & {
  project_id: ProjectId;
  health: Health;
  note: string;
  person_id: Optional<PersonId>;
  member_id: Optional<MemberId>;
};

/** What hangs on tasks and on projects as a whole. */
export type TaskTables = {
  project_person: ProjectPersonTable;
  health_statement: HealthStatementTable;
  recurrence: RecurrenceTable;
  checklist_item: ChecklistItemTable;
  dependency: DependencyTable;
};
